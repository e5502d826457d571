package dev.crosswalk.engine.schema;

import java.util.Locale;

/** The normal types of SQL's types, over the common dialects. */
public final class SqlTypes {
  private static final int LONG = 1000;

  private SqlTypes() {}

  /**
   * @param word the type's words in capitals, without brackets
   * @param length first number in brackets; 0 if none
   * @param scale second number in brackets; -1 if none
   */
  public static FieldType of(String word, int length, int scale) {
    String first = word.toUpperCase(Locale.ROOT).split(" ", 2)[0];
    return switch (first) {
      case "CHAR",
          "VARCHAR",
          "NVARCHAR",
          "NCHAR",
          "VARCHAR2",
          "NVARCHAR2",
          "CHARACTER",
          "STRING",
          "BPCHAR",
          "CITEXT",
          "TINYTEXT",
          "SYSNAME",
          "NATIONAL" ->
          length > LONG ? FieldType.TEXT : FieldType.STRING;
      case "TEXT", "NTEXT", "MEDIUMTEXT", "LONGTEXT", "CLOB", "NCLOB", "LONG" -> FieldType.TEXT;
      case "BOOL", "BOOLEAN" -> FieldType.BOOLEAN;
      case "BIT" -> length > 1 ? FieldType.BINARY : FieldType.BOOLEAN;
      case "TINYINT" -> length == 1 ? FieldType.BOOLEAN : FieldType.INTEGER;
      case "INT",
          "INTEGER",
          "BIGINT",
          "SMALLINT",
          "MEDIUMINT",
          "INT2",
          "INT4",
          "INT8",
          "INT64",
          "SERIAL",
          "BIGSERIAL",
          "SMALLSERIAL",
          "IDENTITY",
          "BYTEINT" ->
          FieldType.INTEGER;
      case "NUMBER", "NUMERIC", "DECIMAL", "DEC", "FIXED" ->
          scale == 0 || (scale < 0 && length > 0) ? FieldType.INTEGER : FieldType.DECIMAL;
      case "FLOAT",
          "FLOAT4",
          "FLOAT8",
          "FLOAT64",
          "DOUBLE",
          "REAL",
          "BINARY_FLOAT",
          "BINARY_DOUBLE",
          "BIGNUMERIC" ->
          FieldType.DECIMAL;
      case "MONEY", "SMALLMONEY" -> FieldType.MONEY;
      case "DATE" -> FieldType.DATE;
      case "DATETIME",
          "DATETIME2",
          "SMALLDATETIME",
          "DATETIMEOFFSET",
          "TIMESTAMP",
          "TIMESTAMPTZ",
          "TIMESTAMP_NTZ",
          "TIMESTAMP_TZ",
          "TIMESTAMP_LTZ" ->
          FieldType.DATETIME;
      case "TIME", "TIMETZ" -> FieldType.TIME;
      case "UUID", "UNIQUEIDENTIFIER", "GUID", "ROWID" -> FieldType.ID;
      case "ENUM" -> FieldType.ENUM;
      case "SET" -> FieldType.MULTI_ENUM;
      case "JSON", "JSONB", "VARIANT", "OBJECT", "STRUCT", "XML", "HSTORE", "SUPER" ->
          FieldType.JSON;
      case "BLOB",
          "TINYBLOB",
          "MEDIUMBLOB",
          "LONGBLOB",
          "BYTEA",
          "BINARY",
          "VARBINARY",
          "IMAGE",
          "RAW",
          "BYTES" ->
          FieldType.BINARY;
      case "GEOMETRY", "GEOGRAPHY", "POINT" -> FieldType.GEO;
      default -> FieldType.ANY;
    };
  }
}
