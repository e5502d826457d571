package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.DriftFinding.About;
import dev.crosswalk.engine.drift.DriftCode;
import dev.crosswalk.engine.drift.SchemaDiff.AttributeChange;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what drifted, and what to do about it, in the sentences of {@code check}. */
final class DriftWords {
  private static final String REVIEW =
      "Look at the mapping, then save it or take the field as reviewed under Changes.";

  private DriftWords() {}

  static String what(About about, String target, FieldChange change, DriftCode code) {
    String field = change.object() + "." + change.field();
    return switch (about) {
      case TARGET -> "'" + target + "' reads " + field + ", " + happened(change) + ".";
      case FILTER -> "The row filter reads " + field + ", " + happened(change) + ".";
      case OBJECT ->
          code == DriftCode.FM104
              ? "The system shows " + change.object() + ", but refuses its fields to this user."
              : "The source object "
                  + change.object()
                  + " is gone, or no longer visible to this user.";
      case UNREAD ->
          field
              + (change.kind() == Kind.ADDED ? " is new and" : " became")
              + " required when a record is created, has no default, and nothing is mapped to it.";
      case NEW -> field + " is new, and '" + target + "' is not mapped.";
      case CONNECTION -> "The system ends the version of its API that is in use.";
    };
  }

  static String next(About about, DriftCode code, String mend) {
    return switch (about) {
      case TARGET, FILTER ->
          switch (code) {
            case FM102 -> "Map another field, or have it brought back or shown to this user.";
            case FM103 -> "Take " + mend + " instead: it is likely the same.";
            case FM105 -> "Add a step that makes it fit.";
            case FM112 -> "Take the value out of the value map, or say what stands for it now.";
            case FM113 -> "Add the value to the value map.";
            default -> REVIEW;
          };
      case OBJECT ->
          code == DriftCode.FM104
              ? "Have the user allowed to read it."
              : mend.isEmpty()
                  ? "Map another object, or have it brought back or shown to this user."
                  : "It may be " + mend + " now: name that in the mapping's source.";
      case UNREAD -> "Map a field to it, or say under 'ignored' why not.";
      case NEW -> "Take " + mend + ".";
      case CONNECTION -> "Update Crosswalk or the connector definition.";
    };
  }

  private static String happened(FieldChange change) {
    return switch (change.kind()) {
      case REMOVED -> "which is gone, or no longer visible to this user";
      case ADDED -> "which is new";
      case CHANGED ->
          "which changed: "
              + change.attributes().stream()
                  .map(DriftWords::said)
                  .collect(Collectors.joining("; "));
    };
  }

  /** Of lists only what came and went, since they may be long. */
  private static String said(AttributeChange change) {
    if (!isList(change)) {
      return change.attribute() + " " + change.before() + " → " + change.after();
    }
    List<String> parts = new ArrayList<>();
    less(change.before(), change.after()).forEach(v -> parts.add("−" + v));
    less(change.after(), change.before()).forEach(v -> parts.add("+" + v));
    return change.attribute()
        + " "
        + (parts.isEmpty() ? "in another order" : String.join(", ", parts));
  }

  /** What differs, as it was. */
  static String before(FieldChange change) {
    return change.kind() == Kind.ADDED
        ? "not there"
        : change.kind() == Kind.REMOVED
            ? "there"
            : change.attributes().stream()
                .map(a ->
                    a.attribute()
                        + ": "
                        + (isList(a) ? String.join(", ", less(a.before(), a.after())) : a.before()))
                .collect(Collectors.joining("; "));
  }

  /** The same as it is. */
  static String after(FieldChange change) {
    return change.kind() == Kind.ADDED
        ? "there"
        : change.kind() == Kind.REMOVED
            ? "not there"
            : change.attributes().stream()
                .map(a ->
                    a.attribute()
                        + ": "
                        + (isList(a) ? String.join(", ", less(a.after(), a.before())) : a.after()))
                .collect(Collectors.joining("; "));
  }

  private static boolean isList(AttributeChange change) {
    return change.attribute().equals("values") || change.attribute().equals("references");
  }

  private static Set<String> less(String from, String without) {
    Set<String> left = new LinkedHashSet<>(List.of(from.split(", ")));
    left.removeAll(List.of(without.split(", ")));
    left.remove("");
    return left;
  }
}
