package dev.crosswalk.engine.transform.step;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.SourcePath;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers with Google's libphonenumber. */
public final class PhoneStep implements Step {
  /** libphonenumber refuses longer texts itself. */
  private static final int LONGEST = 250;

  private static final Declaration DECLARATION =
      new Declaration(
          "phone",
          "Phone number",
          "Reads a phone number as people write it, checks it against its country's numbering plan"
              + " and writes it in one form; blank text becomes null.",
          List.of(
              Parameter.word(
                  "format",
                  "E164",
                  List.of("E164", "INTERNATIONAL", "NATIONAL", "RFC3966", "EXTENSION", "COUNTRY"),
                  "How to write it: +442079460123, +44 20 7946 0123, 020 7946 0123 or"
                      + " tel:+44-20-7946-0123. E164 drops an extension; EXTENSION gives nothing"
                      + " else, and COUNTRY the two letters of the number's country."),
              Parameter.text(
                  "region",
                  null,
                  "Two-letter country of numbers without country code, such as GB; without it the"
                      + " mapping's region."),
              Parameter.path(
                  "regionFrom",
                  "The source field that holds that country, in any form; where it is empty, region"
                      + " holds."),
              Parameter.flag(
                  "possible",
                  false,
                  "Whether a number of a possible length is enough, although no such number is"
                      + " given out.")),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.LIST),
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL),
          List.of(
              Example.of(Map.of("region", "GB"), "020 7946 0123", "+442079460123"),
              Example.of(Map.of("format", "INTERNATIONAL"), "+1 (415) 555-2671", "+1 415-555-2671"),
              Example.of(
                  Map.of("format", "EXTENSION", "region", "US"), "(415) 555-2671 ext. 12", "12"),
              Example.fails(
                  Map.of(),
                  "020 7946 0123",
                  "'020 7946 0123' is not a phone number: it has no country code, and no region is"
                      + " set."),
              Example.fails(
                  Map.of("region", "US"),
                  "12345",
                  "'12345' is not a phone number: no such number can exist in US.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    String format = parameters.needText("format");
    boolean possible = parameters.flag("possible");
    String given = parameters.text("region");
    String standard = given != null ? given : context.defaults().region();
    String region = standard == null ? null : region(util, standard);
    if (standard != null && region == null) {
      throw new IllegalArgumentException(
          "the region '" + standard + "' is not a country. Give two letters, such as GB.");
    }
    SourcePath from = parameters.path("regionFrom");
    QuickPhone quick = new QuickPhone(util);
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      String own = from == null ? null : Texts.of(from.read(record));
      String in = own == null || Texts.isBlank(own) ? null : region(util, own);
      return read(util, quick, text, in == null ? region : in, format, possible);
    };
  }

  /** The numbering plans also know places that are no countries of ISO 3166, such as AC. */
  private static @Nullable String region(PhoneNumberUtil util, String text) {
    String upper = Texts.trim(text).toUpperCase(Locale.ROOT);
    return util.getSupportedRegions().contains(upper)
        ? upper
        : Countries.find(text).map(Countries.Country::alpha2).orElse(null);
  }

  private static @Nullable Object written(PhoneNumberUtil util, PhoneNumber number, String format) {
    return switch (format) {
      case "EXTENSION" -> number.getExtension().isEmpty() ? null : number.getExtension();
      case "COUNTRY" -> {
        String region = util.getRegionCodeForNumber(number);
        yield region == null || region.equals("001") ? null : region;
      }
      default -> util.format(number, PhoneNumberFormat.valueOf(format));
    };
  }

  private static @Nullable Object read(
      PhoneNumberUtil util,
      QuickPhone quick,
      String given,
      @Nullable String region,
      String format,
      boolean possible) {
    String text = Texts.trim(given);
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST) {
      return failure(given, "it is longer than a number can be");
    }
    PhoneNumber number = quick.parse(text, region);
    try {
      number = number == null ? util.parse(text, region) : number;
    } catch (NumberParseException e) {
      return failure(given, reason(e.getErrorType(), region));
    }
    if (possible ? !util.isPossibleNumber(number) : !util.isValidNumber(number)) {
      String country = util.getRegionCodeForCountryCode(number.getCountryCode());
      return failure(
          given,
          "no such number can exist in "
              + ("ZZ".equals(country) || "001".equals(country)
                  ? "its country +" + number.getCountryCode()
                  : region != null && !text.startsWith("+") ? region : country));
    }
    return written(util, number, format);
  }

  private static String reason(NumberParseException.ErrorType error, @Nullable String region) {
    return switch (error) {
      case INVALID_COUNTRY_CODE ->
          region == null
              ? "it has no country code, and no region is set"
              : "its country code does not exist";
      case NOT_A_NUMBER -> "it does not look like one";
      case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "it is too short";
      case TOO_LONG -> "it is too long";
    };
  }

  private static Failure failure(String given, String why) {
    return new Failure(Texts.shown(given) + " is not a phone number: " + why + ".");
  }
}
