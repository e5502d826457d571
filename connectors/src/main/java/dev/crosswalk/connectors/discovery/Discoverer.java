package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.DidYouMean;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Discovers objects with their fields: some at a time, with progress in objects. An object that
 * cannot be read is named in the problems and is not in the schema; what concerns the whole
 * connection ends the discovery.
 */
public final class Discoverer {
  /** How long requests under way may still be answered after another one ended the discovery. */
  private static final int GRACE_SECONDS = 5;

  private final Api api;
  private final ConnectorDefinition definition;
  private final Loads loads;
  private final ObjectLister lister;
  private final FieldReader reader;
  private final FieldAssembler assembler;
  private final @Nullable Describer describer;

  public Discoverer(Api api) {
    this.api = api;
    this.definition = api.definition();
    this.loads = new Loads(api);
    this.lister = new ObjectLister(api, loads);
    FieldMapper mapper = new FieldMapper(definition);
    this.reader = new FieldReader(api, loads, mapper);
    this.assembler = new FieldAssembler(definition, mapper);
    this.describer =
        definition.metadata() == null
            ? null
            : new Describer(api, definition.metadata(), new ObjectVars(api));
  }

  /**
   * What all objects of one discovery share.
   *
   * @param described fields by object, where one document describes them all
   * @param byId names of objects by id
   */
  private record Run(
      Scope scope,
      Enricher enricher,
      Map<String, List<Map<String, @Nullable Object>>> described,
      Map<String, String> byId) {}

  /**
   * What one object gave.
   *
   * @param schema its fields; null where there are none
   * @param problems why there are none, or what else is to be told; empty for one that is hidden
   */
  record Found(ObjectItem object, @Nullable SchemaObject schema, List<Problem> problems) {

    /** Whether it is an object whose fields could not be had, rather than one that is none. */
    boolean unread() {
      return schema == null && !problems.isEmpty();
    }
  }

  /** The objects, without those that are hidden. */
  public List<ObjectSummary> objects(Progress progress) {
    return lister.list(described(progress), progress).objects().values().stream()
        .map(ObjectItem::summary)
        .toList();
  }

  private List<Described> described(Progress progress) {
    return describer != null
            && definition.metadata() != null
            && definition.metadata().listsObjects()
        ? describer.all(progress)
        : List.of();
  }

  /**
   * @param names which objects; empty = all that are not hidden
   */
  public Discovery discover(Collection<String> names, Progress progress) {
    progress.update(0, -1, "objects");
    List<Described> described = described(progress);
    ObjectLister.Listing listing = lister.list(described, progress);
    api.listed();
    List<Problem> problems = new ArrayList<>(listing.problems());
    List<ObjectItem> wanted = new ArrayList<>();
    for (String name : names) {
      ObjectItem item = listing.objects().get(name);
      if (item == null) {
        problems.add(
            Problem.error(
                "object-unknown",
                null,
                "There is no object '" + name + "' that this user can see.",
                "Check its API name. " + DidYouMean.among(name, listing.objects().keySet())));
      } else if (!wanted.contains(item)) {
        wanted.add(item);
      }
    }
    if (names.isEmpty()) {
      listing.objects().values().stream().filter(o -> !o.hidden()).forEach(wanted::add);
    }
    Map<String, List<Map<String, @Nullable Object>>> fields = new HashMap<>();
    described.forEach(d -> fields.putIfAbsent(String.valueOf(d.object().get("name")), d.fields()));
    Map<String, String> byId = new HashMap<>();
    listing.objects().values().forEach(o -> byId.putIfAbsent(o.id(), o.name()));
    Enricher enricher = new Enricher(api, loads, new ConcurrentHashMap<>());
    List<Found> found = all(wanted, new Run(api.scope(progress), enricher, fields, byId), progress);
    List<SchemaObject> objects = new ArrayList<>();
    for (Found each : found) {
      problems.addAll(each.problems());
      if (each.schema() != null) {
        objects.add(each.schema());
      }
    }
    problems.addAll(loads.problems());
    end().ifPresent(problems::add);
    boolean complete =
        problems.stream().noneMatch(Problem::isError) && listing.problems().isEmpty();
    List<String> unread = found.stream().filter(Found::unread).map(f -> f.object().name()).toList();
    return new Discovery(Schema.of(definition.info().id(), objects), problems, complete, unread);
  }

