package dev.crosswalk.engine.match;

/** Words that differ but mean the same in CRM, ERP and support systems. */
final class ThesaurusEvidence implements Evidence {
  /** Whole fields on one line of the thesaurus: nearly as good as the same words. */
  static final double SAME_LINE = 0.85;

  @Override
  public String name() {
    return "thesaurus";
  }

  @Override
  public double weight() {
    return 1.6;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    double best = source.meaning().cosine(target.meaning());
    boolean left = !source.labelMeaning().is(source.meaning());
    if (left) {
      best = Math.max(best, source.labelMeaning().cosine(target.meaning()));
    }
    if (!target.labelMeaning().is(target.meaning())) {
      best = Math.max(best, source.meaning().cosine(target.labelMeaning()));
      best = left ? Math.max(best, source.labelMeaning().cosine(target.labelMeaning())) : best;
    }
    if (best < 1 && samePhrase(source, target)) {
      return 1;
    }
    if (best < SAME_LINE && FieldProfile.meet(source.groups(), target.groups())) {
      return SAME_LINE;
    }
    return best;
  }

  static boolean samePhrase(FieldProfile source, FieldProfile target) {
    return FieldProfile.meet(source.phraseIds(), target.phraseIds());
  }
}
