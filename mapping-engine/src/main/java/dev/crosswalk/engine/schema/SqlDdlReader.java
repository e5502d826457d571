package dev.crosswalk.engine.schema;

import dev.crosswalk.engine.schema.SqlTokens.Kind;
import dev.crosswalk.engine.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tables of a DDL file: PostgreSQL, MySQL, SQL Server, Oracle, SQLite, Snowflake and
 * BigQuery in what they have in common. Statements about other things are stepped over.
 */
final class SqlDdlReader {
  private static final Set<String> AFTER_TYPE =
      Set.of(
          "NOT",
          "NULL",
          "PRIMARY",
          "UNIQUE",
          "DEFAULT",
          "CHECK",
          "REFERENCES",
          "CONSTRAINT",
          "COMMENT",
          "COLLATE",
          "GENERATED",
          "AUTO_INCREMENT",
          "AUTOINCREMENT",
          "IDENTITY",
          "ON",
          "OPTIONS",
          "KEY",
          "AS",
          "ENCODE",
          "MASKING",
          "WITH",
          "CHARSET",
          "VISIBLE",
          "INVISIBLE");

  private final SqlCursor sql;
  private final String file;
  private final Map<String, SqlTable> tables = new LinkedHashMap<>();
  private final Map<String, List<String>> enums = new LinkedHashMap<>();

  SqlDdlReader(String text, String file) {
    this.file = file;
    this.sql = new SqlCursor(text, file);
  }

  Schema read() {
    while (!sql.atEnd()) {
      if (sql.take("CREATE")) {
        create();
      } else if (sql.take("COMMENT", "ON")) {
        commentOn();
      } else if (sql.take("ALTER", "TABLE")) {
        alter();
      } else {
        sql.skipStatement();
      }
    }
    if (tables.isEmpty()) {
      throw SchemaImport.problem(
          file, 1, "The file has no CREATE TABLE", "Give the DDL of the target tables.");
    }
    List<SchemaObject> objects = tables.values().stream().map(SqlTable::build).toList();
    return Schema.of(SchemaImport.baseName(file), objects);
  }

  private void create() {
    while (sql.take("OR")
        || sql.take("REPLACE")
        || sql.take("GLOBAL")
        || sql.take("LOCAL")
        || sql.take("TEMPORARY")
        || sql.take("TEMP")
        || sql.take("UNLOGGED")
        || sql.take("TRANSIENT")
        || sql.take("EXTERNAL")) {
      // words before TABLE that change nothing here
    }
    if (sql.take("TYPE")) {
      String name = sql.name("CREATE TYPE");
      if (sql.take("AS", "ENUM")) {
        enums.put(SqlTable.key(name), texts(sql.skipBrackets()));
      }
    } else if (sql.take("TABLE")) {
      sql.take("IF", "NOT", "EXISTS");
      SqlTable table = new SqlTable(sql.name("CREATE TABLE"));
      if (sql.peek().is("(")) {
        sql.next();
        items(table);
        tables.put(SqlTable.key(table.name()), table);
        afterTable(table);
      }
    }
    sql.skipStatement();
  }

  private void items(SqlTable table) {
    String where = "table '" + table.name() + "'";
    do {
      if (sql.peek().is(")")) {
        break;
      }
      if (!constraint(table, where)) {
        column(table, where);
      }
    } while (sql.take(","));
    sql.need(")", where);
  }

  /** MySQL's {@code COMMENT='...'} behind the bracket. */
  private void afterTable(SqlTable table) {
    while (!sql.atEnd() && !sql.peek().is(";")) {
      if (sql.take("COMMENT")) {
        sql.take("=");
        if (sql.peek().kind() == Kind.TEXT) {
          table.comment(sql.next().text());
        }
      } else {
        sql.next();
      }
    }
  }

  /** A constraint of the whole table; false, and nothing taken, where a column stands here. */
  private boolean constraint(SqlTable table, String where) {
    boolean named = sql.take("CONSTRAINT");
    if (named && !sql.peek().is("PRIMARY") && !sql.peek().is("CHECK")) {
      sql.name(where);
    }
    if (sql.take("PRIMARY", "KEY")) {
      skipUntilBracket();
      table.primaryKey(sql.names(where));
    } else if (sql.take("FOREIGN", "KEY")) {
      skipUntilBracket();
      List<String> columns = sql.names(where);
      if (sql.take("REFERENCES")) {
        table.references(columns, sql.name(where));
      }
    } else if (sql.peek().is("CHECK")) {
      sql.next();
      check(table, "");
    } else if (sql.peek().kind() == Kind.WORD && sql.peek().is("UNIQUE")) {
      sql.next();
      skipUntilBracket();
      table.unique(sql.names(where));
    } else if (sql.take("EXCLUDE")
        || sql.take("FULLTEXT")
        || sql.take("SPATIAL")
        || sql.take("INDEX")
        || sql.take("LIKE")
        || sql.take("KEY")) {
      skipUntilBracket();
    } else {
      return named;
    }
    skipItem();
    return true;
  }

  private void column(SqlTable table, String where) {
    Token name = sql.peek();
    if (!name.isName()) {
      throw sql.expected("a column", where);
    }
    sql.next();
    StringBuilder word = new StringBuilder();
    List<Token> inBrackets = new ArrayList<>();
    while (sql.peek().isName() && !AFTER_TYPE.contains(sql.peek().upper())) {
      word.append(word.isEmpty() ? "" : " ").append(sql.next().text());
      if (sql.take(".")) {
        word.setLength(0);
      } else if (sql.peek().is("(")) {
        inBrackets.addAll(sql.skipBrackets());
      }
    }
    boolean list =
        sql.take("[", "]") || word.toString().toUpperCase(Locale.ROOT).startsWith("ARRAY");
    Field.Builder field = typed(name.text(), word.toString(), inBrackets, list);
    if (!table.add(name.text(), field)) {
      throw SchemaImport.problem(
          file,
          name.line(),
          "Column '" + name.text() + "' stands twice in " + where,
          "Take one of them out.");
    }
    attributes(table, name.text(), field);
  }

