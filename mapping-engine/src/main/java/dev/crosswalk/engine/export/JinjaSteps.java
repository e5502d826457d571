package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.Mapping.Defaults;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Steps in Jinja, one variable to another. */
final class JinjaSteps {
  private static final Set<String> UTC = Set.of("UTC", "Z", "GMT", "Etc/UTC");
  private static final Pattern FIXED = Pattern.compile("(yyyy|uuuu|MM|dd|[/. -])+");

  /**
   * What a step makes.
   *
   * @param variable none in Jinja where the step cannot read its value
   * @param invalid a condition that is true where it cannot; null where it always can
   * @param caveat what comes out otherwise on some values; null if nothing
   */
  record Said(String variable, @Nullable String invalid, @Nullable String caveat) {
    static Said of(String variable) {
      return new Said(variable, null, null);
    }
  }

  private final JinjaTemplate template;
  private final Defaults defaults;
  private final boolean datetime;

  JinjaSteps(JinjaTemplate template, Defaults defaults, boolean datetime) {
    this.template = template;
    this.defaults = defaults;
    this.datetime = datetime;
  }

  /**
   * @throws Unsaid where Jinja cannot say the same
   */
  Said apply(String step, String value, Parameters p) {
    return switch (step) {
      case "trim" -> Said.of(template.trimmed(template.text(value)));
      case "lower" -> method(value, ".lower()");
      case "upper" -> method(value, ".upper()");
      case "prefix" -> affix(value, p, JinjaTemplate.quoted(p.needText("text")) + " ~ %1$s");
      case "suffix" -> affix(value, p, "%1$s ~ " + JinjaTemplate.quoted(p.needText("text")));
      case "substring" -> method(value, slice(p));
      case "truncate" -> method(value, cut(p));
      case "pad" ->
          method(
              value,
              "."
                  + (p.needText("side").equals("left") ? "rjust" : "ljust")
                  + "("
                  + p.integer("length")
                  + ", "
                  + JinjaTemplate.quoted(p.needText("with"))
                  + ")");
      case "replace" -> replace(value, p);
      case "number" -> number(value, p);
      case "boolean" -> bool(value, p);
      case "date" -> date(value, p);
      case "valueMap" -> valueMap(value, p);
      default -> throw new Unsaid("the step " + step + " is not run");
    };
  }

  private Said method(String value, String call) {
    String text = template.text(value);
    return Said.of(template.setUnlessNull(text, text + call));
  }

  private Said affix(String value, Parameters p, String how) {
    if (p.flag("once")) {
      throw new Unsaid("a prefix or suffix that is written once only is not written");
    }
    String text = template.text(value);
    return Said.of(
        template.setUnlessNull(text, how.replace("%1$s", text) + " if " + text + " != '' else ''"));
  }

  private static String slice(Parameters p) {
    int start = Parameters.standard(p.integer("start"), 0);
    Integer length = p.integer("length");
    return "[" + start + ":]" + (length == null ? "" : "[:" + length + "]");
  }

  private static String cut(Parameters p) {
    if (p.integer("length") == null) {
      throw new Unsaid("the length to cut to is the target's and not given");
    }
    return "[:" + p.integer("length") + "]";
  }

  private Said replace(String value, Parameters p) {
    if (p.flag("regex")) {
      throw new Unsaid("a pattern is not replaced");
    }
    return method(
        value,
        ".replace("
            + JinjaTemplate.quoted(p.needText("find"))
            + ", "
            + JinjaTemplate.quoted(p.needText("with"))
            + ")");
  }

  private Said number(String value, Parameters p) {
    boolean other =
        p.flag("percent")
            || p.text("locale") != null
            || defaults.locale() != null
            || p.text("decimal") != null && !".".equals(p.text("decimal"))
            || p.text("grouping") != null && !",".equals(p.text("grouping"))
            || p.integer("scale") != null;
    if (other) {
      throw new Unsaid("numbers are read with a point and commas, and not rounded");
    }
    String text = template.trimmed(template.text(value));
    String plain =
        template.setUnlessNull(
            text,
            text
                + "|regex_search('^(-?(?:(?:[0-9]+|[0-9]\\x7b1,3\\x7d(?:,[0-9]\\x7b2,3\\x7d)*,"
                + "[0-9]\\x7b3\\x7d)(?:[.][0-9]*)?|[.][0-9]+))$')");
    String bare = template.setUnlessNull(plain, plain + ".replace(',', '')");
    String number =
        template.set(
            "none if not %1$s else %1$s|int if '.' not in %1$s else %1$s|float".formatted(bare));
    return new Said(
        number,
        text + " and " + number + " is none",
        "numbers in parentheses or with a currency sign are not read, and those with a decimal"
            + " sign become binary floating point");
  }

  private Said bool(String value, Parameters p) {
    String text = template.trimmed(template.text(value));
    String word = template.setUnlessNull(text, text + ".lower()");
    String read =
        template.set(
            "true if %1$s in %2$s else false if %1$s in %3$s else none"
                .formatted(word, words(p.texts("trueWords")), words(p.texts("falseWords"))));
    return new Said(read, word + " and " + read + " is none", null);
  }

