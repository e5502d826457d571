package dev.crosswalk.engine.match;

/** Words of name or label that are cut or spelled alike. */
final class WordsEvidence implements Evidence {
  private final SoftWords soft;

  WordsEvidence(SoftWords soft) {
    this.soft = soft;
  }

  @Override
  public String name() {
    return "words";
  }

  @Override
  public double weight() {
    return 1.0;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    double best = soft.cosine(source.meaning(), target.meaning());
    boolean left = !source.label().isEmpty() && !source.labelMeaning().is(source.meaning());
    if (left) {
      best = Math.max(best, soft.cosine(source.labelMeaning(), target.meaning()));
    }
    if (!target.label().isEmpty() && !target.labelMeaning().is(target.meaning())) {
      best = Math.max(best, soft.cosine(source.meaning(), target.labelMeaning()));
      if (left) {
        best = Math.max(best, soft.cosine(source.labelMeaning(), target.labelMeaning()));
      }
    }
    return best;
  }
}
