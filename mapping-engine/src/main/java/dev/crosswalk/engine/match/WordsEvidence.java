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
    if (!source.label().isEmpty()) {
      best = Math.max(best, soft.cosine(source.labelMeaning(), target.meaning()));
    }
    if (!target.label().isEmpty()) {
      best = Math.max(best, soft.cosine(source.meaning(), target.labelMeaning()));
      best = Math.max(best, soft.cosine(source.labelMeaning(), target.labelMeaning()));
    }
    return best;
  }
}
