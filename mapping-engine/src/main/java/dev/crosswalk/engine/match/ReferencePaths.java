package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fields one step along a reference, such as {@code Owner.Email}: where a target asks for the
 * e-mail address of the owner and the source object holds only the owner's key. Only fields that
 * identify a record, of objects that are in the source schema.
 */
final class ReferencePaths {
  /** So many fields of each referenced object, and of all of one object. */
  private static final int MOST_EACH = 6;

  private static final int MOST = 60;

  /** What identifies a record, what says most first. */
  private static final List<String> IDENTIFY =
      List.of(
          "name",
          "full name",
          "email",
          "first name",
          "last name",
          "phone",
          "website",
          "customer number",
          "domain",
          "username",
          "number",
          "code",
          "external id",
          "title");

  private final Thesaurus thesaurus;
  private final Words words;
  private final Schema schema;

  /** The place of each phrase of standard terms among {@link #IDENTIFY}. */
  private final Map<String, Integer> ranks = new HashMap<>();

  /** Many references lead to the same object. */
  private final Map<String, List<Field>> known = new HashMap<>();

  /**
   * @param schema in which the referenced objects are looked up
   */
  ReferencePaths(Thesaurus thesaurus, Schema schema) {
    this.thesaurus = thesaurus;
    this.words = new Words(thesaurus.abbreviations(), thesaurus.vocabulary());
    this.schema = schema;
    for (String phrase : IDENTIFY) {
      ranks.putIfAbsent(phrase(words.ofLabel(phrase)), ranks.size());
    }
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

    /** What the path leads to. */
    Reason reason() {
      return Reason.of(
          Reason.Kind.BEHIND_REFERENCE,
          new Reason.Text(field.shown()),
          new Reason.Text(object.shown()),
          new Reason.Text(relationship()));
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

  /**
   * The fields behind the references of an object, by path. Where there are too many, each
   * reference gives what says most of its record before any gives more.
   */
  Map<String, Crossing> of(SchemaObject object) {
    List<List<Crossing>> all =
        object.fields().stream()
            .filter(Field::isCrossable)
            .sorted(Comparator.comparing(Field::name))
            .map(this::behind)
            .toList();
    Map<String, Crossing> out = new LinkedHashMap<>();
    for (int i = 0; i < MOST_EACH; i++) {
      for (List<Crossing> each : all) {
        if (i < each.size() && out.size() < MOST && object.field(each.get(i).path()).isEmpty()) {
          out.put(each.get(i).path(), each.get(i));
        }
      }
    }
    return out;
  }

  /** A reference may lead to several objects; the one that says most is meant. */
  private List<Crossing> behind(Field reference) {
    List<Crossing> best = List.of();
    for (String name : reference.references()) {
      Optional<SchemaObject> to = schema.object(name);
      if (to.isPresent()) {
        SchemaObject object = to.get();
        List<Field> found = known.computeIfAbsent(object.name(), n -> identifying(object));
        if (found.size() > best.size()) {
          best = found.stream().map(f -> new Crossing(reference, object, f)).toList();
        }
      }
    }
    return best;
  }

  /** The fields that identify a record, what says most first, whatever order they stand in. */
  private List<Field> identifying(SchemaObject object) {
    Map<Field, Integer> ranked = new IdentityHashMap<>();
    for (Field field : object.fields()) {
      int rank = rank(field);
      if (rank < ranks.size() && field.name().indexOf('.') < 0) {
        ranked.put(field, rank);
      }
    }
    return ranked.entrySet().stream()
        .sorted(Map.Entry.<Field, Integer>comparingByValue().thenComparing(e -> e.getKey().name()))
        .limit(MOST_EACH)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The place among {@link #IDENTIFY}; the number of these for what identifies nothing. */
  private int rank(Field field) {
    int none = ranks.size();
    if (field.isSetAside() || field.type() == FieldType.BOOLEAN) {
      return none;
    }
    return Math.min(
        ranks.getOrDefault(phrase(words.ofName(field.name())), none),
        ranks.getOrDefault(phrase(words.ofLabel(field.label())), none));
  }

  private String phrase(List<String> stems) {
    return String.join(" ", thesaurus.standardise(stems));
  }
}