  /** What an answer says of the end of the API version in use, or else the definition. */
  private Optional<Problem> end() {
    ConnectorDefinition.ApiVersion version = definition.apiVersion();
    String told = api.announcedEnd();
    String end = told != null || version == null ? told : version.end();
    return end == null
        ? Optional.empty()
        : Optional.of(
            Problem.warning(
                "remote-api-version-ends",
                null,
                definition.info().name() + " ends the API in use on " + end + ".",
                "Update Crosswalk or the connector definition before then."
                    + (version == null || version.endSource() == null
                        ? ""
                        : " See " + version.endSource())));
  }

  private List<Found> all(List<ObjectItem> wanted, Run run, Progress progress) {
    RequestSpec.Batch batch = definition.fields().batch();
    int size = batch == null || wanted.size() == 1 ? 1 : batch.max();
    AtomicInteger done = new AtomicInteger();
    progress.update(0, wanted.size(), "objects");
    Semaphore slots = new Semaphore(definition.limits().concurrency() * 2);
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    List<Future<List<Found>>> futures = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (int from = 0; from < wanted.size(); from += size) {
          List<ObjectItem> part = wanted.subList(from, Math.min(wanted.size(), from + size));
          futures.add(
              threads.submit(() -> {
                slots.acquire();
                try {
                  RuntimeException ended = failure.get();
                  if (ended != null) {
                    throw ended;
                  }
                  List<Found> result = new ArrayList<>();
                  reader
                      .read(part, run.scope(), progress)
                      .forEach((object, read) -> {
                        result.add(one(object, read, run, progress));
                        progress.update(done.incrementAndGet(), wanted.size(), "objects");
                      });
                  return result;
                } catch (RuntimeException e) {
                  failure.compareAndSet(null, e);
                  throw e;
                } finally {
                  slots.release();
                }
              }));
        }
        return gathered(futures);
      } catch (CancellationException e) {
        threads.shutdownNow();
        throw e;
      } catch (RuntimeException e) {
        letEnd(threads);
        throw e;
      }
    }
  }

  /** What was asked already is answered and kept, so that the next try need not ask it again. */
  private static void letEnd(ExecutorService threads) {
    threads.shutdown();
    try {
      boolean _ = threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  private static List<Found> gathered(List<Future<List<Found>>> futures) {
    List<Found> all = new ArrayList<>();
    for (Future<List<Found>> future : futures) {
      try {
        all.addAll(future.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Cancelled.");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    return all;
  }

  private Found one(ObjectItem object, FieldReader.Read read, Run run, Progress progress) {
    if (read.hidden()) {
      return new Found(object, null, List.of());
    }
    ApiFailure failure = read.failure();
    if (failure != null) {
      Problem problem = failure.problem();
      return new Found(
          object,
          null,
          List.of(
              Problem.error(
                  problem.code(),
                  null,
                  "The fields of '" + object.name() + "' could not be read. " + problem.what(),
                  problem.next())));
    }
    List<Problem> problems = new ArrayList<>(read.warnings());
    try {
      Map<String, Map<String, @Nullable Object>> fields =
          assembler.joined(object, List.of(described(object, run, progress), read.fields()));
      if (fields.isEmpty() && describer == null && !definition.fields().sources().isEmpty()) {
        problems.add(0, without(object));
        return new Found(object, null, problems);
      }
      if (fields.isEmpty() && definition.metadata() != null && definition.metadata().guesses()) {
        problems.add(nothingToGuessFrom(object));
      }
      problems.addAll(run.enricher().enrich(object, fields.values(), run.scope(), progress));
      return new Found(object, assembler.object(object, fields.values(), run.byId()), problems);
    } catch (ApiFailure e) {
      if (!FieldReader.ofOneObject(e)) {
        throw e;
      }
      return one(object, FieldReader.Read.failed(e), run, progress);
    }
  }

  /** An object without fields is nothing to map, and mostly a definition that looks elsewhere. */
  private static Problem without(ObjectItem object) {
    return Problem.error(
        "remote-no-fields",
        null,
        "No field of '" + object.name() + "' was found where the definition looks for them.",
        "Compare 'fields.items' with the answer; 'fields.hide' leaves such objects out.");
  }

  private static Problem nothingToGuessFrom(ObjectItem object) {
    return Problem.warning(
        "remote-no-records",
        null,
        "'" + object.name() + "' has no records, so its fields cannot be guessed.",
        "Discover it again when it has some, or name its fields in 'fields.add'.");
  }

  private List<Map<String, @Nullable Object>> described(
      ObjectItem object, Run run, Progress progress) {
    if (describer == null) {
      return List.of();
    }
    List<Map<String, @Nullable Object>> known = run.described().get(object.name());
    return known != null
        ? known
        : definition.metadata() != null && definition.metadata().listsObjects()
            ? List.of()
            : describer.fields(object, run.scope(), progress);
  }
}
