package dev.crosswalk.engine.match;

/** The words of one field's name stand in what is said about the other. */
final class MentionEvidence implements Evidence {
  /** A name of so much rarity is half telling. */
  private static final double TELLING = 2;

  @Override
  public String name() {
    return "mention";
  }

  @Override
  public double weight() {
    return 0.5;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    return Math.max(within(source.own(), target.text()), within(target.own(), source.text()));
  }

  /** Share of the words, weighed by rarity, that the text has too. */
  static double within(TextVector own, TextVector text) {
    int[] x = own.ids();
    int[] y = text.ids();
    double all = 0;
    double found = 0;
    int j = 0;
    for (int i = 0; i < x.length; i++) {
      all += own.weights()[i];
      while (j < y.length && y[j] < x[i]) {
        j++;
      }
      if (j < y.length && y[j] == x[i]) {
        found += own.weights()[i];
      }
    }
    return all == 0 ? 0 : found / (all + TELLING);
  }
}
