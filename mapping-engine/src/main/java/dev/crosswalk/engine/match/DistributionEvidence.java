package dev.crosswalk.engine.match;

/** How the values are spread: their lengths, signs, repeats and amounts. */
final class DistributionEvidence implements Evidence {
  @Override
  public String name() {
    return "distribution";
  }

  @Override
  public double weight() {
    return 0.5;
  }

  @Override
  public double silent() {
    return 0.5;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    Distribution a = source.samples().distribution();
    Distribution b = target.samples().distribution();
    if (a == null || b == null) {
      return SILENT;
    }
    double seen = Math.min(a.seen(), b.seen());
    return 0.5 + (a.likeness(b) - 0.5) * seen / (seen + 4);
  }
}
