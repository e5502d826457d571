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
    boolean named = left && source.label().is(source.name());
    boolean same = left && target.label().is(target.name());
    if (right && !(named && same)) {
      best = Math.max(best, source.name().cosine(target.label()));
    }
    if (left && right && !named && !same) {
      best = Math.max(best, source.label().cosine(target.label()));
    }
    return best;
  }
}
