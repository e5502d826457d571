package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Reason.OneOf;
import dev.crosswalk.engine.match.Reason.Term;
import dev.crosswalk.engine.transform.step.Countries;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats that values are recognised by, the narrower ones first. */
enum ValueFormat {
  EMAIL(Term.EMAILS, "[^@\\s]{1,80}@[^@\\s]{1,80}\\.[A-Za-z]{2,24}"),
  URL(
      Term.WEB_ADDRESSES,
      "(?:https?://|www\\.)\\S{3,400}|[a-z0-9-]{2,60}(?:\\.[a-z0-9-]{2,60})?\\.(?:com|org|net|io|de|ch|at|fr|uk|eu|dev|app|co)(?:/\\S{0,200})?"),
  UUID(Term.IDS, "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
  DATETIME(Term.DATES_WITH_TIME, "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}\\S{0,25}"),
  DATE(Term.DATES, "\\d{4}-\\d{2}-\\d{2}"),
  DATE_DOTTED(Term.DATES, "\\d{1,2}\\.\\d{1,2}\\.\\d{4}"),
  DATE_SLASHED(Term.DATES, "\\d{1,2}/\\d{1,2}/\\d{4}"),
  DATE_DASHED(Term.DATES, "\\d{1,2}-\\d{1,2}-\\d{4}"),
  DATE_YEAR_FIRST(Term.DATES, "\\d{4}/\\d{1,2}/\\d{1,2}"),
  DATE_COMPACT(Term.DATES, "(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"),
  /** Dates that several hands wrote; no single step reads them all. */
  DATE_MIXED(
      Term.DATES,
      "\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}(?:[T ]\\S{4,30})?"),
  BOOLEAN(Term.YES_OR_NO, "(?i:true|false|yes|no)"),
  // Before numbers and phone numbers, which many of them look like; see isPostal.
  POSTAL_CODE(Term.POSTAL_CODES, ValueFormat::isPostal, ValueFormat::isPlainlyPostal),
  INTEGER(Term.WHOLE_NUMBERS, "-?\\d{1,15}"),
  // Some of them may be whole.
  DECIMAL(Term.NUMBERS, "-?\\d{1,15}(?:[.,]\\d{1,10})?|-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?"),
  // No addresses of computers, and no spans of years.
  PHONE(
      Term.PHONE_NUMBERS,
      "(?!\\d{1,3}(?:\\.\\d{1,3}){3}$)(?!(?:19|20)\\d{2}[-/.](?:19|20)\\d{2}$)\\+?[0-9(][0-9 ()./-]{5,22}[0-9](?:\\s?(?:x|ext\\.?)\\s?\\d{1,6})?"),
  CURRENCY_CODE(
      Term.CURRENCY_CODES,
      "USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|INR|CNY|BRL|MXN|SGD|HKD|NZD|ZAR|TRY|HUF"),
  COUNTRY_CODE(Term.TWO_LETTERS, "[A-Z]{2}"),
  COUNTRY(Term.COUNTRIES, ValueFormat::isCountry, text -> text.length() > 3);

  /** This share of the values must have the format. */
  private static final double NEARLY_ALL = 0.85;

  /** Written with letters, a blank or a hyphen, as no plain number is. */
  private static final Pattern LETTERED_POSTAL =
      Pattern.compile(
          "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}" // GB
              + "|[A-Z]\\d[A-Z][ -]?\\d[A-Z]\\d" // CA
              + "|\\d{4} ?[A-Z]{2}" // NL
              + "|\\d{5}-\\d{3,4}" // US, BR
              + "|\\d{2}-\\d{3}" // PL
              + "|\\d{3}-\\d{4}" // JP
              + "|\\d{3} \\d{2}" // SE, CZ, GR
              + "|[A-Z]{1,2}-\\d{4,5}"); // D-10115

  private static final int LONGEST_COUNTRY = 50;
  private static final Pattern DIGITS_POSTAL = Pattern.compile("\\d{4,6}");

  /** This share of them must be plainly of the format, where some could be something else. */
  private static final double SOME = 0.15;

  private final OneOf words;
  private final Predicate<String> like;
  private final Predicate<String> plainly;

  ValueFormat(Term term, String pattern) {
    this(term, Pattern.compile(pattern).asMatchPredicate(), text -> true);
  }

  ValueFormat(Term term, Predicate<String> like, Predicate<String> plainly) {
    this.words = new OneOf(List.of(term));
    this.like = like;
    this.plainly = plainly;
  }

  private static boolean isCountry(String text) {
    return text.length() <= LONGEST_COUNTRY
        && Character.isLetter(text.charAt(0))
        && Countries.find(text).isPresent();
  }

  private static boolean isPostal(String text) {
    return DIGITS_POSTAL.matcher(text).matches() || LETTERED_POSTAL.matcher(text).matches();
  }

  /** With a nought in front, too, as numbers are not written so. */
  private static boolean isPlainlyPostal(String text) {
    return text.charAt(0) == '0' || !DIGITS_POSTAL.matcher(text).matches();
  }

  /** The format in words, plural. */
  OneOf words() {
    return words;
  }

  boolean isDate() {
    return switch (this) {
      case DATE,
          DATE_DOTTED,
          DATE_SLASHED,
          DATE_DASHED,
          DATE_YEAR_FIRST,
          DATE_COMPACT,
          DATE_MIXED ->
          true;
      default -> false;
    };
  }

  boolean isNumber() {
    return this == INTEGER || this == DECIMAL;
  }

  /** The first format that nearly all of the texts have; null if none. */
  static @Nullable ValueFormat of(List<String> texts) {
    for (ValueFormat format : values()) {
      int with = 0;
      int plain = 0;
      int without = 0;
      for (String value : texts) {
        String text = value.strip();
        if (!text.isEmpty() && text.length() <= 500 && format.like.test(text)) {
          with++;
          plain += format.plainly.test(text) ? 1 : 0;
        } else if (++without > texts.size() * (1 - NEARLY_ALL)) {
          break;
        }
      }
      if (plain > 0 && plain >= with * SOME && with >= texts.size() * NEARLY_ALL) {
        return format;
      }
    }
    return null;
  }
}
