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
    return new LimitSpec.Quota(
        quota.get("header").text(),
        usage(quota),
        quota.get("remainingHeader").text(),
        quota.get("limitHeader").text(),
        quota.has("limit") ? quota.get("limit").number(0) : null,
        quota.get("stopAtPercent").number(80));
  }

  /** The pattern for the header, or null where the calls left are told otherwise. */
  private static @Nullable Pattern usage(DefinitionNode quota) {
    String pattern = quota.get("pattern").text();
    if (quota.has("header") != (pattern != null)
        || quota.has("header") == quota.has("remainingHeader")) {
      quota.problem(
          "connector-quota",
          "The quota can never be known from these keys.",
          "Give 'header' and 'pattern', or 'remainingHeader' with 'limitHeader' or 'limit' where"
              + " there is one.");
      return null;
    }
    if (pattern == null || !checkPattern(quota.get("pattern"), pattern)) {
      return null;
    }
    Pattern compiled = Pattern.compile(pattern);
    if (!compiled.namedGroups().keySet().containsAll(List.of("used", "limit"))) {
      quota
          .get("pattern")
          .problem(
              "connector-pattern",
              "The pattern '" + pattern + "' has to have the groups 'used' and 'limit'.",
              "Write it as in 'api-usage=(?P<used>\\d+)/(?P<limit>\\d+)'.");
    }
    return compiled;
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

  /** Whether it can be read; where not, that is a problem of the file. */
  static boolean checkPattern(DefinitionNode node, String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      node.problem(
          "connector-pattern",
          "The pattern '" + pattern + "' cannot be read: " + e.getDescription() + ".",
          "Write a regular expression without look-around and back references.");
      return false;
    }
  }
}