  private static String words(List<String> words) {
    return JinjaTemplate.literal(
        words.stream().map(w -> Texts.trim(w).toLowerCase(Locale.ROOT)).toList());
  }

  private Said date(String value, Parameters p) {
    boolean moment = p.text("to") == null ? datetime : "datetime".equals(p.text("to"));
    if (moment) {
      throw new Unsaid("date-times are not read");
    }
    String zone = p.text("zone") == null ? defaults.timezone() : p.text("zone");
    String text = template.trimmed(template.text(value));
    String read = template.set("none");
    String caveat = null;
    for (String format : p.texts("format")) {
      String given = text;
      String tail = "true";
      String pattern = format;
      if (format.equals("iso")) {
        boolean utc = UTC.contains(String.valueOf(zone));
        pattern = "yyyy-MM-dd";
        given = template.setUnlessNull(text, text + "[:10]");
        tail =
            ("(%1$s|length == 10 or %1$s[10:]|regex_search('^([T ](?:[01][0-9]|2[0-3]):[0-5][0-9]"
                    + "(?::[0-5][0-9](?:[.][0-9]+)?)?%2$s)$'))")
                .formatted(text, utc ? "(?:Z|[+]00:?00)?" : "");
        caveat =
            "date-times with " + (utc ? "another offset than UTC" : "an offset") + " are not read";
      }
      read =
          template.set(
              "%1$s if %1$s is not none or not %2$s else (%3$s) if (%4$s) and %5$s else none"
                  .formatted(read, text, iso(given, pattern), isDay(given, pattern), tail));
    }
    return new Said(read, text + " and " + read + " is none", caveat);
  }

  private static String part(String text, String pattern, char letter, int length) {
    int at = pattern.indexOf(letter);
    return text + "[" + at + ":" + (at + length) + "]";
  }

  private static String year(String text, String pattern) {
    return part(text, pattern, pattern.indexOf('y') >= 0 ? 'y' : 'u', 4);
  }

  private static String iso(String text, String pattern) {
    return "%s ~ '-' ~ %s ~ '-' ~ %s"
        .formatted(year(text, pattern), part(text, pattern, 'M', 2), part(text, pattern, 'd', 2));
  }

  private static String isDay(String text, String pattern) {
    if (!FIXED.matcher(pattern).matches()
        || pattern.replaceAll("[^yu]", "").length() != 4
        || pattern.replaceAll("[^M]", "").length() != 2
        || pattern.replaceAll("[^d]", "").length() != 2) {
      throw new Unsaid("the date format " + pattern + " is not read");
    }
    String y = year(text, pattern);
    String m = part(text, pattern, 'M', 2);
    String d = part(text, pattern, 'd', 2);
    StringBuilder tests = new StringBuilder(text + "|length == " + pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      if ("/. -".indexOf(pattern.charAt(i)) >= 0) {
        tests.append(" and %s[%d] == '%s'".formatted(text, i, pattern.charAt(i)));
      }
    }
    return tests
        + (" and (%1$s ~ %2$s ~ %3$s)|regex_search('^([0-9]\\x7b8\\x7d)$') and %1$s != '0000' and"
                + " '01' <= %2$s <= '12' and '01' <= %3$s and %3$s|int <= (31 if %2$s not in ['02',"
                + " '04', '06', '09', '11'] else 30 if %2$s != '02' else 29 if %1$s|int is"
                + " divisibleby 4 and (%1$s|int is not divisibleby 100 or %1$s|int is divisibleby"
                + " 400) else 28)")
            .formatted(y, m, d);
  }

  private Said valueMap(String value, Parameters p) {
    boolean ignoreCase = p.flag("ignoreCase");
    String given = template.text(value);
    String bare = p.flag("trim") ? template.trimmed(given) : given;
    String key = ignoreCase ? template.setUnlessNull(bare, bare + ".lower()") : bare;
    Map<String, @Nullable Object> map = new TreeMap<>();
    p.map("map")
        .forEach((k, v) -> {
          String plain = p.flag("trim") ? Texts.trim(k) : k;
          map.putIfAbsent(ignoreCase ? plain.toLowerCase(Locale.ROOT) : plain, v);
        });
    String rest =
        switch (p.needText("other")) {
          case "keep" -> given;
          case "set" -> JinjaTemplate.literal(p.value("set"));
          default -> "none";
        };
    return mapped(template, key, given, map, rest, p.needText("other").equals("reject"));
  }

  /**
   * A value map.
   *
   * @param key variable that is looked up
   * @param given variable that stays where it is empty
   * @param rest expression for values outside the map
   */
  static Said mapped(
      JinjaTemplate template,
      String key,
      String given,
      Map<String, @Nullable Object> map,
      String rest,
      boolean reject) {
    String values = template.set(JinjaTemplate.literal(map));
    String read =
        template.setUnlessNull(
            key,
            "%1$s[%2$s] if %2$s in %1$s else %3$s if %2$s == '' else %4$s"
                .formatted(values, key, given, rest));
    return new Said(read, reject ? key + " and " + key + " not in " + values : null, null);
  }
}
