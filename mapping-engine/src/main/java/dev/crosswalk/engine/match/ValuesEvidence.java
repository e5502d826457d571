package dev.crosswalk.engine.match;

import java.util.Map;

/** Picklist values that are the same or mean the same; samples stand in where one has no list. */
final class ValuesEvidence implements Evidence {
  /** More different values than this are no picklist. */
  private static final int MOST = 30;

  private static final int FEW = 80;

  private final Values values;

  ValuesEvidence(Values values) {
    this.values = values;
  }

  @Override
  public String name() {
    return "values";
  }

  @Override
  public double weight() {
    return 2.0;
  }

  @Override
  public double silent() {
    return 0.2;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    Map<String, String> a = list(source);
    Map<String, String> b = list(target);
    boolean listed = !source.options().isEmpty() || !target.options().isEmpty();
    boolean words = !source.valueWords().isEmpty() && !target.valueWords().isEmpty();
    if (a.isEmpty() || b.isEmpty() || !(listed || words)) {
      return SILENT;
    }
    double cosine = source.valueWords().cosine(target.valueWords());
    // Long lists without a common word have no synonyms worth looking for one by one.
    boolean lists = cosine > 0 || a.size() * b.size() <= FEW;
    double overlap = lists ? Math.max(values.overlap(a, b), cosine) : 0;
    // One value in common says little: the fewer were seen, the nearer to the middle.
    double seen = Math.min(a.size(), b.size());
    return overlap * seen / (seen + 0.5);
  }

  /** The list of values of a field, by normal form; what samples show where it has none. */
  static Map<String, String> list(FieldProfile field) {
    if (!field.options().isEmpty()) {
      return field.options();
    }
    Map<String, String> seen = field.samples().distinct();
    return seen.size() <= MOST ? seen : Map.of();
  }
}
