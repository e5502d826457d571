package dev.crosswalk.engine.drift;

import dev.crosswalk.engine.drift.SchemaDiff.AttributeChange;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a change of a source field means for one target that reads it. */
public final class DriftJudge {

  /**
   * What the mapping does with the field.
   *
   * @param fits whether the target's steps and type still take the field as it is now
   * @param key whether records are matched by the target
   * @param candidate whether another field is likely the one that is gone
   * @param target the target's field; null where it is not known
   */
  public record Use(
      Direction direction,
      FieldMapping field,
      boolean fits,
      boolean key,
      boolean candidate,
      @Nullable Field target) {

    /** Of a target of which nothing is known. */
    public Use(
        Direction direction, FieldMapping field, boolean fits, boolean key, boolean candidate) {
      this(direction, field, fits, key, candidate, null);
    }
  }

  /**
   * @param code what the change means
   * @param severity for this mapping
   */
  public record Verdict(DriftCode code, Severity severity) {}

  private DriftJudge() {}

  /**
   * What matters most of a change.
   *
   * @param before the field as it was reviewed
   * @param after the field as it is; the same as {@code before} where it is gone
   */
  public static Verdict judge(FieldChange change, Field before, Field after, Use use) {
    Set<DriftCode> codes = new TreeSet<>();
    if (change.kind() == Kind.REMOVED) {
      codes.add(use.candidate() ? DriftCode.FM103 : DriftCode.FM102);
    }
    for (AttributeChange attribute : change.attributes()) {
      codes.addAll(codes(attribute.attribute(), before, after, use));
    }
    codes.add(DriftCode.FM121);
    return codes.stream()
        .map(code -> new Verdict(code, severity(code, use)))
        .min(Comparator.comparing(Verdict::severity).thenComparing(Verdict::code))
        .orElseThrow();
  }

  private static Set<DriftCode> codes(String attribute, Field before, Field after, Use use) {
    return switch (attribute) {
      case "type" -> Set.of(use.fits() ? DriftCode.FM106 : DriftCode.FM105);
      case "length" -> fell(before, after, use, Field::length);
      case "precision" -> fell(before, after, use, Field::precision);
      case "scale" -> fell(before, after, use, Field::scale);
      case "read-only" -> isTrue(after.readOnly()) ? Set.of(DriftCode.FM108) : Set.of();
      case "calculated" -> isTrue(after.calculated()) ? Set.of(DriftCode.FM108) : Set.of();
      case "create-only" -> isTrue(after.createOnly()) ? Set.of(DriftCode.FM108) : Set.of();
      case "unique" -> use.key() && !isTrue(after.unique()) ? Set.of(DriftCode.FM110) : Set.of();
      case "external-id" ->
          use.key() && !isTrue(after.externalId()) ? Set.of(DriftCode.FM110) : Set.of();
      case "multiple" -> Set.of(DriftCode.FM111);
      case "restricted" -> isTrue(after.restricted()) ? Set.of(DriftCode.FM111) : Set.of();
      case "references" -> Set.of(DriftCode.FM114);
      case "values" -> values(before, after, use.field().values());
      default -> Set.of();
    };
  }

  /**
   * More room harms nobody, and less only where the target may hold more than there is room for
   * now.
   */
  private static Set<DriftCode> fell(
      Field before, Field after, Use use, Function<Field, @Nullable Integer> size) {
    Integer was = size.apply(before);
    Integer is = size.apply(after);
    Integer needed = use.target() == null ? null : size.apply(use.target());
    boolean less = is != null && (was == null || is < was);
    return less && (needed == null || is < needed) ? Set.of(DriftCode.FM107) : Set.of();
  }

  /**
   * Whether a field must be given when a record is created and did not have to be before.
   *
   * @param before the field as it was reviewed; null where there was none
   */
  public static boolean becameRequired(@Nullable Field before, Field after) {
    return after.isRequired()
        && (before == null || !before.isRequired())
        && after.defaultValue() == null
        && !after.isReadOnly()
        && !isTrue(after.calculated());
  }

  private static Set<DriftCode> values(Field before, Field after, @Nullable ValueMap map) {
    Set<DriftCode> codes = new LinkedHashSet<>();
    if (map != null) {
      Set<String> was = active(before);
      Set<String> is = active(after);
      if (was.stream().anyMatch(v -> !is.contains(v) && map.map().containsKey(v))) {
        codes.add(DriftCode.FM112);
      }
      if (is.stream().anyMatch(v -> !was.contains(v) && !map.map().containsKey(v))) {
        codes.add(DriftCode.FM113);
      }
    }
    return codes;
  }

  /** A new value that the map would reject is an error whichever way the mapping goes. */
  private static Severity severity(DriftCode code, Use use) {
    ValueMap map = use.field().values();
    boolean rejects = code == DriftCode.FM113 && map != null && map.other() instanceof RejectOther;
    return rejects ? Severity.ERROR : code.severity(use.direction());
  }

  private static Set<String> active(Field field) {
    return field.values().stream()
        .filter(v -> !Boolean.FALSE.equals(v.active()))
        .map(PicklistValue::value)
        .collect(Collectors.toSet());
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
