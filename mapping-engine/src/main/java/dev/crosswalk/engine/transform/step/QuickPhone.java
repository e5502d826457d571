package dev.crosswalk.engine.transform.step;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes plain phone numbers apart (digits, usual signs between them, perhaps a plus in front) as
 * libphonenumber does, without its search for extensions, letters and whatever else people write.
 * The numbering plans are the library's own. Where any of its further rules could apply, it gives
 * null, and the library decides; whether a number is valid is always for the library to say.
 */
final class QuickPhone {
  /** Fewer digits are not worth the care that short numbers need. */
  private static final int FEWEST = 6;

  private static final int MOST = 20;
  private static final String SIGNS = " -().";

  private final PhoneNumberUtil util;
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  QuickPhone(PhoneNumberUtil util) {
    this.util = util;
  }

  /**
   * What the library needs of a country's numbering plan to take a number apart.
   *
   * @param prefix of numbers within the country, such as 0; null where it has none
   * @param simple whether the prefix is left out as it is
   * @param abroad in front of a country code, such as 00
   */
  private record Plan(
      int code,
      String codeText,
      @Nullable Pattern prefix,
      boolean simple,
      @Nullable Pattern abroad,
      Pattern general,
      PhoneMetadata metadata) {

    static Plan of(PhoneMetadata metadata) {
      String prefix = metadata.getNationalPrefixForParsing();
      Pattern pattern = prefix.isEmpty() ? null : Pattern.compile(prefix);
      return new Plan(
          metadata.getCountryCode(),
          String.valueOf(metadata.getCountryCode()),
          pattern,
          pattern != null
              && pattern.matcher("").groupCount() == 0
              && metadata.getNationalPrefixTransformRule().isEmpty(),
          metadata.getInternationalPrefix().isEmpty()
              ? null
              : Pattern.compile(metadata.getInternationalPrefix()),
          Pattern.compile(metadata.getGeneralDesc().getNationalNumberPattern()),
          metadata);
    }
  }

  /**
   * What {@link PhoneNumberUtil#parse} gives, or null where it must be asked.
   *
   * @param region one that the library knows, or null
   */
  @Nullable PhoneNumber parse(String text, @Nullable String region) {
    char[] digits = new char[MOST];
    int count = 0;
    boolean plus = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (count == MOST) {
          return null;
        }
        digits[count++] = c;
      } else if (c == '+' && count == 0 && !plus) {
        plus = true;
      } else if (SIGNS.indexOf(c) < 0) {
        return null;
      }
    }
    if (count < FEWEST || !plus && region == null) {
      return null;
    }
    String number = new String(digits, 0, count);
    return plus ? abroad(number) : region == null ? null : within(number, region);
  }

  private @Nullable PhoneNumber abroad(String number) {
    if (number.charAt(0) == '0') {
      return null;
    }
    int code = 0;
    for (int i = 0; i < 3; i++) {
      code = code * 10 + (number.charAt(i) - '0');
      String region = util.getRegionCodeForCountryCode(code);
      if (!region.equals("ZZ")) {
        Plan plan = region.equals("001") ? null : plan(region);
        return plan == null ? null : number(number.substring(i + 1), plan);
      }
    }
    return null;
  }

  private @Nullable PhoneNumber within(String number, String region) {
    Plan plan = plan(region);
    if (plan == null || number.startsWith(plan.codeText())) {
      return null;
    }
    Pattern abroad = plan.abroad();
    return abroad != null && abroad.matcher(number).lookingAt() ? null : number(number, plan);
  }

  private @Nullable Plan plan(String region) {
    Plan known = plans.get(region);
    if (known == null) {
      PhoneMetadata metadata =
          DefaultMetadataDependenciesProvider.getInstance()
              .getPhoneNumberMetadataSource()
              .getMetadataForRegion(region);
      if (metadata == null) {
        return null;
      }
      known = Plan.of(metadata);
      plans.put(region, known);
    }
    return known;
  }

  /** Without the prefix that is only dialled within the country, where there is one. */
  private static @Nullable PhoneNumber number(String given, Plan plan) {
    String number = given;
    if (plan.prefix() != null) {
      Matcher prefix = plan.prefix().matcher(given);
      if (prefix.lookingAt()) {
        String rest = given.substring(prefix.end());
        Integer length = rest.length();
        boolean clear =
            plan.simple()
                && !plan.general().matcher(given).matches()
                && plan.metadata().getGeneralDesc().getPossibleLengthList().contains(length)
                && !plan.metadata()
                    .getGeneralDesc()
                    .getPossibleLengthLocalOnlyList()
                    .contains(length);
        if (!clear) {
          return null;
        }
        number = rest;
      }
    }
    // A zero in front belongs to some numbers, and is written down apart.
    return number.length() < FEWEST || number.length() > 17 || number.charAt(0) == '0'
        ? null
        : new PhoneNumber().setCountryCode(plan.code()).setNationalNumber(Long.parseLong(number));
  }
}
