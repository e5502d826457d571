package dev.crosswalk.engine.transform.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Protects: the quick way of reading a phone number is the library's answer, or none. */
class QuickPhoneProperties {
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  private static final List<String> REGIONS =
      new ArrayList<>(new TreeSet<>(UTIL.getSupportedRegions()));
  private static final QuickPhone QUICK = new QuickPhone(UTIL);

  /** True where the quick way had an answer. */
  private static boolean same(String text, String region) {
    PhoneNumber quick = QUICK.parse(text, region);
    if (quick == null) {
      return false;
    }
    PhoneNumber whole;
    try {
      whole = UTIL.parse(text, region);
    } catch (NumberParseException e) {
      throw new AssertionError(text + " of " + region + " is none to the library", e);
    }
    assertThat(quick).as("%s of %s", text, region).isEqualTo(whole);
    return true;
  }

  /** Examples of each kind in each form, whole and with digits changed, added and taken away. */
  @Property(tries = 20)
  void numbers_near_those_of_every_region_are_read_the_same(@ForAll long seed) {
    Random random = new Random(seed);
    for (String region : REGIONS) {
      PhoneNumberType[] types = PhoneNumberType.values();
      PhoneNumber example =
          UTIL.getExampleNumberForType(region, types[random.nextInt(types.length)]);
      if (example == null) {
        example = UTIL.getExampleNumber(region);
      }
      for (PhoneNumberFormat format : PhoneNumberFormat.values()) {
        String text = UTIL.format(example, format).replace("tel:", "");
        same(text, region);
        StringBuilder other = new StringBuilder(text);
        for (int i = 0; i < 3; i++) {
          int at = random.nextInt(other.length());
          char digit = (char) ('0' + random.nextInt(10));
          switch (random.nextInt(3)) {
            case 0 -> other.setCharAt(at, digit);
            case 1 -> other.insert(at, digit);
            default -> other.deleteCharAt(at);
          }
          same(other.toString(), region);
          same(other.toString(), REGIONS.get(random.nextInt(REGIONS.size())));
          if (other.length() == 0) {
            break;
          }
        }
      }
    }
  }

  @Property(tries = 200)
  void any_digits_are_read_the_same(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "+" : "");
      if (random.nextInt(4) == 0) {
        text.append(List.of("0", "00", "011", "1", "8", "44", "0044").get(random.nextInt(7)));
      }
      int length = 3 + random.nextInt(16);
      for (int k = 0; k < length; k++) {
        text.append(random.nextInt(6) == 0 ? " -().".charAt(random.nextInt(5)) + "" : "");
        text.append((char) ('0' + random.nextInt(10)));
      }
      same(text.toString(), REGIONS.get(random.nextInt(REGIONS.size())));
    }
  }

  @Example
  void it_answers_for_the_numbers_that_most_records_have() {
    assertThat(same("+442079460123", null)).isTrue();
    assertThat(same("+44 (0)20 7946 0123", "US")).isTrue();
    assertThat(same("020 7946 0123", "GB")).isTrue();
    assertThat(same("(415) 555-2671", "US")).isTrue();
    assertThat(same("+1 415.555.2671", "DE")).isTrue();
    assertThat(same("030 901820", "DE")).isTrue();
    assertThat(same("01 42 68 53 00", "FR")).isTrue();
    assertThat(same("0044 20 7946 0123", "DE")).isFalse();
    assertThat(same("(415) 555-2671 ext. 12", "US")).isFalse();
  }
}
