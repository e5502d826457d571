package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Reason.Kind;
import dev.crosswalk.engine.match.Why.Joint;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of the evidence of a candidate what counts most. */
final class Reasons {
  /** More pieces than this nobody reads. */
  private static final int MOST = 3;

  /** From here on two texts say the same. */
  private static final double SAME = 0.97;

  /** From here on at least a word is the same, if one that says little. */
  private static final double A_WORD = 0.1;

  /** Below this the values of two fields are not of one kind. */
  static final double OTHER_VALUES = 0.25;

  private final AgreeingValues agreement;

  Reasons(Values values) {
    this.agreement = new AgreeingValues(values);
  }

  /**
   * What speaks for the pair, strongest first, then what speaks against it.
   *
   * @param decided what people decided before
   * @param limit what keeps the score low
   */
  Why of(
      FieldProfile source,
      FieldProfile target,
      Map<String, Double> evidence,
      Optional<Reason> decided,
      Optional<Reason> limit) {
    List<Reason> pieces = new ArrayList<>();
    decided.ifPresent(pieces::add);
    double name = evidence.getOrDefault("name", 0.0);
    double label = evidence.getOrDefault("label", 0.0);
    double thesaurus = evidence.getOrDefault("thesaurus", 0.0);
    if (source.spelled().equals(target.spelled())) {
      pieces.add(Reason.of(Kind.SAME_NAME));
    } else if (name >= SAME && label < SAME) {
      pieces.add(Reason.of(Kind.SAME_WORDS));
    } else if (label >= SAME) {
      pieces.add(labelled(source, target));
    } else if (source.subject().self() && target.subject().self()) {
      pieces.add(Reason.of(Kind.BOTH_KEYS));
    } else if (thesaurus >= SAME) {
      pieces.add(meant(Kind.MEAN_THE_SAME, source, target));
    } else if (FieldProfile.meet(source.groups(), target.groups())) {
      pieces.add(both(Kind.IN_THESAURUS, source, target));
    } else if (thesaurus >= 0.6 && thesaurus > Math.max(name, label) + 0.1) {
      pieces.add(meant(Kind.WORDS_MEAN_THE_SAME, source, target));
    }
    double values = evidence.getOrDefault("values", 0.0);
    if (values >= 0.5) {
      agreement.of(source, target).ifPresent(pieces::add);
    }
    if (pieces.isEmpty() && Math.max(name, label) >= 0.3) {
      pieces.add(shared(Kind.SHARE_WORDS, source, target));
    }
    double samples = evidence.getOrDefault("samples", 0.0);
    ValueFormat format = source.samples().format();
    if (samples >= 0.7 && format != null) {
      pieces.add(Reason.of(Kind.VALUES_LOOK_LIKE, format.words()));
    }
    if (pieces.isEmpty() && evidence.getOrDefault("words", 0.0) >= 0.4) {
      pieces.add(both(Kind.WORDS_BEGIN_ALIKE, source, target));
    }
    double mention = mention(source, target);
    if (pieces.isEmpty() && mention >= 0.4) {
      pieces.add(Reason.of(mention >= 0.7 ? Kind.NAMED_IN_DESCRIPTION : Kind.WORD_IN_DESCRIPTION));
    }
    boolean described = isDescribed(source) || isDescribed(target);
    boolean rare = evidence.getOrDefault("description", 0.0) >= 0.25;
    if (pieces.isEmpty() && described && rare) {
      pieces.add(Reason.of(Kind.RARE_WORDS_DESCRIBED));
    }
    if (pieces.isEmpty() && evidence.getOrDefault("spelling", 0.0) >= 0.4) {
      pieces.add(Reason.of(Kind.SPELLED_ALIKE));
    }
    if (pieces.isEmpty() && Math.max(Math.max(name, label), thesaurus) >= A_WORD) {
      pieces.add(shared(Kind.SHARE_A_WORD, source, target));
    }
    if (pieces.isEmpty() && rare) {
      pieces.add(Reason.of(Kind.RARE_WORDS));
    }
    Optional<Reason> contra = limit.isPresent() ? limit : against(source, target, evidence);
    if (pieces.isEmpty()) {
      Why little = Why.of(Reason.of(Kind.LITTLE_IN_COMMON));
      return contra.map(c -> little.then(Joint.ASIDE, c)).orElse(little);
    }
    Why pro = Why.of(pieces.subList(0, Math.min(MOST, pieces.size())));
    return contra.map(c -> pro.then(Joint.BUT, c)).orElse(pro);
  }

