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

  /**
   * What speaks for the pair, strongest first, then what speaks against it.
   *
   * @param decided what people decided before, in words; empty if nothing
   */
  String sentence(
      FieldProfile source, FieldProfile target, Map<String, Double> evidence, String decided) {
    List<String> pieces = new ArrayList<>();
    if (!decided.isEmpty()) {
      pieces.add(decided);
    }
    double name = evidence.getOrDefault("name", 0.0);
    double label = evidence.getOrDefault("label", 0.0);
    double thesaurus = evidence.getOrDefault("thesaurus", 0.0);
    String shown = source.field().shown();
    String wanted = target.field().shown();
    if (source.spelled().equals(target.spelled())) {
      pieces.add("same name");
    } else if (name >= 0.97 && label < 0.97) {
      pieces.add("same words in the name");
    } else if (label >= 0.97) {
      pieces.add("label says '" + shown + "'");
    } else if (thesaurus >= 0.97 || (thesaurus >= 0.6 && thesaurus > Math.max(name, label) + 0.1)) {
      pieces.add("'" + shown + "' and '" + wanted + "' mean the same");
    }
    double values = evidence.getOrDefault("values", 0.0);
    if (values >= 0.5) {
      pieces.add(values >= 0.85 ? "same values" : "most values agree");
    }
    if (pieces.isEmpty() && Math.max(name, label) >= 0.3) {
      pieces.add("'" + shown + "' and '" + wanted + "' share words");
    }
    double samples = evidence.getOrDefault("samples", 0.0);
    ValueFormat format = source.samples().format();
    if (samples >= 0.7 && format != null) {
      pieces.add("values look like " + format.words());
    }
    if (pieces.isEmpty() && evidence.getOrDefault("words", 0.0) >= 0.4) {
      pieces.add("'" + shown + "' and '" + wanted + "' have words that begin alike");
    }
    if (pieces.isEmpty() && evidence.getOrDefault("mention", 0.0) >= 0.4) {
      pieces.add("one is named in the description of the other");
    }
    if (pieces.isEmpty() && evidence.getOrDefault("description", 0.0) >= 0.25) {
      pieces.add("descriptions share rare words");
    }
    if (pieces.isEmpty() && evidence.getOrDefault("spelling", 0.0) >= 0.4) {
      pieces.add("names are spelled alike");
    }
    if (pieces.isEmpty()) {
      pieces.add("little in common, but nothing fits better");
    }
    String pro = String.join(", ", pieces.subList(0, Math.min(MOST, pieces.size())));
    String contra = against(source, target, evidence);
    return contra == null ? pro : pro + ", but " + contra;
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
    if (evidence.getOrDefault("samples", 1.0) < 0.25) {
      ValueFormat format = source.samples().format();
      return format == null
          ? "the values do not look like the target's"
          : "the values look like " + format.words();
    }
    if (evidence.getOrDefault("values", 1.0) < 0.15) {
      return "the values differ";
    }
    return null;
  }

  private static String shown(FieldProfile field) {
    return field.field().shown();
  }
}
