package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.SqlExpr.Kind;
import dev.crosswalk.engine.transform.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Literals and names of SQL that mean the same in PostgreSQL, DuckDB, Snowflake and H2, and in
 * which dbt finds no template of its own.
 */
final class SqlText {
  /** Words that stand for themselves in one of the databases. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all alter analyse analyze and any array as asc asymmetric authorization between binary"
                  + " both by case cast check collate collation column concurrently connect"
                  + " constraint create cross cube current current_catalog current_date"
                  + " current_role current_schema current_time current_timestamp current_user"
                  + " default deferrable delete desc describe distinct do drop else end except"
                  + " exists false fetch following for foreign freeze from full grant group"
                  + " grouping having ilike in increment initially inner insert intersect into is"
                  + " isnull join lambda lateral leading left like limit localtime"
                  + " localtimestamp minus natural not notnull null of offset on only or order"
                  + " outer overlaps pivot placing primary qualify references regexp returning"
                  + " revoke right rlike rollup row rows sample select session_user set show"
                  + " similar some start summarize symmetric table tablesample then to trailing"
                  + " trigger true try_cast union unique unpivot update user using values"
                  + " variadic verbose when whenever where window with")
              .split(" "));

  private SqlText() {}

  /**
   * A text literal. Characters that a database or dbt reads otherwise are written by their number.
   *
   * @throws Unsaid where no database holds such a text
   */
  static String literal(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new Unsaid("a text holds a character that no database keeps");
      }
      boolean coded = c < ' ' || c >= 0x7F && c <= 0xA0 || c == '\\' || c == '{' || isOdd(c);
      if (coded) {
        flush(plain, parts);
        parts.add("chr(" + c + ")");
      } else if (c == '\'') {
        plain.append("''");
      } else {
        plain.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    if (parts.isEmpty() || !plain.isEmpty()) {
      flush(plain, parts, parts.isEmpty());
    }
    return parts.size() == 1 ? parts.get(0) : "(" + String.join(" || ", parts) + ")";
  }

  /** Characters that cannot be seen. */
  private static boolean isOdd(int c) {
    return c >= 0x2000 && c <= 0x200F || c >= 0x2028 && c <= 0x202F || c == 0xFEFF || c == 0x3000;
  }

  private static void flush(StringBuilder plain, List<String> parts) {
    flush(plain, parts, false);
  }

  private static void flush(StringBuilder plain, List<String> parts, boolean empty) {
    if (empty || !plain.isEmpty()) {
      parts.add("'" + plain + "'");
      plain.setLength(0);
    }
  }

  /**
   * A scalar as a literal.
   *
   * @throws Unsaid for lists and objects
   */
  static SqlExpr value(@Nullable Object value) {
    return switch (value) {
      case null -> new SqlExpr("null", Kind.TEXT, 0, true);
      case String text -> new SqlExpr(literal(text), Kind.TEXT, 0, true);
      case Boolean flag -> new SqlExpr(flag.toString(), Kind.BOOLEAN, 0, true);
      case Number number -> number(String.valueOf(Texts.of(number)));
      default -> throw new Unsaid("a list or an object is not written");
    };
  }

  private static SqlExpr number(String text) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new Unsaid(text + " is not a finite number");
    }
    if (exact.stripTrailingZeros().scale() > 10 || exact.precision() - exact.scale() > 28) {
      throw new Unsaid("the number " + Texts.cut(text, 40) + " has too many digits");
    }
    return new SqlExpr(
        "cast(" + exact.toPlainString() + " as " + SqlExpr.NUMERIC + ")", Kind.NUMBER, 0, true);
  }

  /** A name for a column or a table that needs no quotes, but for reserved words. */
  static String slug(String name) {
    String slug =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    if (slug.isEmpty()) {
      return "x_" + ExportText.hash(name);
    }
    String whole = Character.isDigit(slug.charAt(0)) ? "_" + slug : slug;
    return whole.length() <= 50 ? whole : whole.substring(0, 41) + "_" + ExportText.hash(name);
  }

  static boolean isReserved(String name) {
    return RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * A name that is there already, as SQL names it.
   *
   * @param quoted whether upper and lower case count
   * @throws Unsaid where dbt would find a template in it
   */
  static String identifier(String name, boolean quoted) {
    if (name.indexOf('{') >= 0 || name.indexOf('\0') >= 0) {
      throw new Unsaid("the name " + name.replace('{', '(') + " cannot stand in a dbt model");
    }
    return !quoted && name.matches("[A-Za-z_][A-Za-z0-9_]*") && !isReserved(name)
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A text in a comment of a model. */
  static String comment(String text) {
    return ExportText.oneLine(text).replace('{', '(').replace('}', ')');
  }
}
