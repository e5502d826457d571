package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * What both systems demand of the values, as far as both say: given by the system, unique,
 * required, how long, how exact, single or several. A reference or a list of what may be chosen is
 * compared elsewhere.
 */
final class ConstraintsEvidence implements Evidence {
  /** Lengths that systems give to any text say nothing when they agree. */
  private static final int COMMON_LENGTH = 255;

  @Override
  public String name() {
    return "constraints";
  }

  @Override
  public double weight() {
    return 0.8;
  }

  @Override
  public double silent() {
    return 0.5;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    Field a = source.field();
    Field b = target.field();
    double sum = 0;
    double of = 0;
    Boolean key = either(a.unique(), a.externalId());
    Boolean otherKey = either(b.unique(), b.externalId());
    if (key != null && otherKey != null && (key || otherKey)) {
      sum += key.equals(otherKey) ? 2 : 0.4;
      of += 2;
    }
    Boolean given = either(a.readOnly(), a.calculated());
    Boolean otherGiven = either(b.readOnly(), b.calculated());
    if (given != null && otherGiven != null && (given || otherGiven)) {
      sum += given.equals(otherGiven) ? 1 : 0.35;
      of += 1;
    }
    if (a.required() != null && b.required() != null && (a.isRequired() || b.isRequired())) {
      sum += a.required().equals(b.required()) ? 1 : 0.4;
      of += 1;
    }
    if (a.multiple() != null && b.multiple() != null && !a.multiple().equals(b.multiple())) {
      sum += 0.2;
      of += 1;
    }
    double length = length(a.length(), b.length());
    if (!Double.isNaN(length)) {
      sum += length;
      of += 1;
    }
    if (a.scale() != null && b.scale() != null) {
      sum += a.scale().equals(b.scale()) ? 0.7 : 0.35;
      of += 1;
    }
    return of == 0 ? SILENT : sum / of;
  }

  /** 1 for the same telling length, down to 0.2 where one takes a fraction of the other. */
  private static double length(@Nullable Integer a, @Nullable Integer b) {
    if (a == null || b == null || a <= 0 || b <= 0) {
      return SILENT;
    }
    if (a.equals(b)) {
      return a < COMMON_LENGTH ? 1 : SILENT;
    }
    double ratio = (double) Math.min(a, b) / Math.max(a, b);
    return 0.2 + 0.6 * ratio;
  }

  /** True where one of them is, null where nothing is said. */
  private static @Nullable Boolean either(@Nullable Boolean a, @Nullable Boolean b) {
    if (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)) {
      return Boolean.TRUE;
    }
    return a == null ? b : a;
  }
}