  private static Reason both(Kind kind, FieldProfile source, FieldProfile target) {
    return Reason.both(kind, source.field().shown(), target.field().shown());
  }

  /** Both fields by those of names and labels that have most words in common. */
  private static Reason shared(Kind kind, FieldProfile source, FieldProfile target) {
    return nearest(
        kind,
        source,
        target,
        source.label().cosine(target.label()),
        source.label().cosine(target.name()),
        source.name().cosine(target.label()),
        source.name().cosine(target.name()));
  }

  /** How much of the one name stands in the description of the other, as far as there is one. */
  private static double mention(FieldProfile source, FieldProfile target) {
    double there = isDescribed(target) ? MentionEvidence.within(source.own(), target.text()) : 0;
    double here = isDescribed(source) ? MentionEvidence.within(target.own(), source.text()) : 0;
    return Math.max(there, here);
  }

  private static boolean isDescribed(FieldProfile field) {
    String description = field.field().description();
    return description != null && !description.isBlank();
  }

  /** Whose label says what the other is called; without a label of its own a field has its name. */
  private static Reason labelled(FieldProfile source, FieldProfile target) {
    String own = source.field().label();
    String other = target.field().label();
    boolean byOwn =
        own != null
            && Math.max(source.label().cosine(target.name()), source.label().cosine(target.label()))
                >= SAME;
    if (own != null && byOwn) {
      return Reason.of(Kind.LABEL_SAYS, new Reason.Text(own));
    }
    return other == null
        ? Reason.of(Kind.SAME_WORDS)
        : Reason.of(Kind.TARGET_LABEL_SAYS, new Reason.Text(other));
  }

  /** Both fields by what is nearest of name and label. */
  private static Reason meant(Kind kind, FieldProfile source, FieldProfile target) {
    return nearest(
        kind,
        source,
        target,
        source.labelMeaning().cosine(target.labelMeaning()),
        source.labelMeaning().cosine(target.meaning()),
        source.meaning().cosine(target.labelMeaning()),
        source.meaning().cosine(target.meaning()));
  }

  /**
   * @param likeness of label and label, label and name, name and label, name and name
   */
  private static Reason nearest(
      Kind kind, FieldProfile source, FieldProfile target, double... likeness) {
    int best = 0;
    for (int i = 1; i < likeness.length; i++) {
      best = likeness[i] > likeness[best] ? i : best;
    }
    String left = best < 2 ? source.field().shown() : source.field().name();
    String right = best % 2 == 0 ? target.field().shown() : target.field().name();
    return Reason.both(kind, left, right);
  }

  private static Optional<Reason> against(
      FieldProfile source, FieldProfile target, Map<String, Double> evidence) {
    if (source.fading()) {
      return Optional.of(Reason.of(Kind.FADING));
    }
    double fill = source.samples().fill();
    if (fill < 0.1) {
      return Optional.of(
          fill == 0
              ? Reason.of(Kind.EMPTY)
              : Reason.of(Kind.SELDOM_FILLED, new Reason.Count(Math.round(fill * 100))));
    }
    if (evidence.getOrDefault("type", 1.0) < 0.3) {
      FieldType from = source.field().type();
      FieldType to = target.field().type();
      return Optional.of(Reason.of(Kind.TYPE_DIFFERS, Reason.type(from), Reason.type(to)));
    }
    if (evidence.getOrDefault("samples", 1.0) < OTHER_VALUES) {
      ValueFormat format = source.samples().format();
      if (format != null) {
        return Optional.of(Reason.of(Kind.OTHER_FORMAT, format.words()));
      }
      // Of the same type they are only written in several ways.
      if (source.field().type() != target.field().type()) {
        return Optional.of(Reason.of(Kind.OTHER_LOOKS));
      }
    }
    // Names and other free texts of two systems always differ; lists of values need not.
    boolean listed = !source.options().isEmpty() || !target.options().isEmpty();
    if (listed && evidence.getOrDefault("values", 1.0) < 0.15) {
      return Optional.of(Reason.of(Kind.VALUES_DIFFER));
    }
    FieldType to = target.field().type();
    boolean date = to == FieldType.DATE || to == FieldType.DATETIME;
    if (date && DateOrder.of(source) == DateOrder.UNCLEAR) {
      return Optional.of(Reason.of(Kind.DAY_OR_MONTH));
    }
    return Optional.empty();
  }
}
