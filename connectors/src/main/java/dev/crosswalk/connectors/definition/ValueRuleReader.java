package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.schema.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how values look in records. */
final class ValueRuleReader {
  private ValueRuleReader() {}

  static Map<String, ValueRule> read(DefinitionNode values) {
    Map<String, ValueRule> rules = new LinkedHashMap<>();
    values
        .entries()
        .forEach((word, node) -> {
          if (!word.equals("*") && FieldType.ofWord(word).isEmpty()) {
            List<String> known = Stream.of(FieldType.values()).map(FieldType::word).toList();
            node.problem(
                "connector-type",
                "The type '" + word + "' is unknown.",
                DidYouMean.among(word, known));
          }
          rules.put(word, rule(node));
        });
    return rules;
  }

  private static ValueRule rule(DefinitionNode n) {
    List<ValueRule.Format> formats = new ArrayList<>();
    List<DateTimeFormatter> patterns = new ArrayList<>();
    for (DefinitionNode format : n.get("formats").items()) {
      Optional<ValueRule.Format> known = format(format.text(""));
      if (known.isPresent()) {
        formats.add(known.get());
      } else {
        pattern(format).ifPresent(patterns::add);
      }
    }
    if (n.has("zone") && formats.isEmpty() && patterns.isEmpty()) {
      formats.add(ValueRule.Format.ISO_OFFSET);
    }
    String zone = n.get("zone").text("utc");
    String pair = n.get("pair").text();
    return new ValueRule(
        n.get("split").text(),
        n.has("from"),
        n.get("emptyIsNull").flag(false),
        n.get("falseIsNull").flag(false),
        n.get("trueValues").texts(),
        n.get("falseValues").texts(),
        formats,
        patterns,
        zone.equals("local"),
        zone(n.get("zone"), zone),
        pair == null ? null : pair.equals("second") ? 1 : 0,
        divisor(n),
        n.get("expr").expressionOrNull());
  }

  private static Optional<ValueRule.Format> format(String word) {
    return Stream.of(ValueRule.Format.values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
        .findFirst();
  }

  private static Optional<DateTimeFormatter> pattern(DefinitionNode node) {
    try {
      return Optional.of(DateTimeFormatter.ofPattern(node.text(""), Locale.ENGLISH));
    } catch (IllegalArgumentException e) {
      node.problem(
          "connector-value",
          "'" + node.text("") + "' is neither a known form nor a pattern of a date or time.",
          "Use a word such as iso-date, or a pattern such as dd/MM/yyyy HH:mm.");
      return Optional.empty();
    }
  }

  private static ZoneId zone(DefinitionNode node, String text) {
    if (text.equals("utc") || text.equals("local")) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      node.problem(
          "connector-value",
          "The time zone '" + text + "' is unknown.",
          "Use utc, local, or a name such as Europe/Berlin.");
      return ZoneOffset.UTC;
    }
  }

  private static @Nullable BigDecimal divisor(DefinitionNode n) {
    return n.get("divideBy").plain() instanceof Number number && number.doubleValue() != 0
        ? new BigDecimal(number.toString())
        : null;
  }
}
