package dev.crosswalk.connectors.plugin;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.DidYouMean;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.discovery.ObjectSummary;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What sessions without a web service share: names that are wrong, and when secrets are kept. */
public abstract class LocalSession implements Session {
  private final SessionPlugin.Opening opening;
  private final AtomicBoolean kept = new AtomicBoolean();

  protected LocalSession(SessionPlugin.Opening opening) {
    this.opening = opening;
  }

  @Override
  public final ConnectionProfile profile() {
    return opening.profile();
  }

  protected final SessionPlugin.Opening opening() {
    return opening;
  }

  /**
   * Everything that can be seen, by name.
   *
   * @param unread gets what cannot be read and why, by name; the others are read all the same
   */
  protected abstract List<SchemaObject> read(
      Collection<String> names, Work progress, Map<String, Problem> unread);

  /** The names of the objects there are. */
  protected abstract List<String> names(Work progress);

  /** See {@link Session#sample}; {@code fields} holds at least one name. */
  protected abstract List<Map<String, @Nullable Object>> records(
      SchemaObject object, List<String> fields, int limit, Work progress);

  /**
   * See {@link Session#record}; empty unless a place has keys that it can be asked by.
   *
   * @param fields at least one name
   */
  protected Optional<Map<String, @Nullable Object>> one(
      SchemaObject object, List<String> fields, String id, Work progress) {
    return Optional.empty();
  }

  /** What the place calls itself. */
  protected abstract Identity identity(Work progress);

  private <T> T accepted(Progress outer, Function<Work, T> call) {
    T result = Work.run(outer, call);
    if (kept.compareAndSet(false, true)) {
      opening.accepted().run();
    }
    return result;
  }

  @Override
  public final Identity test(Progress outer) {
    return accepted(outer, this::identity);
  }

  @Override
  public final List<ObjectSummary> objects(Progress outer) {
    return accepted(
        outer,
        progress ->
            names(progress).stream().map(n -> new ObjectSummary(n, null, null, false)).toList());
  }

  @Override
  public final Discovery discover(Collection<String> names, Progress outer) {
    return accepted(
        outer,
        progress -> {
          List<Problem> problems = new ArrayList<>();
          List<String> known = names(progress);
          List<String> wanted = names.isEmpty() ? known : new ArrayList<>();
          for (String name : names) {
            if (known.contains(name)) {
              wanted.add(name);
            } else {
              problems.add(
                  Problem.error(
                      "object-unknown",
                      null,
                      "There is no object '" + name + "' that this user can see.",
                      "Check its name. " + DidYouMean.among(name, known)));
            }
          }
          Map<String, Problem> unread = new LinkedHashMap<>();
          List<SchemaObject> objects = read(wanted, progress, unread);
          problems.addAll(unread.values());
          return new Discovery(
              Schema.of(opening.definition().info().id(), objects),
              problems,
              problems.isEmpty(),
              List.copyOf(unread.keySet()));
        });
  }

  @Override
  public final List<Map<String, @Nullable Object>> sample(
      SchemaObject object, Collection<String> fields, int limit, Progress outer) {
    List<String> wanted = fields(object, fields);
    return accepted(outer, progress -> records(object, wanted, limit, progress));
  }

  @Override
  public final Optional<Map<String, @Nullable Object>> record(
      SchemaObject object, String id, Progress outer) {
    List<String> wanted = fields(object, List.of());
    return accepted(outer, progress -> one(object, wanted, id.strip(), progress));
  }

  private static List<String> fields(SchemaObject object, Collection<String> names) {
    List<String> wanted = new ArrayList<>();
    object.fields().stream()
        .map(f -> f.name())
        .filter(n -> names.isEmpty() || names.contains(n))
        .forEach(wanted::add);
    if (wanted.isEmpty()) {
      throw bad(
          "connection-fields",
          "'" + object.name() + "' has no field that can be read.",
          "Discover it again, or name other fields.");
    }
    return wanted;
  }

  @Override
  public final Optional<Identity.Budget> budget() {
    return Optional.empty();
  }

  /**
   * @param what with {@link SessionPlugin.Opening#redacted} around all that others said; not more,
   *     since a password may be a word of our own
   */
  protected static ProblemException bad(String code, String what, String next) {
    return new ProblemException(Problem.error(code, null, what, next));
  }
}
