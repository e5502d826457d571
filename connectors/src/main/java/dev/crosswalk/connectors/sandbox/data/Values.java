package dev.crosswalk.connectors.sandbox.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Invents the value of one field of one record, by what the definition line says after {@code
 * gen:}, else by the type. Text and picklists are String, numbers BigDecimal or Long, dates
 * LocalDate, times Instant, references {@link Link}.
 */
final class Values {
  /** The day on which the sandbox stands still; all dates are told from it. */
  static final LocalDate TODAY = LocalDate.of(2026, 10, 30);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

  private final String account;
  private final People people;

  Values(String account, People people) {
    this.account = account;
    this.people = people;
  }

  /** A reference that still has to be turned into an id. */
  record Link(String object, int index) {}

  /** What the other fields of the same record hold, and how many records the other objects have. */
  record Context(
      ObjectDef object,
      int index,
      Persona persona,
      Function<String, @Nullable Object> fields,
      Function<String, Integer> counts,
      Predicate<String> companies) {}

  @Nullable Object make(FieldDef field, Context c) {
    Object value = raw(field, c);
    return value instanceof String text && isNumber(field) ? new BigDecimal(text.strip()) : value;
  }

  private static boolean isNumber(FieldDef field) {
    return switch (field.type()) {
      case "double", "currency", "percent", "int" -> true;
      default -> field.type().startsWith("number.");
    };
  }

  private @Nullable Object raw(FieldDef field, Context c) {
    Random r = Seed.of(account, c.object().name(), field.name(), c.index());
    boolean required = field.flag("required") || field.flag("key");
    if (!Seed.chance(r, Integer.parseInt(field.attribute("fill", required ? "100" : "80")))) {
      return null;
    }
    String gen = field.attribute("gen");
    if (gen == null) {
      return byType(field, c, r);
    }
    int space = gen.indexOf(' ');
    String word = space < 0 ? gen : gen.substring(0, space);
    String rest = space < 0 ? "" : gen.substring(space + 1).strip();
    return switch (word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      case "truth" -> Seed.chance(r, Integer.parseInt(rest));
      case "text" -> messy(field, template(rest, c, r), r);
      case "list" -> messy(field, Seed.one(r, people.list(rest)), r);
      case "oneof" -> messy(field, Seed.one(r, FieldDef.words(rest, ";")), r);
      case "number" -> number(rest, r);
      case "whole" -> number(rest, r).longValue();
      case "digits" -> digits(Integer.parseInt(rest), r);
      case "date" -> day(rest, r);
      case "moment" -> moment(rest, r);
      case "datetext" -> dateText(rest, r);
      case "after" -> after(rest, c, r);
      case "copy" -> copy(field, rest, c, r);
      case "map" -> map(rest, c);
      case "link" -> link(List.of(rest), c, r);
      default -> messy(field, simple(word, c, r), r);
    };
  }

  private @Nullable Object byType(FieldDef field, Context c, Random r) {
    String type = field.type();
    int dot = type.indexOf('.');
    if (dot > 0 && (type.contains("calculation") || type.endsWith(".booleancheckbox"))) {
      return byResult(type.substring(0, dot), r);
    }
    return switch (dot < 0 ? type : type.substring(dot + 1)) {
      case "boolean", "booleancheckbox" -> Seed.chance(r, 30);
      case "picklist", "combobox", "select", "radio" -> pick(field, r);
      case "multipicklist", "checkbox" -> picks(field, r);
      case "date" -> type.equals("datetime.date") ? moment("-900 60", r) : day("-900 120", r);
      case "datetime" -> moment("-900 0", r);
      case "time" ->
          LocalDateTime.of(TODAY, java.time.LocalTime.of(6 + r.nextInt(12), 15 * r.nextInt(4)))
              .toLocalTime();
      case "currency" -> money(r);
      case "percent" -> number("0 100 0", r);
      case "int", "long" -> (long) r.nextInt(500);
      case "double", "number" -> number("0 1000 " + field.scale(0), r);
      case "email" -> messy(field, people.email(c.persona(), r), r);
      case "phone", "phonenumber" -> people.phone(c.persona().place(), r);
      case "url" -> "https://www." + c.persona().domain();
      case "reference" -> link(field.references(), c, r);
      case "encryptedstring" -> "********" + digits(4, r);
      default ->
          field.size(255) > 255 || type.equals("textarea") || type.endsWith(".textarea")
              ? Seed.one(r, people.list("note"))
              : messy(field, Seed.one(r, people.list("word")), r);
    };
  }

