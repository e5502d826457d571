package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads countries. */
public final class CountryStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "country",
          "Country",
          "Reads a country by its ISO 3166 code, number or name and writes one of these; blank text becomes null.",
          List.of(
              Parameter.word(
                  "to",
                  "alpha2",
                  List.of("alpha2", "alpha3", "numeric", "name"),
                  "What to write: DE, DEU, 276 or Germany."),
              Parameter.text(
                  "locale",
                  null,
                  "Language of names, read (beside English) and written, such as de; without it English.")),
          Kind.SCALARS_AND_LISTS,
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL, Trait.IDEMPOTENT),
          List.of(
              Example.of("Germany", "DE"),
              Example.of(Map.of("to", "alpha3"), "u.s.a.", "USA"),
              Example.of(Map.of("to", "name"), "GB", "United Kingdom"),
              Example.of(Map.of("to", "numeric", "locale", "de"), "\u00d6sterreich", "040"),
              Example.fails(Map.of(), "Atlantis", "'Atlantis' is not a country.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return switch (parameters.needText("to")) {
      case "alpha2" -> Shape.text(2);
      case "name" -> Shape.text(null);
      default -> Shape.text(3);
    };
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String to = parameters.needText("to");
    String tag = parameters.text("locale");
    Locale locale = tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    Map<String, Countries.Country> names = tag == null ? Map.of() : Countries.names(locale);
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      if (Texts.isBlank(text)) {
        return null;
      }
      Countries.Country country =
          Countries.find(text).orElseGet(() -> names.get(GeoFile.key(text)));
      if (country == null) {
        return new Failure(Texts.shown(text) + " is not a country.");
      }
      String written =
          switch (to) {
            case "alpha3" -> country.alpha3();
            case "numeric" -> country.numeric();
            case "name" -> Countries.name(country, locale);
            default -> country.alpha2();
          };
      return written.isEmpty()
          ? new Failure(Texts.shown(text) + " has no number in ISO 3166.")
          : written;
    };
  }
}
