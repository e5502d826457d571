package dev.crosswalk.connectors;

import dev.crosswalk.connectors.auth.Login;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.ConnectorDefinition.IdentityStep;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.discovery.Discoverer;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.discovery.ObjectSummary;
import dev.crosswalk.connectors.discovery.ObjectVars;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.AnswerMemory;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.connectors.records.SampleReader;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session that a connector definition drives. Thread-safe. */
final class DeclarativeSession implements Session {
  private final ConnectionProfile profile;
  private final Api api;
  private final Login login;
  private final Runnable keepSecrets;
  private final Runnable onClose;
  private final ObjectVars vars;
  private final AtomicBoolean kept = new AtomicBoolean();

  /**
   * @param keepSecrets stores what was just typed, once the system has accepted it
   */
  DeclarativeSession(
      ConnectionProfile profile, Api api, Login login, Runnable keepSecrets, Runnable onClose) {
    this.profile = profile;
    this.api = api;
    this.vars = new ObjectVars(api);
    this.login = login;
    this.keepSecrets = keepSecrets;
    this.onClose = onClose;
  }

  @Override
  public ConnectionProfile profile() {
    return profile;
  }

  private <T> T accepted(Supplier<T> call) {
    T result = call.get();
    if (kept.compareAndSet(false, true)) {
      keepSecrets.run();
    }
    return result;
  }

  @Override
  public Identity test(Progress progress) {
    return accepted(() -> identity(progress));
  }

  private Identity identity(Progress progress) {
    login.signIn(progress);
    String user = null;
    String organisation = null;
    Boolean production = null;
    List<IdentityStep> steps = api.definition().identity();
    boolean answered = false;
    for (IdentityStep step : steps) {
      Answer answer = answer(step, progress);
      if (answer == null) {
        continue;
      }
      answered = true;
      user = text(step.user(), answer, user);
      organisation = text(step.organisation(), answer, organisation);
      production = flag(step.production(), answer, production);
    }
    if (profile.settings().containsKey(ConnectionProfile.LOOPBACK)) {
      production = false;
    }
    if (!answered) {
      new Discoverer(api).objects(progress);
    }
    return new Identity(
        user,
        organisation,
        production,
        api.version(progress),
        login.access(progress).scopes(),
        api.budget().orElse(null));
  }

  private @Nullable Answer answer(IdentityStep step, Progress progress) {
    try {
      return api.send(
          step.request(),
          api.scope(progress),
          Map.of(),
          Map.of(),
          "ask who is signed in",
          progress);
    } catch (ApiFailure e) {
      boolean ofThisStep =
          switch (e.kind()) {
            case FORBIDDEN, MISSING_SCOPE, NOT_FOUND, FIELD_HIDDEN_OR_MISSING, INVALID_REQUEST ->
                true;
            default -> false;
          };
      if (step.optional() && ofThisStep) {
        return null;
      }
      throw e;
    }
  }

  private static @Nullable String text(
      @Nullable Expression expression, Answer answer, @Nullable String before) {
    Object value = value(expression, answer);
    return value == null ? before : value.toString();
  }

  private static @Nullable Boolean flag(
      @Nullable Expression expression, Answer answer, @Nullable Boolean before) {
    return value(expression, answer) instanceof Boolean flag ? flag : before;
  }

  private static @Nullable Object value(@Nullable Expression expression, Answer answer) {
    try {
      return expression == null ? null : expression.evaluate(answer.body());
    } catch (ProblemException e) {
      return null;
    }
  }

  @Override
  public List<ObjectSummary> objects(Progress progress) {
    return accepted(() -> new Discoverer(api).objects(progress));
  }

  @Override
  public Discovery discover(Collection<String> names, Progress progress) {
    return accepted(() -> new Discoverer(api).discover(names, progress));
  }

  @Override
  public Discovery discover(AnswerMemory memory, Progress progress) {
    String fingerprint = profile.connector() + " " + profile.auth() + " " + profile.settings();
    return accepted(() -> {
      Api remembering = api.remembering(memory.begin(fingerprint));
      try {
        Discovery discovery = new Discoverer(remembering).discover(List.of(), progress);
        Discovery told = remembering.mixed().map(discovery::and).orElse(discovery);
        remembering.finish();
        return told;
      } catch (RuntimeException e) {
        remembering.cut();
        throw e;
      }
    });
  }

  @Override
  public List<Map<String, @Nullable Object>> sample(
      SchemaObject object, Collection<String> fields, int limit, Progress progress) {
    return sample(object, fields, List.of(), limit, progress);
  }

  @Override
  public List<Map<String, @Nullable Object>> sample(
      SchemaObject object,
      Collection<String> fields,
      Collection<FieldPath> behind,
      int limit,
      Progress progress) {
    return accepted(() ->
        new SampleReader(api, vars)
            .read(object, fields, behind, limit, progress).stream()
                .map(api.problems()::blankRecord)
                .toList());
  }

  @Override
  public boolean readsBehind() {
    ConnectorDefinition.Records records = api.definition().records();
    return records != null && records.behind() != null;
  }

  @Override
  public Optional<Map<String, @Nullable Object>> record(
      SchemaObject object, String id, Progress progress) {
    return record(object, id, List.of(), progress);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> record(
      SchemaObject object, String id, Collection<FieldPath> behind, Progress progress) {
    return accepted(() ->
        RecordById.read(api, vars, object, id, behind, progress).map(api.problems()::blankRecord));
  }

  @Override
  public Optional<Identity.Budget> budget() {
    return api.budget();
  }

  @Override
  public boolean signOut(Progress progress) {
    return login.signOut(progress);
  }

  @Override
  public void close() {
    onClose.run();
  }
}
