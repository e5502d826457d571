package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.RpcSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.definition.Template;
import dev.crosswalk.connectors.definition.ValueTemplate;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A definition's requests, filled in for one connection and sent. Thread-safe. */
public final class Api {
  private static final String APP_NAME = "Crosswalk";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConnectorDefinition definition;
  private final ApiClient client;
  private final Authorizer authorizer;
  private final Map<String, String> inputs;
  private final Shared shared;
  private final @Nullable Recall recall;

  /** What is found out once a connection. */
  private static final class Shared {
    private @Nullable String version;
    private volatile @Nullable String announcedEnd;
  }

  /**
   * @param inputs values of the definition's inputs, secret ones included
   */
  public Api(
      ConnectorDefinition definition,
      ApiClient client,
      Authorizer authorizer,
      Map<String, String> inputs) {
    this(definition, client, authorizer, inputs, new Shared(), null);
  }

  private Api(
      ConnectorDefinition definition,
      ApiClient client,
      Authorizer authorizer,
      Map<String, String> inputs,
      Shared shared,
      @Nullable Recall recall) {
    this.definition = definition;
    this.client = client;
    this.authorizer = authorizer;
    this.inputs = Map.copyOf(inputs);
    this.shared = shared;
    this.recall = recall;
  }

  /**
   * The same for one discovery, with a memory; to be told {@link #listed}, and {@link #finish} or
   * {@link #cut}.
   */
  public Api remembering(AnswerMemory.Run run) {
    return new Api(
        definition,
        client,
        authorizer,
        inputs,
        shared,
        new Recall(
            run,
            definition.http().conditional(),
            problems()::blank,
            problems()::blankTree,
            problems()::holdsShort));
  }

  /** The objects of this discovery are listed; what follows is about their fields. */
  public void listed() {
    if (recall != null) {
      recall.listed();
    }
  }

  /** What is to be told of a discovery that went on with a cut one; empty if nothing. */
  public Optional<Problem> mixed() {
    return recall == null ? Optional.empty() : Optional.ofNullable(recall.mixed());
  }

  /** This discovery ends too early; the next goes on with it. */
  public void cut() {
    if (recall != null) {
      recall.cut();
    }
  }

  /** This discovery is complete. */
  public void finish() {
    if (recall != null) {
      recall.finish();
    }
  }

  public ConnectorDefinition definition() {
    return definition;
  }

  public RemoteProblems problems() {
    return client.problems();
  }

  public Optional<Identity.Budget> budget() {
    return client.budget();
  }

  /** See {@link ApiClient#failure}. */
  public @Nullable ApiFailure failure(Answer part, String why) {
    return client.failure(part, why);
  }

  /** The version of the API in use; null where there is none. Asks the system the first time. */
  public @Nullable String version(Progress progress) {
    ConnectorDefinition.ApiVersion spec = definition.apiVersion();
    if (spec == null) {
      return null;
    }
    synchronized (shared) {
      String found = shared.version;
      if (found == null) {
        found = spec.discover() == null ? spec.prefer() : discovered(spec, progress);
        shared.version = found;
      }
      return found;
    }
  }

  private String discovered(ConnectorDefinition.ApiVersion spec, Progress progress) {
    RequestSpec discover = java.util.Objects.requireNonNull(spec.discover());
    Answer answer =
        sent(
            request(discover, base(progress), Map.of(), Map.of(), "find the API version"),
            discover.signedIn(),
            progress);
    Object newest = spec.pick() == null ? null : spec.pick().evaluate(answer.body());
    if (!(newest instanceof Number number)) {
      return spec.prefer();
    }
    if (spec.min() != null && compare(number, spec.min()) < 0) {
      throw problems()
          .failure(
              FailureKind.API_VERSION_RETIRED,
              definition.info().name()
                  + " offers API version "
                  + number
                  + " at most here; at least "
                  + spec.min()
                  + " is needed.",
              "Check the host.");
    }
    return compare(number, spec.prefer()) >= 0
        ? spec.prefer()
        : spec.format() == null
            ? number.toString()
            : String.format(Locale.ROOT, spec.format(), number.doubleValue());
  }

  private static int compare(Number number, String version) {
    return Double.compare(number.doubleValue(), new BigDecimal(version).doubleValue());
  }

  /** What an answer's header said of the end of the API in use; null where none did. */
  public @Nullable String announcedEnd() {
    return shared.announcedEnd;
  }

  private Scope base(Progress progress) {
    Map<String, @Nullable Object> values = new HashMap<>(inputs);
    values.put("appName", APP_NAME);
    values.putAll(authorizer.access(progress).values());
    return Scope.of(values);
  }

  /** The scopes that were granted; empty where the system does not say. */
  public List<String> scopes(Progress progress) {
    return authorizer.access(progress).scopes();
  }

  /** What templates may name now; signs in and finds the version where needed. */
  public Scope scope(Progress progress) {
    Scope base = base(progress);
    String now = version(progress);
    return now == null ? base : base.plus(Map.of("apiVersion", now));
  }

