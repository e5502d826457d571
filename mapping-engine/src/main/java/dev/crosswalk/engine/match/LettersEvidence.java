package dev.crosswalk.engine.match;

import java.util.List;

/** Runs of two to four letters shared anywhere in name, label and description, by rarity. */
final class LettersEvidence implements Evidence {
  @Override
  public String name() {
    return "letters";
  }

  @Override
  public double weight() {
    return 1.5;
  }

  @Override
  public double[] strengths(List<FieldProfile> sources, FieldProfile target) {
    float[] spread = target.letters().spread();
    double[] out = new double[sources.size()];
    for (int k = 0; k < out.length; k++) {
      TextVector letters = sources.get(k).letters();
      out[k] = letters.isEmpty() || spread.length == 0 ? SILENT : letters.cosine(spread);
    }
    return out;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    return source.letters().isEmpty() || target.letters().isEmpty()
        ? SILENT
        : source.letters().cosine(target.letters());
  }
}
