package dev.crosswalk.app.studio;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.definition.ConnectorInfo.Auth;
import dev.crosswalk.connectors.definition.ConnectorInfo.Input;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.discovery.ObjectSummary;
import dev.crosswalk.connectors.http.RequestEntry;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A system that answers from memory: for what the places do with answers, good and bad. */
public final class FakeSystem implements Connectors {
  /** Names of the connections that were signed out. */
  public final java.util.List<String> signedOut = new java.util.ArrayList<>();

  public static final ConnectorInfo SALESFORCE =
      new ConnectorInfo(
          "salesforce",
          "Salesforce",
          null,
          "2026-11-21",
          List.of("fields", "records"),
          null,
          null,
          List.of(
              new Auth("web", "Sign in with Salesforce", "oauth2-code", true, List.of("api")),
              new Auth(
                  "cc",
                  "Client credentials (integration user)",
                  "oauth2-client-credentials",
                  false,
                  List.of())),
          List.of(
              new Input(
                  "loginHost",
                  "Login host",
                  "or My Domain: acme--dev.sandbox.my.salesforce.com",
                  "login.salesforce.com",
                  "[A-Za-z0-9.-]+",
                  presets(),
                  false,
                  false,
                  List.of()),
              new Input(
                  "clientId", "Consumer key", null, null, null, Map.of(), false, false, List.of()),
              new Input(
                  "clientSecret",
                  "Consumer secret",
                  null,
                  null,
                  null,
                  Map.of(),
                  true,
                  false,
                  List.of("cc"))),
          true);

  public static final ConnectorInfo HUBSPOT =
      new ConnectorInfo(
          "hubspot",
          "HubSpot",
          null,
          null,
          List.of("fields"),
          null,
          null,
          List.of(new Auth("token", "Private app token", "header", false, List.of())),
          List.of(
              new Input(
                  "token",
                  "Access token",
                  "Settings, Integrations, Private apps",
                  null,
                  null,
                  Map.of(),
                  true,
                  false,
                  List.of())),
          true);

  private final RequestLog log;
  private final Instant now;
  public boolean production;
  public Schema schema = crm(false);

  private final SecretStore store;

  /**
   * @param store gets typed secrets at the first call that succeeds, as the real sessions do
   */
  public FakeSystem(RequestLog log, Instant now, SecretStore store) {
    this.log = log;
    this.now = now;
    this.store = store;
  }

  private static Map<String, String> presets() {
    Map<String, String> presets = new LinkedHashMap<>();
    presets.put("Production", "login.salesforce.com");
    presets.put("Sandbox", "test.salesforce.com");
    return presets;
  }

  /** A small CRM; later, it has one more field and a picklist lost a value. */
  public static Schema crm(boolean later) {
    Field tier =
        Field.builder("Acct_Tier__c", FieldType.ENUM)
            .label("Account tier")
            .custom(true)
            .values(
                later
                    ? List.of(PicklistValue.of("Gold"), PicklistValue.of("Silver"))
                    : List.of(
                        PicklistValue.of("Gold"),
                        PicklistValue.of("Silver"),
                        PicklistValue.of("Platin", "Platinum")))
            .build();
    List<Field> contact =
        new java.util.ArrayList<>(
            List.of(
                Field.builder("Id", FieldType.ID).readOnly(true).unique(true).length(18).build(),
                Field.builder("FirstName", FieldType.STRING).label("First Name").length(40).build(),
                Field.builder("LastName", FieldType.STRING)
                    .label("Last Name")
                    .required(true)
                    .length(80)
                    .build(),
                Field.builder("Email", FieldType.EMAIL).label("Email").length(80).build(),
                Field.builder("AccountId", FieldType.REFERENCE)
                    .label("Account")
                    .references(List.of("Account"))
                    .build(),
                tier,
                Field.builder("Region__c", FieldType.STRING).label("Region").custom(true).build(),
                Field.builder("Score__c", FieldType.DECIMAL)
                    .label("Score")
                    .custom(true)
                    .calculated(true)
                    .readOnly(true)
                    .build()));
    if (later) {
      contact.add(Field.builder("Work_Email__c", FieldType.EMAIL).custom(true).build());
    }
    return Schema.of(
        "salesforce",
        List.of(
            object("Account", "Account", false, List.of(tier)),
            object("Contact", "Contact", false, contact),
            object(
                "Shipment__c",
                "Shipment",
                true,
                List.of(Field.builder("Name", FieldType.STRING).build()))));
  }

  private static SchemaObject object(
      String name, String label, boolean custom, List<Field> fields) {
    return new SchemaObject(name, label, label + "s", null, custom, null, null, fields);
  }

  @Override
  public List<ConnectorInfo> list() {
    return List.of(HUBSPOT, SALESFORCE);
  }

  @Override
  public Optional<ConnectorInfo> find(String id) {
    return list().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  @Override
  public Session open(ConnectionProfile profile, Map<String, String> secrets) {
    return new FakeSession(profile, secrets);
  }

  private final class FakeSession implements Session {
    private final ConnectionProfile profile;
    private final Map<String, String> secrets;

    FakeSession(ConnectionProfile profile, Map<String, String> secrets) {
      this.profile = profile;
      this.secrets = secrets;
    }

    private void request(String why, String path, int status) {
      log.add(
          new RequestEntry(
              now,
              profile.name(),
              why,
              "GET",
              "https://northwind.my.salesforce.com" + path,
              List.of(Map.entry("Accept", "application/json"), Map.entry("Authorization", "***")),
              status,
              Duration.ofMillis(84),
              5120,
              1,
              Map.of("sforce-limit-info", "api-usage=788/15000"),
              null));
    }

    @Override
    public ConnectionProfile profile() {
      return profile;
    }

    @Override
    public Identity test(Progress progress) {
      if (secrets.containsValue("wrong")) {
        request("sign in", "/services/oauth2/token", 400);
        throw new ProblemException(
            Problem.error(
                "login",
                null,
                "Salesforce refused the sign-in of " + profile.name() + ": invalid client secret.",
                "Copy the consumer secret again and test once more."));
      }
      request("sign in", "/services/oauth2/userinfo", 200);
      secrets.forEach((key, value) -> store.put(profile.name(), key, value));
      return new Identity(
          "integration@northwind.example",
          "Northwind Traders",
          production,
          "67.0",
          List.of("api", "refresh_token"),
          new Identity.Budget(788, 15000));
    }

    @Override
    public List<ObjectSummary> objects(Progress progress) {
      return schema.objects().stream()
          .map(o -> new ObjectSummary(o.name(), o.label(), o.custom(), false))
          .toList();
    }

    @Override
    public Discovery discover(Collection<String> names, Progress progress) {
      request("list objects", "/services/data/v67.0/sobjects", 200);
      request("describe Contact", "/services/data/v67.0/sobjects/Contact/describe", 200);
      return new Discovery(schema, List.of(), true);
    }

    @Override
    public List<Map<String, Object>> sample(
        SchemaObject object, Collection<String> fields, int limit, Progress progress) {
      request("sample " + object.name(), "/services/data/v67.0/query?q=SELECT+Id", 200);
      return List.of(
          Map.of("Id", "003A", "LastName", "Adams", "Email", "a@example.org"),
          Map.of("Id", "003B", "LastName", "Bauer", "Acct_Tier__c", "Gold"));
    }

    @Override
    public Optional<Identity.Budget> budget() {
      return Optional.of(new Identity.Budget(790, 15000));
    }

    @Override
    public boolean signOut(Progress progress) {
      signedOut.add(profile().name());
      return true;
    }

    @Override
    public void close() {}
  }
}
