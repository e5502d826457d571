package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.http.AnswerMemory.Remembered;
import dev.crosswalk.engine.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Puts a memory before the requests of one discovery: nothing is asked twice, what a cut run has
 * read is not asked again, and what can be asked conditionally is. Thread-safe.
 */
final class Recall {
  private static final Set<String> KEPT = Set.of("etag", "last-modified", "link", "content-type");

  private final AnswerMemory.Run run;
  private final ConnectorDefinition.Conditional conditional;
  private final UnaryOperator<String> blank;
  private final UnaryOperator<@Nullable Object> secrets;
  private final Predicate<Object> unkept;
  private final ConcurrentMap<String, ReentrantLock> underWay = new ConcurrentHashMap<>();
  private final AtomicInteger same = new AtomicInteger();
  private final AtomicInteger changed = new AtomicInteger();
  private final AtomicInteger earlier = new AtomicInteger();
  private final Set<String> now = ConcurrentHashMap.newKeySet();
  private volatile boolean unchanged;

  /**
   * @param blank takes secrets out of a text, so that not even their hash is kept
   * @param secrets takes out of what an answer holds those secrets that cannot be words of its own
   * @param unkept whether an answer's body, or its address, holds one of the others
   */
  Recall(
      AnswerMemory.Run run,
      ConnectorDefinition.Conditional conditional,
      UnaryOperator<String> blank,
      UnaryOperator<@Nullable Object> secrets,
      Predicate<Object> unkept) {
    this.run = run;
    this.unkept = unkept;
    this.blank = blank;
    this.secrets = secrets;
    this.conditional = conditional;
  }

  /**
   * The objects are listed. If that is all as it was, and the system says that this covers the
   * fields too, what is remembered counts as fresh from now on.
   */
  void listed() {
    unchanged = conditional.listCoversFields() && same.get() > 0 && changed.get() == 0;
  }

  /** What to tell of answers that were read before the discovery was cut; null if nothing. */
  @Nullable Problem mixed() {
    Instant from = run.goesOnFrom().orElse(null);
    return from == null || earlier.get() == 0
        ? null
        : Problem.warning(
            "discovery-resumed",
            null,
            "This discovery went on with one that was cut: "
                + earlier.get()
                + " of its answers were read from "
                + from.truncatedTo(ChronoUnit.MINUTES)
                + " on. What changed in them since is not seen.",
            "If the system was changed meanwhile, discover once more, with --fresh on the command"
                + " line.");
  }

  void cut() {
    run.flush();
  }

  void finish() {
    run.finish(conditional.listCoversFields());
  }

  /** Asks the memory, and the system where that does not help. */
  Answer send(ApiRequest request, Function<ApiRequest, Answer> system, Progress progress) {
    String key = key(request);
    // The same request is under way once: others wait for it and find it remembered.
    ReentrantLock lock = underWay.computeIfAbsent(key, k -> new ReentrantLock());
    lock.lock();
    try {
      progress.check();
      Remembered known = run.find(key).orElse(null);
      if (known != null && (known.ofThisRun() || unchanged)) {
        if (!known.ofThisRun()) {
          run.keepAgain(key);
        } else if (now.add(key)) {
          earlier.incrementAndGet();
        }
        return answer(known);
      }
      now.add(key);
      Answer answer =
          system.apply(known == null ? request : request.plus(conditions(request, known)));
      if (answer.status() == 304 && known != null) {
        same.incrementAndGet();
        run.keepAgain(key);
        return answer(known);
      }
      changed.incrementAndGet();
      keep(key, answer);
      return answer;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A system may send a secret back; it must not get into the cache by that. An address without it
   * would lead elsewhere, so such an answer is asked for again, also where the address is in its
   * body; a validator without it would be another one, so it is left out. A short secret may be a
   * word of the system's own, which cannot be blanked; such an answer is asked for again, too.
   */
  private void keep(String key, Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.keySet().retainAll(KEPT);
    if (holdsSecret(answer.url()) || holdsSecret(headers.getOrDefault("link", ""))) {
      return;
    }
    headers.values().removeIf(this::holdsSecret);
    Object body = secrets.apply(answer.body());
    HttpUrl address = HttpUrl.parse(answer.url());
    if (leadsElsewhere(answer.body(), body)
        || (body != null && unkept.test(body))
        || (address != null && unkept.test(address))) {
      return;
    }
    run.keep(key, new Remembered(answer.status(), answer.url(), headers, body, true));
  }

  /** Whether a text that may be the address of a next page, was changed. */
  private static boolean leadsElsewhere(@Nullable Object before, @Nullable Object after) {
    return switch (before) {
      case String text -> !text.equals(after) && (text.indexOf('/') >= 0 || text.indexOf('?') >= 0);
      case Map<?, ?> map ->
          after instanceof Map<?, ?> other
              && map.entrySet().stream()
                  .anyMatch(e -> leadsElsewhere(e.getValue(), other.get(e.getKey())));
      case List<?> list ->
          after instanceof List<?> other
              && IntStream.range(0, Math.min(list.size(), other.size()))
                  .anyMatch(i -> leadsElsewhere(list.get(i), other.get(i)));
      case null, default -> false;
    };
  }

  private boolean holdsSecret(String text) {
    return !text.equals(secrets.apply(text));
  }

  private Map<String, String> conditions(ApiRequest request, Remembered known) {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (request.method().equals("GET")) {
      String etag = known.headers().get("etag");
      String modified = known.headers().get("last-modified");
      if (conditional.etag() && etag != null && isHeader(etag)) {
        conditions.put("If-None-Match", etag);
      }
      if (conditional.lastModified() && modified != null && isHeader(modified)) {
        conditions.put("If-Modified-Since", modified);
      }
    }
    return conditions;
  }

  /** Whether it can be sent: what older versions remembered of a validator may hold a blank. */
  private static boolean isHeader(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  private static Answer answer(Remembered known) {
    return new Answer(
        known.status(),
        known.url(),
        known.headers(),
        known.body(),
        !(known.body() instanceof String));
  }

  private String key(ApiRequest request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((request.method() + " " + request.url()).getBytes(StandardCharsets.UTF_8));
      if (request.body() != null) {
        digest.update(("\n" + blank.apply(request.body().text())).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
