package dev.crosswalk.engine.schema;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SqlTokens.Kind;
import dev.crosswalk.engine.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of SQL. */
final class SqlCursor {
  private static final Token END = new Token(Kind.SIGN, "", 0);

  private final List<Token> tokens;
  private final String file;
  private int at;

  SqlCursor(String sql, String file) {
    this.tokens = SqlTokens.of(sql, file);
    this.file = file;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** The token here, or an empty sign after the last. */
  Token peek() {
    return atEnd() ? END : tokens.get(at);
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  /** Steps over these words if they all stand here, in this order. */
  boolean take(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  void need(String sign, String where) {
    if (!take(sign)) {
      throw expected("'" + sign + "'", where);
    }
  }

  ProblemException expected(String what, String where) {
    Token here = peek();
    int line =
        here == END ? tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).line() : here.line();
    String found = here == END ? "the end of the file" : "'" + here.text() + "'";
    return SchemaImport.problem(
        file,
        line,
        "Expected " + what + " in " + where + ", found " + found,
        "Mend the statement, or take it out.");
  }

  /** A name; of a name in parts such as {@code schema.table} the last. */
  String name(String where) {
    List<String> parts = path(where);
    return parts.get(parts.size() - 1);
  }

  /** All parts of a name with dots. */
  List<String> path(String where) {
    List<String> parts = new ArrayList<>();
    do {
      if (!peek().isName()) {
        throw expected("a name", where);
      }
      parts.add(next().text());
    } while (take("."));
    return parts;
  }

  /** The names in brackets, such as the columns of a key; lengths and directions are left out. */
  List<String> names(String where) {
    List<String> names = new ArrayList<>();
    need("(", where);
    boolean first = true;
    while (!atEnd() && !peek().is(")")) {
      if (take(",")) {
        first = true;
      } else if (peek().is("(")) {
        skipBrackets();
      } else {
        Token token = next();
        if (first && token.isName()) {
          names.add(token.text());
        }
        first = false;
      }
    }
    need(")", where);
    return names;
  }

  /** Steps over a bracket and all in it, and gives its tokens. */
  List<Token> skipBrackets() {
    List<Token> inside = new ArrayList<>();
    int depth = 0;
    do {
      Token token = next();
      if (token.is("(")) {
        depth++;
      } else if (token.is(")")) {
        depth--;
      } else {
        inside.add(token);
      }
    } while (depth > 0 && !atEnd());
    if (depth > 0) {
      throw expected("')'", "a bracket");
    }
    return inside;
  }

  /** Steps behind the end of the statement. */
  void skipStatement() {
    while (!atEnd() && !next().is(";")) {
      // the statement says nothing about tables
    }
  }
}
