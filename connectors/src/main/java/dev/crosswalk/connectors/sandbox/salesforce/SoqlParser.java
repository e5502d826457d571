package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.salesforce.Soql.Condition;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Item;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Malformed;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Moment;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Name;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Order;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads SOQL text. */
final class SoqlParser {
  private static final int MAX_DEPTH = 50;

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<text>'(?:[^'\\\\]|\\\\.)*+')"
              + "|(?<moment>\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:?\\d{2}))?)"
              + "|(?<number>[+-]?\\d+(?:\\.\\d+)?)"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_.]*)"
              + "|(?<sign><=|>=|!=|<>|[=<>(),])");

  private record Token(String kind, String text, int position) {}

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int depth;

  private SoqlParser(String query) {
    this.query = query;
    Matcher m = TOKEN.matcher(query);
    int at = 0;
    while (true) {
      while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
        at++;
      }
      if (at == query.length()) {
        break;
      }
      if (!m.find(at) || m.start() != at) {
        throw error(at, "unexpected token: '" + query.charAt(at) + "'");
      }
      for (String kind : List.of("text", "moment", "number", "word", "sign")) {
        if (m.group(kind) != null) {
          tokens.add(new Token(kind, m.group(), at));
        }
      }
      at = m.end();
    }
  }

  /**
   * Reads a query.
   *
   * @throws Malformed if it is not in the understood part of SOQL
   */
  static Soql parse(String query) {
    return new SoqlParser(query).query();
  }

  private Soql query() {
    expect("SELECT");
    List<Item> select = new ArrayList<>();
    do {
      select.add(item());
    } while (taken(","));
    expect("FROM");
    Name from = name();
    if (peekWord() != null && !isWord("WHERE", "ORDER", "LIMIT", "OFFSET", "WITH", "FOR")) {
      next++; // an alias for the object, which nothing needs here
    }
    Condition where = takenWord("WHERE") ? or() : null;
    List<Order> order = new ArrayList<>();
    if (takenWord("ORDER")) {
      expect("BY");
      do {
        order.add(order());
      } while (taken(","));
    }
    int limit = takenWord("LIMIT") ? count() : -1;
    int offset = takenWord("OFFSET") ? count() : 0;
    if (next < tokens.size()) {
      throw unexpected();
    }
    return new Soql(select, from.text(), where, order, limit, offset);
  }

  private Item item() {
    Name name = name();
    if (!taken("(")) {
      return new Item.Field(name);
    }
    String function = name.text().toUpperCase(Locale.ROOT);
    switch (function) {
      case "COUNT" -> {
        expect(")");
        return new Item.Count();
      }
      case "FIELDS" -> {
        String kind = name().text().toUpperCase(Locale.ROOT);
        if (!List.of("ALL", "STANDARD", "CUSTOM").contains(kind)) {
          throw error(name.position(), "invalid FIELDS argument: " + kind);
        }
        expect(")");
        return new Item.Fields(kind);
      }
      default -> throw error(name.position(), "unexpected token: '('");
    }
  }

  private Order order() {
    Name field = name();
    boolean descending = takenWord("DESC");
    if (!descending) {
      takenWord("ASC");
    }
    boolean last = false;
    if (takenWord("NULLS")) {
      last = takenWord("LAST");
      if (!last) {
        expect("FIRST");
      }
    }
    return new Order(field, descending, last);
  }

  private Condition or() {
    Condition left = and();
    while (takenWord("OR")) {
      left = new Condition.Or(left, and());
    }
    return left;
  }

  private Condition and() {
    Condition left = single();
    while (takenWord("AND")) {
      left = new Condition.And(left, single());
    }
    return left;
  }

  private Condition single() {
    if (++depth > MAX_DEPTH) {
      throw error(
          0,
          "query is either selecting too many fields or the filter conditions are too complicated");
    }
    try {
      if (takenWord("NOT")) {
        return new Condition.Not(single());
      }
      if (taken("(")) {
        Condition inner = or();
        expect(")");
        return inner;
      }
      return comparison();
    } finally {
      depth--;
    }
  }

  private Condition comparison() {
    Name field = name();
    boolean negated = takenWord("NOT");
    if (takenWord("IN")) {
      expect("(");
      List<Value> values = new ArrayList<>();
      do {
        values.add(value());
      } while (taken(","));
      expect(")");
      return new Condition.In(field, negated, values);
    }
    if (takenWord("LIKE")) {
      return new Condition.Compare(field, "LIKE", value());
    }
    for (String operator : List.of("<=", ">=", "!=", "<>", "=", "<", ">")) {
      if (taken(operator)) {
        return new Condition.Compare(field, operator.equals("<>") ? "!=" : operator, value());
      }
    }
    throw unexpected();
  }

  private Value value() {
    if (next >= tokens.size()) {
      throw unexpected();
    }
    Token token = tokens.get(next++);
    return switch (token.kind()) {
      case "text" -> new Value(unescape(token.text().substring(1, token.text().length() - 1)));
      case "number" -> new Value(new BigDecimal(token.text()));
      case "moment" -> new Value(new Moment(token.text()));
      case "word" ->
          switch (token.text().toLowerCase(Locale.ROOT)) {
            case "null" -> new Value(null);
            case "true" -> new Value(true);
            case "false" -> new Value(false);
            default -> {
              next--;
              throw unexpected();
            }
          };
      default -> {
        next--;
        throw unexpected();
      }
    };
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        out.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              default -> escaped;
            });
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private int count() {
    if (next < tokens.size() && tokens.get(next).text().matches("\\d{1,8}")) {
      return Integer.parseInt(tokens.get(next++).text());
    }
    throw unexpected();
  }

  private Name name() {
    if (peekWord() == null || isWord("SELECT", "FROM", "WHERE")) {
      throw unexpected();
    }
    Token token = tokens.get(next++);
    return new Name(token.text(), token.position());
  }

  private @Nullable String peekWord() {
    return next < tokens.size() && tokens.get(next).kind().equals("word")
        ? tokens.get(next).text()
        : null;
  }

  private boolean isWord(String... words) {
    String word = peekWord();
    return word != null && List.of(words).contains(word.toUpperCase(Locale.ROOT));
  }

  private boolean takenWord(String word) {
    boolean is = isWord(word);
    next += is ? 1 : 0;
    return is;
  }

  private boolean taken(String sign) {
    boolean is = next < tokens.size() && tokens.get(next).text().equals(sign);
    next += is ? 1 : 0;
    return is;
  }

  private void expect(String word) {
    if (!takenWord(word) && !taken(word)) {
      throw unexpected();
    }
  }

  private Malformed unexpected() {
    return next < tokens.size()
        ? error(tokens.get(next).position(), "unexpected token: '" + tokens.get(next).text() + "'")
        : error(Math.max(0, query.length() - 1), "unexpected end of query");
  }

  private Malformed error(int position, String what) {
    return new Malformed(at(query, position) + what);
  }

  /** The lines with which the real messages show where in the query something is. */
  static String at(String query, int position) {
    int from = Math.max(0, position - 30);
    String part = query.substring(from, Math.min(query.length(), position + 30));
    return "\n%s\n%s^\nERROR at Row:1:Column:%d\n"
        .formatted(part, " ".repeat(position - from), position + 1);
  }
}
