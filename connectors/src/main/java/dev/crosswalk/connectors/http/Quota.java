package dev.crosswalk.connectors.http;

import com.google.re2j.Matcher;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.definition.LimitSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls left, as the answers tell. Thread-safe. */
final class Quota {
  private final LimitSpec.@Nullable Quota spec;
  private volatile Identity.@Nullable Budget budget;

  Quota(LimitSpec.@Nullable Quota spec) {
    this.spec = spec;
  }

  void learn(Answer answer) {
    if (spec == null) {
      return;
    }
    String text = spec.header() == null ? null : answer.header(spec.header());
    if (text != null && spec.pattern() != null) {
      Matcher matcher = spec.pattern().matcher(text);
      if (matcher.find()) {
        set(matcher.group("used"), matcher.group("limit"));
      }
    }
    String remaining =
        spec.remainingHeader() == null ? null : answer.header(spec.remainingHeader());
    String limit = spec.limitHeader() == null ? null : answer.header(spec.limitHeader());
    if (remaining != null && limit != null && isNumber(remaining) && isNumber(limit)) {
      set(String.valueOf(Long.parseLong(limit) - Long.parseLong(remaining)), limit);
    }
  }

  private void set(String used, String limit) {
    if (isNumber(used) && isNumber(limit)) {
      budget = new Identity.Budget(Long.parseLong(used), Long.parseLong(limit));
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,15}");
  }

  Optional<Identity.Budget> budget() {
    return Optional.ofNullable(budget);
  }

  /** Whether the share that may be used is used up. */
  boolean spent() {
    Identity.Budget now = budget;
    return spec != null
        && now != null
        && now.limit() > 0
        && now.used() * 100 >= now.limit() * spec.stopAtPercent();
  }

  int stopAtPercent() {
    return spec == null ? 100 : spec.stopAtPercent();
  }
}
