package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.DidYouMean;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.plugin.Plugins;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Discovers objects with their fields: some at a time, with progress in objects. An object that
 * cannot be read is named in the problems and is not in the schema; what concerns the whole
 * connection ends the discovery.
 */
public final class Discoverer {
  private final Api api;
  private final ConnectorDefinition definition;
  private final ObjectLister lister;
  private final FieldReader reader;
  private final FieldMapper mapper;

  public Discoverer(Api api) {
    this.api = api;
    this.definition = api.definition();
    this.lister = new ObjectLister(api);
    this.reader = new FieldReader(api);
    this.mapper = new FieldMapper(definition);
  }

  /** What one object gave: its fields or why there are none. */
  record Found(ObjectItem object, @Nullable SchemaObject schema, List<Problem> problems) {}

  /** The objects, without those that are hidden. */
  public List<ObjectSummary> objects(Progress progress) {
    return lister.list(progress).objects().values().stream().map(ObjectItem::summary).toList();
  }

  /**
   * @param names which objects; empty = all that are not hidden
   */
  public Discovery discover(Collection<String> names, Progress progress) {
    ObjectLister.Listing listing = lister.list(progress);
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
    List<Found> found = all(wanted, api.scope(progress), progress);
    List<SchemaObject> objects = new ArrayList<>();
    for (Found each : found) {
      problems.addAll(each.problems());
      if (each.schema() != null) {
        objects.add(each.schema());
      }
    }
    boolean complete =
        problems.stream().noneMatch(Problem::isError) && listing.problems().isEmpty();
    return new Discovery(Schema.of(definition.info().id(), objects), problems, complete);
  }

  private List<Found> all(List<ObjectItem> wanted, Scope scope, Progress progress) {
    RequestSpec.Batch batch = definition.fields().batch();
    int size = batch == null || wanted.size() == 1 ? 1 : batch.max();
    Enricher enricher = new Enricher(api, new ConcurrentHashMap<>());
    AtomicInteger done = new AtomicInteger();
    progress.update(0, wanted.size(), "objects");
    Semaphore slots = new Semaphore(definition.limits().concurrency() * 2);
    List<Future<List<Found>>> futures = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (int from = 0; from < wanted.size(); from += size) {
          List<ObjectItem> part = wanted.subList(from, Math.min(wanted.size(), from + size));
          futures.add(
              threads.submit(() -> {
                slots.acquire();
                try {
                  List<Found> result = new ArrayList<>();
                  reader
                      .read(part, scope, progress)
                      .forEach((object, read) -> {
                        result.add(one(object, read, enricher, scope, progress));
                        progress.update(done.incrementAndGet(), wanted.size(), "objects");
                      });
                  return result;
                } finally {
                  slots.release();
                }
              }));
        }
        return gathered(futures);
      } catch (RuntimeException e) {
        threads.shutdownNow();
        throw e;
      }
    }
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

  private Found one(
      ObjectItem object, FieldReader.Read read, Enricher enricher, Scope scope, Progress progress) {
    if (read.failure() != null) {
      Problem problem = read.failure().problem();
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
    List<Problem> problems = new ArrayList<>();
    Map<String, Map<String, @Nullable Object>> mapped = new LinkedHashMap<>();
    for (Object item : read.items()) {
      Map<String, @Nullable Object> attributes = mapper.map(item);
      if (attributes.get("name") != null) {
        mapped.putIfAbsent(String.valueOf(attributes.get("name")), attributes);
      }
    }
    for (Map<String, @Nullable Object> added : definition.fields().add()) {
      String name = String.valueOf(added.get("name"));
      Map<String, @Nullable Object> before = mapped.get(name);
      if (before == null) {
        mapped.put(name, new java.util.HashMap<>(added));
      } else {
        added.forEach((k, v) -> {
          if (v != null) {
            before.put(k, v);
          }
        });
      }
    }
    try {
      problems.addAll(enricher.enrich(object, mapped.values(), scope, progress));
    } catch (ApiFailure e) {
      return one(object, new FieldReader.Read(List.of(), e), enricher, scope, progress);
    }
    List<Field> fields = new ArrayList<>();
    mapped
        .values()
        .forEach(m -> java.util.Optional.ofNullable(mapper.field(m)).ifPresent(fields::add));
    return new Found(object, schema(object, fields), problems);
  }

  private SchemaObject schema(ObjectItem object, List<Field> fields) {
    List<Field> changed = fields;
    for (String name : definition.fields().postprocess()) {
      FieldPostprocessor step = Plugins.fieldPostprocessors().get(name);
      changed = step == null ? changed : step.apply(changed);
    }
    return new SchemaObject(
        object.name(),
        object.label(),
        object.plural(),
        object.description(),
        object.custom(),
        object.id().equals(object.name()) ? null : object.id(),
        object.endpoint(),
        changed);
  }
}
