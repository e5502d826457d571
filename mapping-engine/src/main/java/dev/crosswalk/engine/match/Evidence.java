package dev.crosswalk.engine.match;

import java.util.List;

/**
 * One kind of reason why a source field may feed a target field. Pure, and asked for many pairs.
 */
interface Evidence {

  /** What {@link #strength} gives where the schemas say nothing of this kind. */
  double SILENT = Double.NaN;

  /** The short word shown to people and used in the weights file. */
  String name();

  /**
   * What full strength adds to the log-odds that a pair belongs together, before anything was
   * learned; at least 0.
   */
  double weight();

  /**
   * The strength that stands in where this is silent: more than 0 for what could have spoken
   * against the pair and did not.
   */
  default double silent() {
    return 0;
  }

  /**
   * From 0 (speaks against, or nothing in common) to 1 (as strong as can be); or {@link #SILENT}.
   */
  double strength(FieldProfile source, FieldProfile target);

  /** {@link #strength} of each of some sources, which a kind may tell quicker together. */
  default double[] strengths(List<FieldProfile> sources, FieldProfile target) {
    double[] out = new double[sources.size()];
    for (int k = 0; k < out.length; k++) {
      out[k] = strength(sources.get(k), target);
    }
    return out;
  }

  /** All kinds but history, in the order in which to show them. */
  static List<Evidence> all(Thesaurus thesaurus, SoftWords soft) {
    return List.of(
        new NameEvidence(),
        new LabelEvidence(),
        new ThesaurusEvidence(),
        new WordsEvidence(soft),
        new SpellingEvidence(),
        new LettersEvidence(),
        new MentionEvidence(),
        new DescriptionEvidence(),
        new ValuesEvidence(new Values(thesaurus)),
        new SamplesEvidence(),
        new DistributionEvidence(),
        new TypeEvidence(),
        new ConstraintsEvidence(),
        new StructureEvidence());
  }
}
