package dev.crosswalk.connectors.definition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how hard a system may be asked. */
final class LimitReader {
  private LimitReader() {}

  static LimitSpec read(DefinitionNode node) {
    if (node.isNull()) {
      return LimitSpec.usual();
    }
    List<LimitSpec.Rate> rates = new ArrayList<>();
    for (DefinitionNode rate : node.get("rates").items()) {
      rates.add(
          new LimitSpec.Rate(
              rate.get("requests").number(1),
              Duration.ofSeconds(rate.get("perSeconds").number(1)),
              rate.get("paths").texts()));
    }
    DefinitionNode throttle = node.get("throttle");
    return new LimitSpec(
        node.get("concurrency").number(4),
        rates,
        quota(node.get("quota")),
        throttle.isNull()
            ? null
            : new LimitSpec.Throttle(
                throttle.get("remainingHeader").text(""), throttle.get("windowMsHeader").text("")),
        retry(node.get("retry")));
  }

  private static LimitSpec.@Nullable Quota quota(DefinitionNode quota) {
    if (quota.isNull()) {
      return null;
    }
    String pattern = quota.get("pattern").text();
    if (pattern != null) {
      checkPattern(quota.get("pattern"), pattern);
    }
    return new LimitSpec.Quota(
        quota.get("header").text(),
        pattern == null ? null : Pattern.compile(pattern),
        quota.get("remainingHeader").text(),
        quota.get("limitHeader").text(),
        quota.has("limit") ? quota.get("limit").number(0) : null,
        quota.get("stopAtPercent").number(80));
  }

  private static LimitSpec.Retry retry(DefinitionNode retry) {
    LimitSpec.Retry usual = LimitSpec.usualRetry();
    if (retry.isNull()) {
      return usual;
    }
    List<LimitSpec.After> after = new ArrayList<>();
    for (DefinitionNode node : retry.get("after").items()) {
      after.add(
          new LimitSpec.After(
              node.get("header").text(""),
              LimitSpec.AfterUnit.ofWord(node.get("as").text("seconds"))));
    }
    return new LimitSpec.Retry(
        retry.has("statuses")
            ? Set.copyOf(retry.get("statuses").items().stream().map(s -> s.number(0)).toList())
            : usual.statuses(),
        retry.get("max").number(usual.max()),
        Duration.ofMillis(retry.get("firstMs").number(1000)),
        Duration.ofMillis(retry.get("maxMs").number(30_000)),
        after);
  }

  static void checkPattern(DefinitionNode node, String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      node.problem(
          "connector-pattern",
          "The pattern '" + pattern + "' cannot be read: " + e.getDescription() + ".",
          "Write a regular expression without look-around and back references.");
    }
  }
}
