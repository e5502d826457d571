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

/** Puts an address together. */
public final class ComposeAddressStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "composeAddress",
          "Compose address",
          "Puts an address together from an object with street, city, region, postalCode and country (or the names that CRMs have for them), or from a list of them in the order of parts, in the order of lines that its country has.",
          List.of(
              Parameter.texts(
                  "parts",
                  List.of("street", "city", "region", "postalCode", "country"),
                  "What the values of a list are, in their order."),
              Parameter.text("separator", "\\n", "What stands between two lines."),
              Parameter.flag("country", true, "Whether the country is written."),
              Parameter.text(
                  "home",
                  null,
                  "The country of addresses that name none, such as US; without it the mapping's region.")),
          Set.of(Kind.TEXT, Kind.LIST, Kind.OBJECT),
          Set.of(Kind.TEXT),
          Set.of(Trait.CAN_FAIL),
          List.of(
              Example.of(
                  Map.of("separator", ", "),
                  List.of("1 Market St", "San Francisco", "CA", "94105", "US"),
                  "1 Market St, San Francisco, CA 94105, US"),
              Example.of(
                  Map.of("country", false),
                  Map.of(
                      "street",
                      "Hauptstr. 1",
                      "city",
                      "Berlin",
                      "zip",
                      "10115",
                      "country",
                      "Germany"),
                  "Hauptstr. 1\\n10115 Berlin"),
              Example.of(
                  Map.of("home", "AT"),
                  Map.of("BillingStreet", "Ring 1", "BillingCity", "Wien", "billing_zip", "1010"),
                  "Ring 1\\n1010 Wien"),
              Example.of(Example.list(null, ""), null)));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    List<String> parts = parameters.texts("parts");
    for (String part : parts) {
      if (!PostalAddress.PARTS.contains(part) && !part.equals("street2")) {
        throw new IllegalArgumentException(
            "there is no part '" + part + "'. " + Nearest.mend(part, PostalAddress.PARTS));
      }
    }
    String separator = parameters.needText("separator");
    boolean country = parameters.flag("country");
    String own = parameters.text("home");
    String home = own == null ? context.defaults().region() : own;
    return (value, record) -> {
      Map<?, ?> given;
      if (value instanceof List<?> list) {
        Map<String, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < Math.min(list.size(), parts.size()); i++) {
          named.put(parts.get(i), list.get(i));
        }
        given = named;
      } else if (value instanceof Map<?, ?> map) {
        given = map;
      } else if (value == null || value instanceof String) {
        return value;
      } else {
        return new Failure(
            Texts.shown(value) + " is neither a list nor an object of address parts.");
      }
      Object read = PostalAddress.of(given);
      if (!(read instanceof PostalAddress address)) {
        return read;
      }
      String name = address.country().isEmpty() ? home : address.country();
      String code =
          name == null ? null : Countries.find(name).map(Countries.Country::alpha2).orElse(null);
      String text =
          PostalAddress.joined(
              "\n", address.street(), address.placeLine(code), country ? address.country() : "");
      return text.isEmpty() ? null : text.replace("\n", separator);
    };
  }
}
