package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Input;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sorts a mapping's targets into Ampersand's kinds of fields. The manifest is one for all
 * customers, so what any customer changes is a question in it.
 */
final class AmpersandFields {

  /** How a target stands in the manifest. */
  enum Role {
    /** The same source for everyone. */
    FIXED,
    /** The same source for those who have it. */
    OPTIONAL,
    /** Everyone has it, and each customer names the source. */
    ASKED,
    /** Those customers who have it name the source. */
    ASKED_OPTIONAL,
    /** No single source: the sources go along as they are. */
    PARTS
  }

  /**
   * @param source of FIXED and OPTIONAL; null otherwise
   */
  record Entry(String target, Role role, @Nullable String source) {}

  private final MappingSet set;

  AmpersandFields(MappingSet set) {
    this.set = set;
  }

  List<Entry> entries() {
    SortedSet<String> targets = new TreeSet<>(set.base().fields().keySet());
    set.customers().values().forEach(m -> targets.addAll(m.fields().keySet()));
    return targets.stream().map(this::entry).toList();
  }

  private Entry entry(String target) {
    List<Optional<Input>> inputs = new ArrayList<>();
    Optional<FieldMapping> base = set.base().field(target);
    base.ifPresent(field -> inputs.add(Optional.of(field.input())));
    for (Mapping mapping : set.customers().values()) {
      inputs.add(mapping.field(target).map(FieldMapping::input));
    }
    boolean everyone = inputs.stream().allMatch(Optional::isPresent) && base.isPresent();
    Set<Input> different =
        inputs.stream()
            .flatMap(Optional::stream)
            .map(AmpersandFields::plain)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (different.size() == 1) {
      String source = single(different.iterator().next());
      if (source != null) {
        return new Entry(target, everyone ? Role.FIXED : Role.OPTIONAL, source);
      }
    }
    boolean askable =
        different.stream().anyMatch(input -> input instanceof Ask || single(input) != null);
    return askable
        ? new Entry(target, everyone ? Role.ASKED : Role.ASKED_OPTIONAL, null)
        : new Entry(target, Role.PARTS, null);
  }

  /** A list of one path is that path. */
  private static Input plain(Input input) {
    String source = single(input);
    return source == null ? input : From.of(source);
  }

  /** The one source path of an input; null where it has none or several. */
  static @Nullable String single(Input input) {
    return input instanceof From from && from.paths().size() == 1 ? from.paths().get(0) : null;
  }

  /** The target's entry as a map of the manifest. */
  Map<String, Object> manifest(Entry entry) {
    Map<String, Object> field = new LinkedHashMap<>();
    if (entry.source() != null) {
      field.put("fieldName", path(entry.source()));
    }
    field.put("mapToName", path(entry.target()));
    field.put("mapToDisplayName", label(entry.target()));
    if (entry.source() == null) {
      Input input = set.base().field(entry.target()).map(FieldMapping::input).orElse(null);
      field.put(
          "prompt",
          input instanceof Ask ask
              ? ask.question()
              : "Which field is the " + label(entry.target()) + "?");
      String offer =
          input instanceof Ask ask ? ask.suggest() : input == null ? null : single(input);
      if (offer != null && isStandard(offer)) {
        field.put("default", path(offer));
      }
    }
    return field;
  }

  /** A customer's own field cannot be offered to the others. */
  private boolean isStandard(String source) {
    return set.source() != null
        && set.source().field(source).filter(f -> Boolean.FALSE.equals(f.custom())).isPresent();
  }

  /** Every source that a mapping reads beyond the single ones, for the record to carry. */
  Set<String> parts(Mapping mapping, Set<String> already) {
    Set<String> parts = new TreeSet<>();
    for (FieldMapping field : mapping.fields().values()) {
      if (single(field.input()) == null) {
        parts.addAll(field.sources());
      }
      if (field.input() instanceof Expr expr) {
        parts.addAll(readBy(expr.expression()));
      }
      if (field.when() != null) {
        parts.addAll(readBy(field.when()));
      }
    }
    parts.removeAll(already);
    return parts;
  }

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** The source fields whose names stand in an expression; none where the source is not known. */
  private Set<String> readBy(String expression) {
    return set.source() == null
        ? Set.of()
        : NAME.matcher(expression)
            .results()
            .map(match -> match.group())
            .filter(name -> set.source().field(name).isPresent())
            .collect(Collectors.toSet());
  }

  private String label(String target) {
    String known =
        set.target() == null
            ? null
            : set.target().field(target).map(Field::label).filter(Objects::nonNull).orElse(null);
    if (known != null && !known.isBlank()) {
      return known;
    }
    String words = target.replaceAll("[_.\\-\\[\\]']+", " ").trim();
    return words.isEmpty() ? target : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** A plain name as it is, a nested one as {@code $['a']['b']}. */
  static String path(String text) {
    List<String> names = FieldPath.parse(text).names();
    if (names.size() == 1 && !names.get(0).contains(".") && !names.get(0).contains("[")) {
      return names.get(0);
    }
    return names.stream()
        .map(name -> "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']")
        .collect(Collectors.joining("", "$", ""));
  }
}
