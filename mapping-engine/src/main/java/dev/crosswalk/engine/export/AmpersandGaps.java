package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.AmpersandFields.Entry;
import dev.crosswalk.engine.export.AmpersandFields.Role;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.transform.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists what Ampersand cannot say, with the JSONata that does it downstream. */
final class AmpersandGaps {
  static final String HEAD =
      """
      # What the manifest does not say

      Written by Crosswalk (export ampersand) beside amp.yaml. Ampersand delivers fields and renames them; the
      rest is done downstream. Each expression is JSONata over the record as the provider delivers it.
      """;

  private final MappingSet set;
  private final List<Entry> entries;

  AmpersandGaps(MappingSet set, List<Entry> entries) {
    this.set = set;
    this.entries = entries;
  }

  /** One sentence a gap, naming mapping, customer and target. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    mapping(set.base(), all);
    set.customers()
        .forEach((customer, mapping) -> {
          List<String> own = new ArrayList<>();
          mapping(mapping, own);
          own.stream()
              .map(s -> s.replaceFirst(": ", " for " + customer + ": "))
              .filter(s -> !all.contains(s.replaceFirst(" for " + customer, "")))
              .toList()
              .forEach(all::add);
        });
    return all;
  }

  private void mapping(Mapping mapping, List<String> all) {
    mapping
        .fields()
        .forEach((target, field) -> {
          List<String> gaps = gaps(target, field);
          if (!gaps.isEmpty()) {
            all.add(mapping.id() + ": " + target + ": " + String.join("; ", gaps) + ".");
          }
        });
    for (RowFilter filter : mapping.where()) {
      if (!AmpersandInstallation.isFilter(mapping, filter)) {
        all.add(
            mapping.id()
                + ": the row filter on "
                + filter.field()
                + " ("
                + filter.operator()
                + ") is not applied.");
      }
    }
  }

  private List<String> gaps(String target, FieldMapping field) {
    List<String> gaps = new ArrayList<>();
    switch (field.input()) {
      case FieldMapping.From from -> {
        if (from.paths().size() > 1) {
          gaps.add("its sources (" + String.join(", ", from.paths()) + ") are not combined");
        }
      }
      case FieldMapping.Expr expr -> gaps.add("the expression is not run");
      case FieldMapping.Constant constant -> gaps.add("the constant is not set");
      case FieldMapping.Ask ask -> {}
    }
    if (field.when() != null) {
      gaps.add("the condition is not tested");
    }
    if (!field.use().isEmpty()) {
      gaps.add(
          "steps are not run ("
              + field.use().stream().map(StepCall::name).collect(Collectors.joining(", "))
              + ")");
    }
    values(field).ifPresent(gaps::add);
    if (field.fallback() != null) {
      gaps.add("the default is not set");
    }
    if (field.reference() != null) {
      gaps.add("the reference is not looked up");
    }
    boolean parts =
        entries.stream().anyMatch(e -> e.target().equals(target) && e.role() == Role.PARTS);
    if (parts && gaps.isEmpty()) {
      gaps.add("it has no single source");
    }
    return gaps;
  }

  private Optional<String> values(FieldMapping field) {
    if (field.values() == null) {
      return Optional.empty();
    }
    String source = AmpersandFields.single(field.input());
    boolean written =
        source != null
            && AmpersandInstallation.valueMap(field.values(), source, set.source()).isPresent();
    if (!written) {
      return Optional.of("the value map is not applied (it is no one-to-one map of a picklist)");
    }
    return field.values().other() instanceof KeepOther
        ? Optional.empty()
        : Optional.of("values outside the value map are not treated");
  }

  /** The notes as Markdown; empty where there are none. */
  String text() {
    List<String> sentences = sentences();
    if (sentences.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n## " + set.base().id() + "\n\n");
    sentences.forEach(sentence -> text.append("- ").append(sentence).append('\n'));
    expressions("", set.base(), text);
    set.customers()
        .forEach((customer, mapping) -> {
          if (!mapping.fields().equals(set.base().fields())) {
            expressions(" for " + customer, mapping, text);
          }
        });
    return text.toString();
  }

  private void expressions(String whose, Mapping mapping, StringBuilder text) {
    StepContext context = new StepContext(mapping.defaults(), null);
    StringBuilder blocks = new StringBuilder();
    mapping
        .fields()
        .forEach((target, field) -> {
          boolean base = whose.isEmpty() || !field.equals(set.base().fields().get(target));
          if (base && !gaps(target, field).isEmpty()) {
            blocks.append("\n`").append(target).append("`\n\n");
            blocks.append(block(field, context));
          }
        });
    if (!blocks.isEmpty()) {
      text.append("\n### Expressions").append(whose).append('\n').append(blocks);
    }
  }

  private static String block(FieldMapping field, StepContext context) {
    return MappingJsonata.of(field, context)
        .map(expression -> "```jsonata\n" + expression + "\n```\n")
        .orElseGet(() -> {
          String obstacle = MappingJsonata.obstacle(field, context);
          return obstacle.isEmpty()
              ? "It has no source yet.\n"
              : "Not sayable in JSONata: the steps " + obstacle + ". Run the mapping itself.\n";
        });
  }
}
