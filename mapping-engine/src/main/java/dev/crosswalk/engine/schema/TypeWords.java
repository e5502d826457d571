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
          "fullname" ->
          picklist ? FieldType.ENUM_OPEN : FieldType.STRING;
      case "textarea" -> FieldType.TEXT;
      case "number", "double", "float", "decimal" -> FieldType.DECIMAL;
      case "int", "integer", "biginteger" -> FieldType.INTEGER;
      case "bool", "boolean" -> FieldType.BOOLEAN;
      case "date" -> FieldType.DATE;
      case "datetime", "date-time", "datetime.tz" -> FieldType.DATETIME;
      case "enumeration", "picklist", "listlookup", "combobox" -> FieldType.ENUM;
      case "multipicklist", "multiselect" -> FieldType.MULTI_ENUM;
      case "reference", "lookup" -> FieldType.REFERENCE;
      case "currency", "basecurrency" -> FieldType.MONEY;
      case "phone", "phone_number" -> FieldType.PHONE;
      case "email" -> FieldType.EMAIL;
      case "url" -> FieldType.URL;
      case "id", "guid", "entityid" -> FieldType.ID;
      case "percent" -> FieldType.PERCENT;
      case "object", "address" -> FieldType.OBJECT;
      default -> FieldType.ofWord(lower).orElse(FieldType.ANY);
    };
  }
}
