package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the evidence of a candidate into one sentence. */
final class Reasons {
  /** More pieces than this nobody reads. */
  private static final int MOST = 3;

  /** From here on two texts say the same. */
  private static final double SAME = 0.97;

  /** From here on at least a word is the same, if one that says little. */
  private static final double A_WORD = 0.1;

  /** Below this the values of two fields are not of one kind. */
  static final double OTHER_VALUES = 0.25;

  /**
   * What speaks for the pair, strongest first, then what speaks against it.
   *
   * @param decided what people decided before, in words; empty if nothing
   * @param limit what keeps the score low, in words; empty if nothing
   */
  String sentence(
      FieldProfile source,
      FieldProfile target,
      Map<String, Double> evidence,
      String decided,
      String limit) {
    List<String> pieces = new ArrayList<>();
    if (!decided.isEmpty()) {
      pieces.add(decided);
    }
    double name = evidence.getOrDefault("name", 0.0);
    double label = evidence.getOrDefault("label", 0.0);
    double thesaurus = evidence.getOrDefault("thesaurus", 0.0);
    String both = "'" + source.field().shown() + "' and '" + target.field().shown() + "'";
    if (source.spelled().equals(target.spelled())) {
      pieces.add("same name");
    } else if (name >= SAME && label < SAME) {
      pieces.add("same words in the name");
    } else if (label >= SAME) {
      pieces.add(labelled(source, target));
    } else if (thesaurus >= SAME) {
      pieces.add(meant(source, target) + " mean the same");
    } else if (FieldProfile.meet(source.groups(), target.groups())) {
      pieces.add("the thesaurus puts " + both + " together");
    } else if (thesaurus >= 0.6 && thesaurus > Math.max(name, label) + 0.1) {
      pieces.add(meant(source, target) + " have words that mean the same");
    }
    double values = evidence.getOrDefault("values", 0.0);
    if (values >= 0.5) {
      pieces.add(values >= 0.85 ? "same values" : "most values agree");
    }
    if (pieces.isEmpty() && Math.max(name, label) >= 0.3) {
      pieces.add(both + " share words");
    }
    double samples = evidence.getOrDefault("samples", 0.0);
    ValueFormat format = source.samples().format();
    if (samples >= 0.7 && format != null) {
      pieces.add("values look like " + format.words());
    }
    if (pieces.isEmpty() && evidence.getOrDefault("words", 0.0) >= 0.4) {
      pieces.add(both + " have words that begin alike");
    }
    double mention = mention(source, target);
    if (pieces.isEmpty() && mention >= 0.4) {
      pieces.add(
          mention >= 0.7
              ? "one is named in the description of the other"
              : "a word of one stands in the description of the other");
    }
    boolean described = isDescribed(source) || isDescribed(target);
    boolean rare = evidence.getOrDefault("description", 0.0) >= 0.25;
    if (pieces.isEmpty() && described && rare) {
      pieces.add("names and descriptions share rare words");
    }
    if (pieces.isEmpty() && evidence.getOrDefault("spelling", 0.0) >= 0.4) {
      pieces.add("names are spelled alike");
    }
    if (pieces.isEmpty() && Math.max(Math.max(name, label), thesaurus) >= A_WORD) {
      pieces.add(both + " share a word");
    }
    if (pieces.isEmpty() && rare) {
      pieces.add("names, labels or values share rare words");
    }
    String contra = limit.isEmpty() ? against(source, target, evidence) : limit;
    if (pieces.isEmpty()) {
      String little = "little in common, but nothing fits better";
      return contra == null ? little : little + "; " + contra;
    }
    String pro = String.join(", ", pieces.subList(0, Math.min(MOST, pieces.size())));
    return contra == null ? pro : pro + ", but " + contra;
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
  private static String labelled(FieldProfile source, FieldProfile target) {
    String own = source.field().label();
    String other = target.field().label();
    boolean byOwn =
        own != null
            && Math.max(source.label().cosine(target.name()), source.label().cosine(target.label()))
                >= SAME;
    if (byOwn) {
      return "label says '" + own + "'";
    }
    return other == null ? "same words in the name" : "the target's label says '" + other + "'";
  }

  /** Both fields by what is nearest of name and label, in quotes. */
  private static String meant(FieldProfile source, FieldProfile target) {
    double[] likeness = {
      source.labelMeaning().cosine(target.labelMeaning()),
      source.labelMeaning().cosine(target.meaning()),
      source.meaning().cosine(target.labelMeaning()),
      source.meaning().cosine(target.meaning())
    };
    int best = 0;
    for (int i = 1; i < likeness.length; i++) {
      best = likeness[i] > likeness[best] ? i : best;
    }
    String left = best < 2 ? source.field().shown() : source.field().name();
    String right = best % 2 == 0 ? target.field().shown() : target.field().name();
    return "'" + left + "' and '" + right + "'";
  }

  private static @Nullable String against(
      FieldProfile source, FieldProfile target, Map<String, Double> evidence) {
    if (source.fading()) {
      return "the field is marked as old or not to be used";
    }
    double fill = source.samples().fill();
    if (fill < 0.1) {
      return fill == 0
          ? "it is empty in all records seen"
          : "only " + Math.round(fill * 100) + "% of the records seen have it";
    }
    if (evidence.getOrDefault("type", 1.0) < 0.3) {
      FieldType from = source.field().type();
      FieldType to = target.field().type();
      return "the type differs (" + from.word() + " to " + to.word() + ")";
    }
    if (evidence.getOrDefault("samples", 1.0) < OTHER_VALUES) {
      ValueFormat format = source.samples().format();
      if (format != null) {
        return "the values look like " + format.words();
      }
      // Of the same type they are only written in several ways.
      if (source.field().type() != target.field().type()) {
        return "the values do not look like the target's";
      }
    }
    // Names and other free texts of two systems always differ; lists of values need not.
    boolean listed = !source.options().isEmpty() || !target.options().isEmpty();
    if (listed && evidence.getOrDefault("values", 1.0) < 0.15) {
      return "the values differ";
    }
    FieldType to = target.field().type();
    boolean date = to == FieldType.DATE || to == FieldType.DATETIME;
    if (date && DateOrder.of(source) == DateOrder.UNCLEAR) {
      return "the values do not tell whether the day or the month comes first";
    }
    return null;
  }
}