  /** For calculated properties, whose type is that of the result. */
  private static @Nullable Object byResult(String type, Random r) {
    return switch (type) {
      case "number" -> number("0 400 0", r);
      case "bool", "enumeration" -> Seed.chance(r, 30);
      case "datetime" -> moment("-900 0", r);
      default -> null;
    };
  }

  private @Nullable String simple(String word, Context c, Random r) {
    Persona p = c.persona();
    return switch (word) {
      case "first" -> p.first();
      case "last" -> p.last();
      case "fullname" -> p.first() + " " + p.last();
      case "company" -> p.company();
      case "domain" -> p.domain();
      case "website" -> website(p, r);
      case "email" -> people.email(p, r);
      case "phone" -> people.phone(p.place(), r);
      case "street" -> p.street();
      case "city" -> p.place().city();
      case "state" -> p.place().state().isEmpty() ? null : p.place().state();
      case "postal" -> p.place().postal();
      case "country" -> Seed.chance(r, 80) ? p.place().country() : p.place().code();
      case "countrycode" -> p.place().code();
      case "region" -> p.place().region();
      case "latitude" -> p.place().latitude();
      case "longitude" -> p.place().longitude();
      case "zone" -> p.place().region().equals("AMER") ? "America/New_York" : "Europe/Berlin";
      case "index" -> String.valueOf(c.index() + 1);
      default -> throw new IllegalArgumentException("no generator is called " + word);
    };
  }

  private static String website(Persona p, Random r) {
    return switch (r.nextInt(4)) {
      case 0 -> p.domain();
      case 1 -> "http://www." + p.domain() + "/";
      case 2 -> "www." + p.domain();
      default -> "https://" + p.domain();
    };
  }

