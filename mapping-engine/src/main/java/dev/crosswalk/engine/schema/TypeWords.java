package dev.crosswalk.engine.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words for types that lists of fields use, which come from many systems. */
final class TypeWords {
  private TypeWords() {}

  /**
   * The normal type of a word, in any case; {@link FieldType#ANY} where nothing is known of it.
   *
   * @param word null where the list does not say
   * @param picklist whether the field has a list of values
   */
  static FieldType type(@Nullable String word, boolean picklist) {
    if (word == null) {
      return picklist ? FieldType.ENUM : FieldType.ANY;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "string",
          "name",
          "city",
          "county",
          "country",
          "addressline",
          "stateorprovince",
          "postalcode",
          "firstname",
          "lastname",
          "middlename",
          "fullname",
          "char",
          "varchar",
          "nvarchar",
          "code",
          "data" ->
          picklist ? FieldType.ENUM_OPEN : FieldType.STRING;
      case "textarea", "memo", "longtext", "small text", "long text" -> FieldType.TEXT;
      case "text editor", "richtext" -> FieldType.HTML;
      case "number", "double", "float", "decimal", "numeric", "real" -> FieldType.DECIMAL;
      case "int", "integer", "biginteger", "bigint", "smallint", "long" -> FieldType.INTEGER;
      case "bool", "boolean", "check", "checkbox", "bit" -> FieldType.BOOLEAN;
      case "date" -> FieldType.DATE;
      case "datetime", "date-time", "datetime.tz", "timestamp", "datetimeoffset" ->
          FieldType.DATETIME;
      case "enumeration",
          "picklist",
          "listlookup",
          "combobox",
          "select",
          "selection",
          "option",
          "optionset" ->
          FieldType.ENUM;
      case "multipicklist", "multiselect" -> FieldType.MULTI_ENUM;
      case "reference", "lookup", "many2one", "owner", "customer", "dynamic link" ->
          FieldType.REFERENCE;
      case "one2many", "many2many" -> FieldType.REFERENCE_LIST;
      case "currency", "basecurrency", "monetary" -> FieldType.MONEY;
      case "phone", "phone_number" -> FieldType.PHONE;
      case "email" -> FieldType.EMAIL;
      case "url" -> FieldType.URL;
      case "id", "guid", "entityid", "uniqueidentifier", "uuid" -> FieldType.ID;
      case "percent" -> FieldType.PERCENT;
      case "object", "address" -> FieldType.OBJECT;
      default -> FieldType.ofWord(lower).orElse(FieldType.ANY);
    };
  }
}
