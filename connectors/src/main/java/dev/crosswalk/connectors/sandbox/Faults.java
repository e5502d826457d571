package dev.crosswalk.connectors.sandbox;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What can go wrong at one account, switchable while it runs. All methods may be called from any
 * thread. Faults do not touch the sign-in pages unless they say so.
 */
public final class Faults {
  /** Where an account's faults are switched by HTTP: POST a JSON object, DELETE ends them all. */
  public static final String PATH = "/__sandbox__/faults";

  /** How the transport spoils an answer. */
  public enum Transport {
    NONE,
    HTML,
    CUT,
    GARBAGE
  }

  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicInteger html = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();
  private final AtomicInteger garbage = new AtomicInteger();
  private final AtomicInteger tokenGeneration = new AtomicInteger();
  private final AtomicInteger refreshGeneration = new AtomicInteger();
  private final AtomicInteger schemaGeneration = new AtomicInteger();
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
  private volatile Duration retryAfter = Duration.ofSeconds(1);
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean maintenance;
  private volatile boolean quota;
  private volatile boolean drift;
  private volatile boolean rotate;

  private final String people;

  /**
   * @param people the object in which the account has its people
   */
  Faults(String people) {
    this.people = people;
  }

  /** Every access token issued so far is refused from now on; refresh tokens still work. */
  public void expireTokens() {
    tokenGeneration.incrementAndGet();
  }

  /** Every refresh token issued so far is refused: a person must sign in again. */
  public void revokeRefreshTokens() {
    refreshGeneration.incrementAndGet();
  }

  /** Whether a refresh answers with a new refresh token and the old one is dead. */
  public void rotateRefreshTokens(boolean on) {
    rotate = on;
  }

  /** The next answers are "too many requests" with this Retry-After. */
  public void throttle(int answers, Duration after) {
    retryAfter = after;
    throttled.set(answers);
  }

  /** The daily quota is used up (until switched off). */
  public void quotaUsedUp(boolean on) {
    quota = on;
  }

  /** Every answer waits so long. */
  public void slow(Duration wait) {
    delay = wait;
  }

  /** The next answers break off in the middle of the body. */
  public void cutConnections(int answers) {
    cut.set(answers);
  }

  /** The next answers are a web page with status 200, as from a captive portal. */
  public void html(int answers) {
    html.set(answers);
  }

  /** The next answers claim gzip and are not. */
  public void garbage(int answers) {
    garbage.set(answers);
  }

  /** The service is down with 503 (until switched off). */
  public void maintenance(boolean on) {
    maintenance = on;
  }

  /** The signed-in user may no longer see the field. */
  public void hideField(String object, String field) {
    hidden.add(object + "." + field);
    schemaGeneration.incrementAndGet();
  }

  /** The signed-in user may not see the object's fields and records any more. */
  public void forbid(String object) {
    forbidden.add(object);
    schemaGeneration.incrementAndGet();
  }

  /** A half-permission: the signed-in user may see everything but the account's people. */
  public void forbidPeople() {
    forbid(people);
  }

  /** The account's prepared schema changes are in force: fields new, gone, renamed, retyped. */
  public void drift(boolean on) {
    drift = on;
    schemaGeneration.incrementAndGet();
  }

  /** Everything works again; tokens that were expired stay so. */
  public void reset() {
    throttled.set(0);
    html.set(0);
    cut.set(0);
    garbage.set(0);
    delay = Duration.ZERO;
    maintenance = false;
    quota = false;
    drift = false;
    rotate = false;
    hidden.clear();
    forbidden.clear();
    schemaGeneration.incrementAndGet();
  }

  /** What is switched on, for people. */
  public Set<String> describe() {
    Set<String> on = new TreeSet<>();
    add(on, "throttle", throttled.get());
    add(on, "html", html.get());
    add(on, "cut", cut.get());
    add(on, "garbage", garbage.get());
    add(on, "slowMillis", delay.toMillis());
    add(on, "maintenance", maintenance ? 1 : 0);
    add(on, "quota", quota ? 1 : 0);
    add(on, "drift", drift ? 1 : 0);
    add(on, "rotate", rotate ? 1 : 0);
    hidden.forEach(field -> on.add("hide " + field));
    forbidden.forEach(object -> on.add("forbid " + object));
    return on;
  }

  private static void add(Set<String> on, String name, long count) {
    if (count > 0) {
      on.add(name + " " + count);
    }
  }

  /** For the server: takes the next transport fault, which never hits the sign-in. */
  public Transport next(String path) {
    if (path.contains("/oauth")) {
      return Transport.NONE;
    }
    return take(cut)
        ? Transport.CUT
        : take(html) ? Transport.HTML : take(garbage) ? Transport.GARBAGE : Transport.NONE;
  }

  /** For the server: waits as long as answers are slowed down. */
  public void pause() {
    if (!delay.isZero()) {
      LockSupport.parkNanos(delay.toNanos());
    }
  }

  /** For the dialects: whether this answer is to be "too many requests". */
  public boolean takeThrottle() {
    return take(throttled);
  }

  private static boolean take(AtomicInteger left) {
    return left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
  }

  public Duration retryAfter() {
    return retryAfter;
  }

  public boolean inMaintenance() {
    return maintenance;
  }

  public boolean quotaIsUsedUp() {
    return quota;
  }

  public boolean drifted() {
    return drift;
  }

  public boolean rotates() {
    return rotate;
  }

  public boolean isHidden(String object, String field) {
    return hidden.contains(object + "." + field);
  }

  public boolean isForbidden(String object) {
    return forbidden.contains(object);
  }

  /** Grows when access tokens issued so far stop working. */
  public int tokenGeneration() {
    return tokenGeneration.get();
  }

  /** Grows when refresh tokens issued so far stop working. */
  public int refreshGeneration() {
    return refreshGeneration.get();
  }

  /** Grows with every change of what a describe answers. */
  public int schemaGeneration() {
    return schemaGeneration.get();
  }
}