  /**
   * Fills {@code {company}}, {@code {field:Name}}, {@code {list:x}}, {@code {index:0000}}, {@code
   * {digits:4}}.
   */
  private String template(String template, Context c, Random r) {
    Matcher m = PLACEHOLDER.matcher(template);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String key = m.group(1);
      int colon = key.indexOf(':');
      String arg = colon < 0 ? "" : key.substring(colon + 1);
      Object value =
          switch (colon < 0 ? key : key.substring(0, colon)) {
            case "field" -> c.fields().apply(arg);
            case "list" -> Seed.one(r, people.list(arg));
            case "digits" -> digits(Integer.parseInt(arg), r);
            case "index" -> String.format(Locale.ROOT, "%0" + arg.length() + "d", c.index() + 1);
            case "year" -> TODAY.getYear() - r.nextInt(3);
            default -> simple(key, c, r);
          };
      m.appendReplacement(out, Matcher.quoteReplacement(value == null ? "" : value.toString()));
    }
    return m.appendTail(out).toString().strip();
  }

  private @Nullable Object copy(FieldDef field, String rest, Context c, Random r) {
    List<String> words = FieldDef.words(rest, " ");
    Object value = c.fields().apply(words.get(0));
    boolean stale = words.size() > 1 && Seed.chance(r, Integer.parseInt(words.get(1)));
    return stale && !field.picks().isEmpty() ? pick(field, r) : stale ? null : value;
  }

  private @Nullable Object map(String rest, Context c) {
    int space = rest.indexOf(' ');
    String key = String.valueOf(c.fields().apply(rest.substring(0, space)));
    String other = null;
    for (String pair : FieldDef.words(rest.substring(space + 1), ";")) {
      int equals = pair.indexOf('=');
      String value = pair.substring(equals + 1);
      if (pair.substring(0, equals).equals(key)) {
        return typed(value);
      }
      if (pair.startsWith("*=")) {
        other = value;
      }
    }
    return other == null ? null : typed(other);
  }

  private static Object typed(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> value.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(value) : value;
    };
  }

  private @Nullable Link link(List<String> objects, Context c, Random r) {
    List<String> known = objects.stream().filter(o -> c.counts().apply(o) > 0).toList();
    if (known.isEmpty()) {
      return null;
    }
    String object = Seed.chance(r, 90) ? known.get(known.size() - 1) : Seed.one(r, known);
    boolean company = c.companies().test(object);
    int count = c.counts().apply(object);
    int index = company ? Math.min(c.persona().companyIndex(), count - 1) : r.nextInt(count);
    return new Link(object, index);
  }

  private @Nullable Object after(String rest, Context c, Random r) {
    List<String> words = FieldDef.words(rest, " ");
    int days = Integer.parseInt(words.get(1));
    return switch (c.fields().apply(words.get(0))) {
      case Instant i ->
          i.plusSeconds(r.nextInt(days * 86400 + 1)).isAfter(now())
              ? now()
              : i.plusSeconds(r.nextInt(days * 86400 + 1));
      case LocalDate d -> d.plusDays(r.nextInt(days + 1));
      case null, default -> null;
    };
  }

  private static Instant now() {
    return TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }

  private static @Nullable Object pick(FieldDef field, Random r) {
    List<Pick> picks = field.picks();
    List<Pick> live = picks.stream().filter(Pick::active).toList();
    List<Pick> dead = picks.stream().filter(p -> !p.active()).toList();
    List<Pick> from = !dead.isEmpty() && (live.isEmpty() || Seed.chance(r, 8)) ? dead : live;
    if (from.isEmpty()) {
      return null;
    }
    int skewed = Math.min(r.nextInt(from.size()), r.nextInt(from.size()));
    return from.get(Seed.chance(r, 60) ? skewed : r.nextInt(from.size())).value();
  }

  private static @Nullable Object picks(FieldDef field, Random r) {
    List<String> chosen = new ArrayList<>();
    for (Pick pick : field.picks()) {
      if (r.nextInt(100) < (pick.active() ? 35 : 4)) {
        chosen.add(pick.value());
      }
    }
    return chosen.isEmpty() ? null : String.join(";", chosen);
  }

  private static BigDecimal money(Random r) {
    double amount = Math.exp(6 + r.nextDouble() * 6.5);
    int scale =
        switch (r.nextInt(20)) {
          case 0 -> 5;
          case 1 -> 3;
          case 2, 3, 4, 5, 6, 7 -> 0;
          default -> 2;
        };
    return BigDecimal.valueOf(amount).setScale(scale, RoundingMode.HALF_UP);
  }

  private static BigDecimal number(String rest, Random r) {
    List<String> words = FieldDef.words(rest, " ");
    double low = Double.parseDouble(words.get(0));
    double high = Double.parseDouble(words.get(1));
    int scale = words.size() > 2 ? Integer.parseInt(words.get(2)) : 0;
    return BigDecimal.valueOf(low + r.nextDouble() * (high - low))
        .setScale(scale, RoundingMode.HALF_UP);
  }

  private static LocalDate day(String rest, Random r) {
    return TODAY.plusDays(number(rest, r).longValue());
  }

  private static Instant moment(String rest, Random r) {
    return day(rest, r)
        .atTime(r.nextInt(24), r.nextInt(60), r.nextInt(60))
        .toInstant(ZoneOffset.UTC);
  }

  /** A date as people typed it: the pattern mostly, something else now and then. */
  private String dateText(String rest, Random r) {
    LocalDate day = TODAY.minusDays(r.nextInt(1500) - 200L);
    return switch (r.nextInt(16)) {
      case 0 -> day.format(DateTimeFormatter.ofPattern("d.M.yy", Locale.ROOT));
      case 1 -> Seed.one(r, people.list("date.broken"));
      case 2 -> " " + day.format(DateTimeFormatter.ofPattern(rest, Locale.ROOT));
      default -> day.format(DateTimeFormatter.ofPattern(rest, Locale.ROOT));
    };
  }

  private static String digits(int count, Random r) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append((char) ('0' + r.nextInt(10)));
    }
    return out.toString();
  }

  /** Spoils so many of a hundred values ({@code mess: n} of the line, else 4) the way people do. */
  private static @Nullable String messy(FieldDef field, @Nullable String text, Random r) {
    if (text == null
        || isNumber(field)
        || !Seed.chance(r, Integer.parseInt(field.attribute("mess", "4")))) {
      return text;
    }
    return switch (r.nextInt(6)) {
      case 0 -> " " + text;
      case 1 -> text + "  ";
      case 2 -> text.toUpperCase(Locale.ROOT);
      case 3 -> text.toLowerCase(Locale.ROOT);
      case 4 -> text.replace(" ", "  ");
      default -> "\u00a0" + text;
    };
  }
}
