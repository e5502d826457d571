package dev.crosswalk.app.cli;

import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suggestions in the JSON that scripts read (design: command-line.md). */
final class SuggestionJson {
  private SuggestionJson() {}

  static Map<String, Object> of(Suggestions suggestions) {
    return Map.of(
        "suggestions", suggestions.targets().stream().map(SuggestionJson::target).toList());
  }

  private static Map<String, Object> target(TargetSuggestion suggestion) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("target", suggestion.target());
    Candidate chosen = suggestion.chosen();
    if (chosen != null) {
      map.put("chosen", source(chosen));
    }
    map.put("candidates", suggestion.candidates().stream().map(SuggestionJson::candidate).toList());
    return map;
  }

  private static Object source(Candidate candidate) {
    List<String> sources = candidate.sources();
    return sources.size() == 1 ? sources.getFirst() : sources;
  }

  private static Map<String, Object> candidate(Candidate candidate) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("source", source(candidate));
    map.put("score", decimals(candidate.score(), 4));
    map.put("why", candidate.why());
    Map<String, Object> evidence = new LinkedHashMap<>();
    candidate.evidence().forEach((kind, strength) -> evidence.put(kind, decimals(strength, 2)));
    map.put("evidence", evidence);
    if (!candidate.use().isEmpty()) {
      map.put("use", candidate.use().stream().map(SuggestionJson::step).toList());
    }
    ValueMap values = candidate.values();
    if (values != null) {
      map.put("values", values(values));
    }
    return map;
  }

  private static Object step(StepCall step) {
    return step.parameters().isEmpty() ? step.name() : Map.of(step.name(), step.parameters());
  }

  private static Map<String, Object> values(ValueMap values) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("map", values.map());
    Map<String, @Nullable Object> other = new LinkedHashMap<>();
    switch (values.other()) {
      case SetOther set -> other.put("set", set.value());
      case RejectOther _ -> other.put("reject", true);
      case KeepOther _ -> {
        if (values.warn()) {
          other.put("keep", true);
        }
      }
    }
    if (values.warn()) {
      other.put("warn", true);
    }
    if (!other.isEmpty()) {
      map.put("other", other);
    }
    return map;
  }

  private static BigDecimal decimals(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
