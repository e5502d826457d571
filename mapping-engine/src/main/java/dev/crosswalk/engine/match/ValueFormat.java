package dev.crosswalk.engine.match;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats that values are recognised by, the narrower ones first. */
enum ValueFormat {
  EMAIL("email", "e-mail addresses", "[^@\\s]{1,80}@[^@\\s]{1,80}\\.[A-Za-z]{2,24}"),
  URL(
      "url",
      "web addresses",
      "(?:https?://|www\\.)\\S{3,400}|[a-z0-9-]{2,60}(?:\\.[a-z0-9-]{2,60})?\\.(?:com|org|net|io|de|ch|at|fr|uk|eu|dev|app|co)(?:/\\S{0,200})?"),
  UUID("id", "ids", "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
  DATETIME("datetime", "dates with time", "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}\\S{0,25}"),
  DATE("date", "dates", "\\d{4}-\\d{2}-\\d{2}"),
  DATE_DOTTED("date", "dates", "\\d{1,2}\\.\\d{1,2}\\.\\d{4}"),
  DATE_SLASHED("date", "dates", "\\d{1,2}/\\d{1,2}/\\d{4}"),
  DATE_DASHED("date", "dates", "\\d{1,2}-\\d{1,2}-\\d{4}"),
  DATE_YEAR_FIRST("date", "dates", "\\d{4}/\\d{1,2}/\\d{1,2}"),
  DATE_COMPACT("date", "dates", "(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"),
  BOOLEAN("boolean", "yes or no", "(?i:true|false|yes|no)"),
  INTEGER("integer", "whole numbers", "-?\\d{1,15}"),
  // Some of them may be whole.
  DECIMAL(
      "number", "numbers", "-?\\d{1,15}(?:[.,]\\d{1,10})?|-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?"),
  // No addresses of computers, and no spans of years.
  PHONE(
      "phone",
      "phone numbers",
      "(?!\\d{1,3}(?:\\.\\d{1,3}){3}$)(?!(?:19|20)\\d{2}[-/.](?:19|20)\\d{2}$)\\+?[0-9(][0-9 ()./-]{5,22}[0-9](?:\\s?(?:x|ext\\.?)\\s?\\d{1,6})?"),
  CURRENCY_CODE(
      "currency",
      "currency codes",
      "USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|INR|CNY|BRL|MXN|SGD|HKD|NZD|ZAR|TRY|HUF"),
  COUNTRY_CODE("code", "two-letter codes", "[A-Z]{2}");

  /** This share of the values must have the format. */
  private static final double NEARLY_ALL = 0.85;

  private final Reason.Words words;
  private final Pattern pattern;

  ValueFormat(String key, String words, String pattern) {
    this.words = new Reason.Words(List.of(new Reason.Word("format." + key, words)));
    this.pattern = Pattern.compile(pattern);
  }

  /** The format in words, plural. */
  Reason.Words words() {
    return words;
  }

  boolean isDate() {
    return switch (this) {
      case DATE, DATE_DOTTED, DATE_SLASHED, DATE_DASHED, DATE_YEAR_FIRST, DATE_COMPACT -> true;
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
      int without = 0;
      for (String text : texts) {
        if (text.length() <= 500 && format.pattern.matcher(text.strip()).matches()) {
          with++;
        } else if (++without > texts.size() * (1 - NEARLY_ALL)) {
          break;
        }
      }
      if (with > 0 && with >= texts.size() * NEARLY_ALL) {
        return format;
      }
    }
    return null;
  }
}
