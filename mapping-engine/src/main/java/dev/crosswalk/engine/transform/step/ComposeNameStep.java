package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.text.Nearest;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a person's name together. */
public final class ComposeNameStep implements Step {
  /** Names that CRMs have for the parts. */
  private static final PartNames NAMES =
      new PartNames(
          "a name",
          Map.of(
              "prefix", List.of("prefix", "salutation", "honorificprefix"),
              "first", List.of("first", "firstname", "givenname", "given"),
              "middle", List.of("middle", "middlename", "additionalname"),
              "last", List.of("last", "lastname", "familyname", "family", "surname"),
              "suffix", List.of("suffix", "honorificsuffix", "namesuffix")));

  private static final Declaration DECLARATION =
      new Declaration(
          "composeName",
          "Compose name",
          "Puts a person's name together from an object with prefix, first, middle, last and suffix (or the names that CRMs have for them), or from a list of them in the order of parts; what is missing, null or blank is left out.",
          List.of(
              Parameter.word(
                  "order",
                  "first-last",
                  List.of("first-last", "last-first"),
                  "Ada Lovelace, or Lovelace, Ada."),
              Parameter.texts(
                  "parts",
                  List.of("first", "last"),
                  "What the values of a list are, in their order.")),
          Set.of(Kind.TEXT, Kind.LIST, Kind.OBJECT),
          Set.of(Kind.TEXT),
          Set.of(Trait.CAN_FAIL),
          List.of(
              Example.of(List.of("Ada", "Lovelace"), "Ada Lovelace"),
              Example.of(
                  Map.of(
                      "order", "last-first", "parts", List.of("prefix", "first", "middle", "last")),
                  Example.list("Dr.", "Ada", null, "Lovelace"),
                  "Lovelace, Dr. Ada"),
              Example.of(
                  Map.of("first", "Ada", "last", "Lovelace", "suffix", "PhD"), "Ada Lovelace, PhD"),
              Example.of(Map.of("FirstName", "Ada", "LastName", "Lovelace"), "Ada Lovelace"),
              Example.of(Example.list(null, " "), null)));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    List<String> parts = parameters.texts("parts");
    for (String part : parts) {
      if (!PersonName.PARTS.contains(part)) {
        throw new IllegalArgumentException(
            "there is no part '" + part + "'. " + Nearest.mend(part, PersonName.PARTS));
      }
    }
    boolean lastFirst = parameters.needText("order").equals("last-first");
    return (value, record) -> {
      if (value == null || value instanceof String) {
        return value;
      }
      Map<String, @Nullable Object> given = new HashMap<>();
      if (value instanceof Map<?, ?> map) {
        Object named = NAMES.read(map);
        if (!(named instanceof Map<?, ?> texts)) {
          return named;
        }
        texts.forEach((part, text) -> given.put(String.valueOf(part), text));
      } else if (value instanceof List<?> list) {
        for (int i = 0; i < Math.min(list.size(), parts.size()); i++) {
          given.put(parts.get(i), list.get(i));
        }
      } else {
        return new Failure(Texts.shown(value) + " is neither a list nor an object of name parts.");
      }
      String name = composed(given, lastFirst);
      return name.isEmpty() ? null : name;
    };
  }

  private static String composed(Map<String, @Nullable Object> parts, boolean lastFirst) {
    String given = joined(parts, "prefix", "first", "middle");
    String last = joined(parts, "last");
    String suffix = joined(parts, "suffix");
    String name =
        given.isEmpty() || last.isEmpty()
            ? given + last
            : lastFirst ? last + ", " + given : given + " " + last;
    return suffix.isEmpty() ? name : name.isEmpty() ? suffix : name + ", " + suffix;
  }

  private static String joined(Map<String, @Nullable Object> parts, String... names) {
    StringBuilder out = new StringBuilder();
    for (String name : names) {
      String text = Texts.of(parts.get(name));
      if (text != null && !Texts.isBlank(text)) {
        out.append(out.isEmpty() ? "" : " ").append(Texts.trim(text));
      }
    }
    return out.toString();
  }
}
