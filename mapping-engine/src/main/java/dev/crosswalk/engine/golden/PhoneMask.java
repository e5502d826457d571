package dev.crosswalk.engine.golden;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.crosswalk.engine.golden.MaskKey.Draw;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A valid phone number becomes another valid one of the same region, written in the same way; one
 * that is not valid gets other digits and stays invalid.
 */
final class PhoneMask {
  private static final int TRIES = 40;
  private static final int LONGEST = 250;

  private final MaskKey key;
  private final TextMask texts;
  private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
  private final @Nullable String region;

  /**
   * @param region of numbers without country code; null if none
   */
  PhoneMask(MaskKey key, TextMask texts, @Nullable String region) {
    this.key = key;
    this.texts = texts;
    this.region = region == null ? null : region.toUpperCase(Locale.ROOT);
  }

  /** Whether a text is a valid number. */
  boolean isPhone(String text) {
    PhoneNumber number = parse(text);
    return number != null && util.isValidNumber(number);
  }

  String mask(String text) {
    PhoneNumber number = parse(text);
    if (number == null || !util.isValidNumber(number)) {
      return invalid(text);
    }
    String national = util.getNationalSignificantNumber(number);
    String home = util.getRegionCodeForNumber(number);
    Draw draw = key.draw("phone", number.getCountryCode() + national);
    // The more digits change the better; but most numbers that one could write exist nowhere.
    for (int changed = Math.min(8, national.length()); changed > 0; changed--) {
      for (int i = 0; i < TRIES; i++) {
        String other = digits(national, changed, draw);
        if (!other.equals(national) && home != null && isValid(number, other, home)) {
          String written = written(text, national, other);
          if (isOf(parse(written), home)) {
            return written;
          }
        }
      }
    }
    return invalid(text);
  }

  private String invalid(String text) {
    String masked = texts.mask("phone", text);
    for (int i = 0; i < TRIES && isPhone(masked); i++) {
      masked = texts.mask("phone" + i, text);
    }
    return masked;
  }

  private @Nullable PhoneNumber parse(String text) {
    try {
      return text.length() > LONGEST ? null : util.parse(text, region);
    } catch (NumberParseException e) {
      return null;
    }
  }

  private static String digits(String national, int changed, Draw draw) {
    StringBuilder out = new StringBuilder(national.substring(0, national.length() - changed));
    for (int i = 0; i < changed; i++) {
      out.append((char) ('0' + draw.below(10)));
    }
    return out.toString();
  }

  private boolean isValid(PhoneNumber number, String national, String home) {
    PhoneNumber other = new PhoneNumber().mergeFrom(number);
    other.setNationalNumber(Long.parseLong(national));
    return isOf(other, home);
  }

  private boolean isOf(@Nullable PhoneNumber number, String home) {
    return number != null
        && util.isValidNumber(number)
        && home.equals(util.getRegionCodeForNumber(number));
  }

  /** The text with other digits in the places of the national number; spaces and signs stay. */
  private String written(String text, String national, String other) {
    StringBuilder digits = new StringBuilder();
    int[] places = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        places[digits.length()] = i;
        digits.append(digit);
      }
    }
    int at = digits.lastIndexOf(national);
    if (at < 0) {
      // Written with letters, such as 1-800-FLOWERS.
      return "+" + util.getCountryCodeForRegion(String.valueOf(region(text))) + other;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < other.length(); i++) {
      out.setCharAt(places[at + i], other.charAt(i));
    }
    return out.toString();
  }

  private @Nullable String region(String text) {
    PhoneNumber number = parse(text);
    return number == null ? null : util.getRegionCodeForNumber(number);
  }
}
