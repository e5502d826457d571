package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Load;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.records.PageWalker;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a definition loads: each once in a discovery, and only when something asks for
 * it. Thread-safe.
 */
final class Loads {
  private final Api api;
  private final Map<String, Optional<Object>> known = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Loads(Api api) {
    this.api = api;
  }

  /** The documents that these expressions name, by name without dollar. */
  Map<String, @Nullable Object> bindings(Collection<Expression> used, Progress progress) {
    Map<String, @Nullable Object> bindings = new HashMap<>();
    for (String name : api.definition().load().keySet()) {
      if (used.stream().anyMatch(e -> e.source().contains("$" + name))) {
        bindings.put(name, get(name, progress));
      }
    }
    return bindings;
  }

  /** The document; null where it is empty, or optional and not to be had. */
  synchronized @Nullable Object get(String name, Progress progress) {
    Optional<Object> before = known.get(name);
    if (before == null) {
      before = Optional.ofNullable(read(name, progress));
      known.put(name, before);
    }
    return before.orElse(null);
  }

  private @Nullable Object read(String name, Progress progress) {
    Load load = java.util.Objects.requireNonNull(api.definition().load().get(name));
    String why = "load '" + name + "'";
    try {
      Expression items = load.items();
      if (items == null) {
        return api.send(load.request(), api.scope(progress), Map.of(), Map.of(), why, progress)
            .body();
      }
      return new PageWalker(api, load.page(), load.size())
          .all(load.request(), api.scope(progress), why, progress, items);
    } catch (ApiFailure e) {
      if (!load.optional() || !e.kind().settled()) {
        throw e;
      }
      Problem problem = e.problem();
      problems.add(
          Problem.warning(
              problem.code(),
              null,
              "'" + name + "' is not known. " + problem.what(),
              problem.next()));
      return null;
    }
  }

  /** What could not be loaded, as warnings. */
  synchronized List<Problem> problems() {
    return List.copyOf(problems);
  }
}