  /**
   * The address of a request.
   *
   * @param query more parameters; they win over the definition's
   */
  public String url(RequestSpec spec, Scope scope, Map<String, String> query) {
    String url = spec.url().url(scope);
    if (url.startsWith("/")) {
      String base = definition.http().base().url(scope);
      url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + url;
    }
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw problems()
          .failure(
              FailureKind.HOST_NOT_ALLOWED,
              "'" + problems().blank(url) + "' is not an address.",
              "Check the host in the connection's settings.");
    }
    HttpUrl.Builder out = parsed.newBuilder();
    spec.query()
        .forEach((name, value) -> {
          if (!query.containsKey(name)) {
            String text = filled(value, scope);
            // What is optional and not given: "database=" would ask for one without a name.
            if (!text.isEmpty() || value.names().isEmpty()) {
              out.setQueryParameter(name, text);
            }
          }
        });
    query.forEach(out::setQueryParameter);
    return out.build().toString();
  }

  /**
   * Fills in and sends.
   *
   * @param query more parameters
   * @param body more entries of the body, or of what a call is given; a key with dots goes into the
   *     maps of those names
   * @return the answer, or of a call its result
   */
  public Answer send(
      RequestSpec spec,
      Scope scope,
      Map<String, String> query,
      Map<String, ? extends @Nullable Object> body,
      String why,
      Progress progress) {
    ApiRequest request = request(spec, scope, query, body, why);
    try {
      return told(spec, recalled(request, spec.signedIn(), progress));
    } catch (ApiFailure e) {
      if (spec.emptyStatuses().contains(e.status())) {
        return new Answer(204, request.url(), Map.of(), null, true);
      }
      throw e;
    }
  }

  private ApiRequest request(
      RequestSpec spec,
      Scope scope,
      Map<String, String> query,
      Map<String, ? extends @Nullable Object> body,
      String why) {
    ApiRequest.Body out =
        spec.method().equals("GET")
            ? null
            : spec.form().isEmpty()
                ? new ApiRequest.Body(
                    "application/json", JSON.writeValueAsString(content(spec, scope, body)))
                : ApiRequest.Body.form(form(spec, scope, body));
    Map<String, String> headers = headers(definition.http().headers(), scope);
    headers.putAll(headers(spec.headers(), scope));
    return new ApiRequest(
        spec.method(), url(spec, scope, query), headers, Map.of(), out, spec.text(), why);
  }

  private Answer recalled(ApiRequest request, boolean signedIn, Progress progress) {
    return recall == null
        ? sent(request, signedIn, progress)
        : recall.send(request, r -> sent(r, signedIn, progress), progress);
  }

  private Answer sent(ApiRequest request, boolean signedIn, Progress progress) {
    return client.send(request, signedIn ? authorizer : null, progress);
  }

  private Object content(
      RequestSpec spec, Scope scope, Map<String, ? extends @Nullable Object> more) {
    RpcSpec rpc = definition.rpc();
    RequestSpec.Call call = spec.call();
    if (call == null || rpc == null) {
      Object own = spec.body() == null ? null : spec.body().render(scope);
      if (own instanceof List<?>) {
        return own;
      }
      Map<String, @Nullable Object> content = new LinkedHashMap<>();
      if (own instanceof Map<?, ?> map) {
        map.forEach((key, value) -> content.put(String.valueOf(key), value));
      }
      more.forEach((key, value) -> put(content, key, value));
      return content;
    }
    Map<String, @Nullable Object> with = new LinkedHashMap<>(call.with().render(scope));
    more.forEach((key, value) -> put(with, key, value));
    Map<String, @Nullable Object> names = new HashMap<>(inputs);
    names.put("call.method", call.method());
    with.forEach((key, value) -> names.put("call." + key, value));
    ValueTemplate envelope = java.util.Objects.requireNonNull(rpc.request().body());
    return java.util.Objects.requireNonNull(envelope.render(scope.plus(names)));
  }

  private static Map<String, String> form(
      RequestSpec spec, Scope scope, Map<String, ? extends @Nullable Object> more) {
    Map<String, String> form = new LinkedHashMap<>();
    spec.form().forEach((name, value) -> form.put(name, value.text(scope)));
    more.forEach((name, value) -> form.put(name, value == null ? "" : value.toString()));
    return form;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      map.put(key, value);
      return;
    }
    String outer = key.substring(0, dot);
    Map<String, @Nullable Object> inner =
        map.get(outer) instanceof Map<?, ?> before
            ? new LinkedHashMap<>((Map<String, @Nullable Object>) before)
            : new LinkedHashMap<>();
    put(inner, key.substring(dot + 1), value);
    map.put(outer, inner);
  }

  private Answer told(RequestSpec spec, Answer answer) {
    ConnectorDefinition.ApiVersion use = definition.apiVersion();
    String end = answer.header(use == null ? "Sunset" : use.endHeader());
    if (end != null) {
      shared.announcedEnd = end;
    }
    RpcSpec rpc = definition.rpc();
    if (spec.call() == null || rpc == null || rpc.result() == null) {
      return answer;
    }
    Object result = rpc.result().evaluate(answer.body());
    return new Answer(answer.status(), answer.url(), answer.headers(), result, true);
  }

  /**
   * Sends a request to an address that an answer gave.
   *
   * @param spec the request that was answered, whose headers go along
   */
  public Answer follow(RequestSpec spec, String url, Scope scope, String why, Progress progress) {
    Map<String, String> headers = headers(definition.http().headers(), scope);
    headers.putAll(headers(spec.headers(), scope));
    return recalled(new ApiRequest("GET", url, headers, null, why), true, progress);
  }

  /** Headers of which a value is missing are left out. */
  /** The text; empty where it names an optional input that is not given. */
  private String filled(Template template, Scope scope) {
    boolean notGiven =
        definition.info().inputs().stream()
            .anyMatch(i ->
                i.optional() && template.names().contains(i.key()) && scope.get(i.key()) == null);
    try {
      return template.text(scope);
    } catch (ProblemException e) {
      if (notGiven) {
        return "";
      }
      throw e;
    }
  }

  private static Map<String, String> headers(Map<String, Template> specs, Scope scope) {
    Map<String, String> headers = new LinkedHashMap<>();
    specs.forEach((name, value) -> {
      try {
        headers.put(name, value.text(scope));
      } catch (ProblemException e) {
        if (value.names().stream().allMatch(n -> scope.get(n) != null)) {
          throw e;
        }
      }
    });
    return headers;
  }
}
