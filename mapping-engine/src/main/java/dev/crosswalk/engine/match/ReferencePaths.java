package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fields one step along a reference, such as {@code Owner.Email}: where a target asks for the
 * e-mail address of the owner and the source object holds only the owner's key. Only fields that
 * identify a record, of objects that are in the source schema.
 */
final class ReferencePaths {
  /** So many fields of each referenced object, and of all of one object. */
  private static final int MOST_EACH = 6;

  private static final int MOST = 60;

  /** What identifies a record, as phrases of standard terms. */
  private static final Set<String> IDENTIFY =
      Set.of(
          "name",
          Thesaurus.term("full name"),
          Thesaurus.term("first name"),
          Thesaurus.term("last name"),
          Thesaurus.term("email"),
          Thesaurus.term("phone"),
          Thesaurus.term("website"),
          Thesaurus.term("customer number"),
          "domain",
          "username",
          "number",
          "code",
          "external id",
          "title");

  private final Thesaurus thesaurus;
  private final Words words;

  ReferencePaths(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
    this.words = new Words(thesaurus.abbreviations(), thesaurus.vocabulary());
  }

  /**
   * A field behind a reference.
   *
   * @param reference the field of the object itself
   * @param object the object that it refers to
   * @param field the field there
   */
  record Crossing(Field reference, SchemaObject object, Field field) {
    /** The path, as mapping files have it. */
    String path() {
      return relationship() + "." + field.name();
    }

    /** The name by which paths cross the reference. */
    String relationship() {
      return Optional.ofNullable(reference.relationship()).orElseThrow();
    }

    /** What the path leads to, in words. */
    String words() {
      return field.shown() + " of the " + object.shown() + " that " + relationship() + " refers to";
    }

    /**
     * The field as if it stood in the object that refers; without the label of the other object.
     */
    Field asField() {
      return Field.builder(path(), field.type())
          .length(field.length())
          .values(field.values())
          .build();
    }
  }

  /** The fields behind the references of an object, by path. */
  Map<String, Crossing> of(SchemaObject object, Schema schema) {
    Map<String, Crossing> out = new LinkedHashMap<>();
    for (Field reference : object.fields()) {
      String relationship = reference.relationship();
      if (relationship == null || relationship.isBlank() || relationship.indexOf('.') >= 0) {
        continue;
      }
      // A reference may lead to several objects; the one that says most is meant.
      List<Crossing> best = List.of();
      for (String name : reference.references()) {
        Optional<SchemaObject> to = schema.object(name);
        if (to.isPresent()) {
          List<Crossing> found = behind(reference, to.get());
          best = found.size() > best.size() ? found : best;
        }
      }
      for (Crossing crossing : best) {
        if (out.size() < MOST && object.field(crossing.path()).isEmpty()) {
          out.put(crossing.path(), crossing);
        }
      }
    }
    return out;
  }

  private List<Crossing> behind(Field reference, SchemaObject to) {
    List<Crossing> out = new ArrayList<>();
    for (Field field : to.fields()) {
      if (out.size() < MOST_EACH && field.name().indexOf('.') < 0 && identifies(field)) {
        out.add(new Crossing(reference, to, field));
      }
    }
    return out;
  }

  private boolean identifies(Field field) {
    if (Boolean.TRUE.equals(field.deprecated()) || field.type() == FieldType.BOOLEAN) {
      return false;
    }
    return IDENTIFY.contains(phrase(words.ofName(field.name())))
        || IDENTIFY.contains(phrase(words.ofLabel(field.label())));
  }

  private String phrase(List<String> stems) {
    return String.join(" ", thesaurus.standardise(stems));
  }
}
