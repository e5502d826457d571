package dev.crosswalk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.cache.H2SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.http.RequestEntry;
import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.Sandbox;
import dev.crosswalk.connectors.sandbox.SandboxConnection;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many discoveries with random faults: each ends either complete or with a named error, and never
 * with a wrong schema in the cache. {@code -Dcrosswalk.faultRuns=1000 -Dcrosswalk.faultSeed=…} for
 * more of them, or the same again.
 */
final class FaultRunTest {
  private static final int RUNS = Integer.getInteger("crosswalk.faultRuns", 60);
  private static final long SEED = Long.getLong("crosswalk.faultSeed", 20261125L);
  private static final List<String> ACCOUNTS =
      List.of("northwind", "fabrikam", "adventure", "tailspin", "litware");

  @TempDir Path folder;
  private final Map<String, Integer> ends = new TreeMap<>();
  private final AtomicReference<Consumer<RequestEntry>> onRequest =
      new AtomicReference<>(entry -> {});
  private final Set<String> cut = new HashSet<>();

  /** What an account is like: as it was made, with its changes, or with no right to its people. */
  private enum Face {
    PLAIN,
    DRIFTED,
    HALVED
  }

  private final Map<String, Face> faces = new HashMap<>();

  @Test
  void everyDiscoveryEndsCompleteOrNamedAndTheCacheIsNeverWrong() {
    Engines engines = new Engines(folder);
    engines.log.listen(entry -> onRequest.get().accept(entry));
    ConnectorCatalog catalog = engines.catalog();
    try (Sandbox sandbox =
            Sandbox.start(
                SandboxOptions.of(Clock.systemUTC())
                    .only(Sandbox.DIALECTS.toArray(String[]::new))
                    .approving()
                    .rotating());
        H2SchemaCache cache = H2SchemaCache.open(folder.resolve("cache"), Clock.systemUTC())) {
      Map<String, Map<Face, Schema>> truth = new HashMap<>();
      for (String account : ACCOUNTS) {
        Map<Face, Schema> all = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
          show(sandbox.faults(account), face);
          all.put(face, discovered(catalog, sandbox, account, face));
          sandbox.faults(account).reset();
        }
        assertThat(new HashSet<>(all.values())).as(account).hasSize(Face.values().length);
        truth.put(account, all);
      }
      for (int run = 0; run < RUNS; run++) {
        String account = ACCOUNTS.get(run % ACCOUNTS.size());
        Random random = new Random(SEED + run);
        // What a cut discovery has read is a day old at most, and true as of then: here the schema
        // stays as it is until the run that goes on with it is complete.
        int draw = random.nextInt(8);
        if (!cut.contains(account)) {
          faces.put(account, draw < 2 ? Face.DRIFTED : draw < 4 ? Face.HALVED : Face.PLAIN);
        }
        Face face = Objects.requireNonNull(faces.get(account));
        show(sandbox.faults(account), face);
        Map<Face, Schema> all = Objects.requireNonNull(truth.get(account));
        one(run, random, catalog, sandbox, cache, account, face, all);
        sandbox.faults(account).reset();
      }
    }
    System.out.println(RUNS + " discoveries with faults, seed " + SEED + ": " + ends);
    assertThat(ends.keySet())
        .as("the run tried both ends")
        .contains("complete")
        .hasSizeGreaterThan(1);
  }

  private static void show(Faults faults, Face face) {
    switch (face) {
      case PLAIN -> {}
      case DRIFTED -> faults.drift(true);
      case HALVED -> faults.forbidPeople();
    }
  }

  private static Schema discovered(
      ConnectorCatalog catalog, Sandbox sandbox, String account, Face face) {
    try (Session session = open(catalog, sandbox, account)) {
      Discovery discovery = session.discover(List.of(), Progress.NONE);
      assertThat(discovery.complete() || face == Face.HALVED).as(account).isTrue();
      return discovery.schema();
    }
  }

  private static Session open(ConnectorCatalog catalog, Sandbox sandbox, String account) {
    SandboxConnection connection = SandboxConnection.of(account, sandbox.account(account), catalog);
    return catalog.open(connection.profile(), connection.secrets());
  }

  private void one(
      int run,
      Random random,
      ConnectorCatalog catalog,
      Sandbox sandbox,
      H2SchemaCache cache,
      String account,
      Face face,
      Map<Face, Schema> all) {
    Schema right = Objects.requireNonNull(all.get(face));
    Faults faults = sandbox.faults(account);
    List<String> done = new ArrayList<>();
    Optional<SnapshotInfo> before = cache.latest(account);
    Consumer<RequestEntry> later =
        entry -> {
          synchronized (random) {
            if (random.nextInt(12) == 0) {
              done.add(fault(faults, random));
            }
          }
        };
    onRequest.set(later);
    done.add(fault(faults, random));
    String end;
    try (Session session = open(catalog, sandbox, account)) {
      Discovery found = session.discover(cache.answers(account), Progress.NONE);
      SnapshotInfo stored = cache.store(account, List.of(), found, Clock.systemUTC().instant());
      if (found.complete()) {
        end = "complete";
        cut.remove(account);
        assertThat(cache.schema(stored.id()))
            .as("run " + run + " at " + account + " with " + done)
            .contains(right);
      } else {
        end = "incomplete";
        cut.remove(account);
        named(run, account, done, found.problems());
        for (SchemaObject object : found.schema().objects()) {
          assertThat(right.object(object.name()))
              .as("run " + run + " at " + account + " with " + done)
              .contains(object);
        }
        for (SchemaObject object : cache.schema(stored.id()).orElseThrow().objects()) {
          assertThat(all.values().stream().map(s -> s.object(object.name())))
              .as("run " + run + " at " + account + ": what is kept was true once")
              .contains(Optional.of(object));
        }
      }
    } catch (ApiFailure e) {
      end = e.problem().code();
      cut.add(account);
      named(run, account, done, List.of(e.problem()));
      assertThat(cache.latest(account)).as("nothing is stored").isEqualTo(before);
    }
    onRequest.set(entry -> {});
    ends.merge(end, 1, Integer::sum);
  }

  private static void named(int run, String account, List<String> done, List<Problem> problems) {
    assertThat(problems)
        .as("run " + run + " at " + account + " with " + done)
        .isNotEmpty()
        .allSatisfy(p -> {
          assertThat(p.code()).startsWith("remote-");
          // Odoo's own word for it is told with it; no exception of ours is.
          assertThat(p.what().replace("(odoo.http.SessionExpiredException)", ""))
              .isNotBlank()
              .doesNotContain("Exception", "null");
          assertThat(p.next()).isNotBlank();
        });
  }

  private static String fault(Faults faults, Random random) {
    int count = 1 + random.nextInt(3);
    switch (random.nextInt(12)) {
      case 0 -> faults.throttle(count, Duration.ofSeconds(random.nextInt(20)));
      case 1 -> faults.throttle(20, Duration.ofSeconds(1));
      case 2, 3 -> faults.cutConnections(count);
      case 4 -> faults.html(count);
      case 5 -> faults.garbage(count);
      case 6, 7 -> faults.expireTokens();
      case 10 -> faults.slow(Duration.ofMillis(5));
      case 11 -> {
        faults.revokeRefreshTokens();
        faults.expireTokens();
      }
      case 8 -> faults.maintenance(random.nextBoolean());
      default -> faults.quotaUsedUp(random.nextInt(3) == 0);
    }
    return faults.describe().toString();
  }
}
