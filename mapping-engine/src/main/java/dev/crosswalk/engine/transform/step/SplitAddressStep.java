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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes an address apart. */
public final class SplitAddressStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "splitAddress",
          "Split address",
          "Takes an address in one text apart into street, city, region, postalCode and country, and gives one of them, or all as an object; a part that is not there is null, an address without a place is invalid.",
          List.of(
              Parameter.word(
                  "part",
                  "all",
                  List.of(
                      "all",
                      "street",
                      "streetName",
                      "houseNumber",
                      "city",
                      "region",
                      "postalCode",
                      "country"),
                  "Which part to give.")),
          Set.of(Kind.TEXT, Kind.LIST),
          Set.of(Kind.TEXT, Kind.OBJECT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL),
          List.of(
              Example.of(
                  Map.of("part", "city"), "1 Market St, San Francisco, CA 94105", "San Francisco"),
              Example.of(
                  Map.of("part", "postalCode"),
                  "Hauptstra\u00dfe 12a\n10115 Berlin\nGermany",
                  "10115"),
              Example.of(
                  Map.of("part", "houseNumber"), "Hauptstra\u00dfe 12a, 10115 Berlin", "12a"),
              Example.of(Map.of("part", "region"), "10 Downing Street, London SW1A 2AA", null),
              Example.fails(
                  Map.of(),
                  "somewhere",
                  "'somewhere' is not an address: no postal code with a place is in it.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return parameters.needText("part").equals("all")
        ? Shape.of(Kind.OBJECT)
        : Shape.text(input.length());
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String part = parameters.needText("part");
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      if (Texts.isBlank(text)) {
        return null;
      }
      Optional<PostalAddress> address =
          text.length() > LONGEST ? Optional.empty() : PostalAddress.parse(text);
      if (address.isEmpty()) {
        return new Failure(
            Texts.shown(text) + " is not an address: no postal code with a place is in it.");
      }
      if (!part.equals("all")) {
        return orNull(address.get().part(part));
      }
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      PostalAddress.PARTS.forEach(one -> all.put(one, orNull(address.get().part(one))));
      return Collections.unmodifiableMap(all);
    };
  }

  private static final int LONGEST = 1000;

  private static @Nullable String orNull(String part) {
    return part.isEmpty() ? null : part;
  }
}