  private Field.Builder typed(String name, String word, List<Token> inBrackets, boolean list) {
    List<String> numbers =
        inBrackets.stream().map(Token::text).filter(t -> t.matches("\\d{1,9}")).toList();
    int first = numbers.isEmpty() ? 0 : Integer.parseInt(numbers.get(0));
    int second = numbers.size() < 2 ? -1 : Integer.parseInt(numbers.get(1));
    List<String> values = enums.getOrDefault(SqlTable.key(word), List.of());
    FieldType type = values.isEmpty() ? SqlTypes.of(word, first, second) : FieldType.ENUM;
    if (type.isPicklist() && values.isEmpty()) {
      values = texts(inBrackets);
    }
    if (list) {
      type = type.isText() ? FieldType.STRING_LIST : FieldType.JSON;
    }
    Field.Builder field =
        Field.builder(name, type)
            .nativeType(word.isEmpty() ? null : word)
            .multiple(list ? true : null)
            .values(values.stream().distinct().map(PicklistValue::of).toList());
    if (type.isPicklist()) {
      field.restricted(true);
    } else if (type.isText() && first > 0) {
      field.length(first);
    } else if (type == FieldType.DECIMAL && first > 0) {
      field.precision(first).scale(second < 0 ? null : second);
    }
    return field;
  }

  private void attributes(SqlTable table, String column, Field.Builder field) {
    String where = "column '" + column + "'";
    while (!sql.atEnd() && !sql.peek().is(",") && !sql.peek().is(")")) {
      if (sql.take("NOT", "NULL")) {
        field.required(true);
      } else if (sql.take("NULL")) {
        field.required(false);
      } else if (sql.take("PRIMARY", "KEY")) {
        table.primaryKey(List.of(column));
      } else if (sql.take("UNIQUE")) {
        field.unique(true);
      } else if (sql.take("REFERENCES")) {
        table.references(List.of(column), sql.name(where));
      } else if (sql.take("CHECK")) {
        check(table, column);
      } else if (sql.take("COMMENT") || sql.take("DESCRIPTION")) {
        if (sql.peek().kind() == Kind.TEXT) {
          field.description(sql.next().text());
        }
      } else if (sql.take("DEFAULT")) {
        Token value = sql.next();
        field.defaultValue(value.is("NULL") || value.is("(") ? null : value.text());
        if (value.is("(")) {
          rest(1);
        }
      } else if (sql.take("GENERATED") || sql.take("AS")) {
        field.calculated(true);
      } else if (sql.peek().is("(")) {
        sql.skipBrackets();
      } else {
        sql.next();
      }
    }
  }

  /** Takes the values of {@code (column IN ('a', 'b'))}; other conditions are stepped over. */
  private void check(SqlTable table, String column) {
    List<Token> tokens = sql.skipBrackets();
    int in = -1;
    for (int i = 0; i < tokens.size(); i++) {
      in = in < 0 && tokens.get(i).is("IN") ? i : in;
      if (tokens.get(i).is("OR") && i < tokens.size() - 3) {
        return; // the list is not all that is allowed
      }
    }
    if (in > 0 && tokens.subList(0, in).stream().noneMatch(t -> t.is("NOT"))) {
      String name = column.isEmpty() ? tokens.get(in - 1).text() : column;
      table.values(name, texts(tokens.subList(in, tokens.size())));
    }
  }

  private void commentOn() {
    boolean onTable = sql.take("TABLE");
    if (onTable || sql.take("COLUMN")) {
      List<String> path = sql.path("COMMENT ON");
      String table = path.get(Math.max(0, path.size() - (onTable ? 1 : 2)));
      SqlTable found = tables.get(SqlTable.key(table));
      if (found != null && sql.take("IS") && sql.peek().kind() == Kind.TEXT) {
        String text = sql.next().text();
        Field.Builder field = onTable ? null : found.column(path.get(path.size() - 1));
        if (onTable) {
          found.comment(text);
        } else if (field != null) {
          field.description(text);
        }
      }
    }
    sql.skipStatement();
  }

  private void alter() {
    sql.take("IF", "EXISTS");
    sql.take("ONLY");
    SqlTable table = tables.get(SqlTable.key(sql.name("ALTER TABLE")));
    while (table != null && sql.take("ADD")) {
      if (!constraint(table, "ALTER TABLE " + table.name())) {
        sql.take("COLUMN");
        column(table, "ALTER TABLE " + table.name());
      }
      sql.take(",");
    }
    sql.skipStatement();
  }

  private void skipUntilBracket() {
    while (!sql.atEnd()
        && !sql.peek().is("(")
        && !sql.peek().is(",")
        && !sql.peek().is(")")
        && !sql.peek().is(";")) {
      sql.next();
    }
  }

  /** Steps to the end of this item of the table. */
  private void skipItem() {
    while (!sql.atEnd() && !sql.peek().is(",") && !sql.peek().is(")") && !sql.peek().is(";")) {
      if (sql.peek().is("(")) {
        sql.skipBrackets();
      } else {
        sql.next();
      }
    }
  }

  private void rest(int open) {
    int depth = open;
    while (depth > 0 && !sql.atEnd()) {
      Token token = sql.next();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream().filter(t -> t.kind() == Kind.TEXT).map(Token::text).toList();
  }
}
