package dev.crosswalk.engine.match;

/** Words that the label of one field shares with the label or the name of the other. */
final class LabelEvidence implements Evidence {
  @Override
  public String name() {
    return "label";
  }

  @Override
  public double weight() {
    return 1.2;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    boolean left = !source.label().isEmpty();
    boolean right = !target.label().isEmpty();
    if (!left && !right) {
      return SILENT;
    }
    double best = left ? source.label().cosine(target.name()) : 0;
    if (right) {
      best = Math.max(best, source.name().cosine(target.label()));
      best = left ? Math.max(best, source.label().cosine(target.label())) : best;
    }
    return best;
  }
}
