package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.match.History;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.match.Reason;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.match.Why;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small contact → person mapping to test with: fields, suggestions and records. */
public final class MappingFixture {
  public static final Texts TEXTS = Texts.load(Locale.ENGLISH);
  static final String FILE = "mappings/salesforce/contact--person.yaml";

  private MappingFixture() {}

  public static SchemaObject contact() {
    return SchemaObject.of(
        "Contact",
        List.of(
            Field.builder("Id", FieldType.ID).label("Contact ID").readOnly(true).build(),
            Field.builder("Email", FieldType.EMAIL).label("Email").length(80).build(),
            Field.builder("FirstName", FieldType.STRING).label("First Name").length(40).build(),
            Field.builder("LastName", FieldType.STRING)
                .label("Last Name")
                .required(true)
                .length(80)
                .build(),
            Field.builder("Phone", FieldType.PHONE).label("Business Phone").build(),
            Field.builder("Birthdate", FieldType.DATE).label("Birthdate").build(),
            Field.builder("AccountId", FieldType.REFERENCE)
                .label("Account")
                .references(List.of("Account"))
                .relationship("Account")
                .build(),
            Field.builder("Acct_Tier__c", FieldType.ENUM)
                .label("Account tier")
                .custom(true)
                .description("How much attention the customer gets")
                .values(
                    List.of(
                        PicklistValue.of("Gold"),
                        PicklistValue.of("Silver"),
                        PicklistValue.of("Platin")))
                .build(),
            Field.builder("Region__c", FieldType.STRING).label("Region").custom(true).build(),
            Field.builder("Sales_Region__c", FieldType.STRING)
                .label("Sales Region")
                .custom(true)
                .build(),
            Field.builder("Region_Legacy__c", FieldType.STRING)
                .label("Region (old)")
                .custom(true)
                .build(),
            Field.builder("Score__c", FieldType.DECIMAL).label("Score").custom(true).build()));
  }

  public static SchemaObject person() {
    return SchemaObject.of(
        "person",
        List.of(
            Field.builder("email", FieldType.EMAIL).required(true).group("Identity").build(),
            Field.builder("full_name", FieldType.STRING).required(true).group("Identity").build(),
            Field.builder("phone", FieldType.PHONE).group("Identity").build(),
            Field.builder("tier", FieldType.ENUM)
                .group("Company")
                .values(List.of(PicklistValue.of("gold"), PicklistValue.of("silver")))
                .build(),
            Field.builder("region", FieldType.STRING).group("Company").build(),
            Field.builder("score", FieldType.DECIMAL).group("Company").build(),
            Field.builder("birthday", FieldType.DATE).group("Person").build()));
  }

  private static final Why SAME_NAME =
      new Why(List.of(new Why.Clause(Why.Joint.AND, new Reason(Reason.Kind.SAME_NAME, List.of()))));

  static Candidate candidate(double score, String... sources) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    evidence.put("name", score);
    evidence.put("label", Math.max(0.2, score - 0.1));
    evidence.put("type", 1.0);
    return new Candidate("Contact", List.of(sources), score, SAME_NAME, evidence, List.of(), null);
  }

  static Suggestions suggestions() {
    List<TargetSuggestion> targets = new ArrayList<>();
    target(targets, "email", candidate(0.98, "Email"));
    target(
        targets, "full_name", candidate(0.92, "FirstName", "LastName"), candidate(0.5, "LastName"));
    target(targets, "phone", phone());
    target(targets, "tier", candidate(0.71, "Acct_Tier__c"));
    target(
        targets,
        "region",
        candidate(0.62, "Region__c"),
        candidate(0.52, "Sales_Region__c"),
        candidate(0.41, "Region_Legacy__c"));
    target(targets, "birthday", candidate(0.9, "Birthdate"));
    targets.add(new TargetSuggestion("person", "score", null, List.of(candidate(0.3, "Score__c"))));
    return new Suggestions(List.of(), targets);
  }

  /** With the step that the matcher proposes for phones. */
  private static Candidate phone() {
    Candidate plain = candidate(0.95, "Phone");
    return new Candidate(
        plain.sourceObject(),
        plain.sourceFields(),
        plain.score(),
        SAME_NAME,
        plain.evidence(),
        List.of(FieldMapping.StepCall.of("phone")),
        null);
  }

  private static void target(List<TargetSuggestion> targets, String name, Candidate... candidates) {
    targets.add(new TargetSuggestion("person", name, candidates[0], List.of(candidates)));
  }

  static List<Map<String, @Nullable Object>> records() {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      Map<String, @Nullable Object> record = new LinkedHashMap<>();
      record.put("Id", "003" + i);
      record.put("Email", i % 7 == 0 ? "not an address" : " Ann" + i + "@Example.com");
      record.put("FirstName", "Ann");
      record.put("LastName", "Lee " + i);
      record.put("Acct_Tier__c", List.of("Gold", "Silver", "Platin").get(i % 3));
      record.put("Region__c", i % 2 == 0 ? "EMEA" : null);
      record.put("Phone", "+1 415 555 0" + (100 + i));
      records.add(record);
    }
    return records;
  }

  public static MappingContext context() {
    return new MappingContext(
        FILE,
        FILE,
        "",
        "sandbox",
        "salesforce",
        contact(),
        List.of(),
        "acme",
        person(),
        records(),
        History.NONE,
        Lookups.NONE,
        "");
  }

  public static Mapping empty() {
    return new Mapping(
        "salesforce-contact-to-person",
        null,
        null,
        new Mapping.Endpoint("salesforce", null, "Contact", null),
        new Mapping.Endpoint("acme", null, "person", null),
        Mapping.Direction.READ,
        Mapping.Defaults.STANDARD,
        List.of(),
        List.of(),
        new TreeMap<String, FieldMapping>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Map.of());
  }

  public static MappingDraft editor() {
    return new EditorDraft(MappingDocument.create(empty(), FILE));
  }

  /** What the view model said. */
  static final class Said implements MappingViewModel.Voice {
    final List<String> texts = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    @Override
    public void say(String text) {
      texts.add(text);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }
  }

  static Matcher matcher() {
    return new Matcher() {
      @Override
      public List<Suggestions.ObjectPair> pairObjects(MatchRequest request) {
        return List.of();
      }

      @Override
      public Suggestions suggest(MatchRequest request) {
        return suggestions();
      }
    };
  }

  static MappingViewModel opened(Said said) {
    return opened(said, (m, r) -> LivePreview.Found.NOTHING);
  }

  static MappingViewModel opened(Said said, LivePreview.Runner runner) {
    MappingViewModel model =
        new MappingViewModel(
            new SameThreadTasks(),
            TEXTS,
            InstantSource.fixed(StudioFixture.NOW),
            matcher(),
            runner,
            said);
    model.open(context(), editor());
    return model;
  }
}
