package dev.crosswalk.engine.schema;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object. All but name and type may be absent, and an absent attribute means that
 * the system does not say, never "no".
 *
 * @param name the name in records and requests; may hold dots
 * @param type the normal type
 * @param nativeType the system's own word for the type
 * @param label what people see
 * @param description help text
 * @param group heading under which the system shows the field
 * @param custom made by the customer rather than by the vendor
 * @param required must be given when a record is created
 * @param readOnly cannot be written at all
 * @param createOnly can be written when a record is created, not afterwards
 * @param unique no two records share a value
 * @param externalId an id of another system, by which records can be matched
 * @param calculated a formula, roll-up or automatic number; the type is that of its result
 * @param deprecated on its way out
 * @param hidden kept from people in the system's own windows; its values are there all the same
 * @param length greatest number of characters
 * @param precision greatest number of digits in all
 * @param scale digits after the decimal point
 * @param multiple holds a list of values
 * @param values picklist values in the system's order
 * @param restricted for picklists: other values are refused
 * @param dependsOn the controlling field of a dependent picklist
 * @param references names of the objects that a reference may point at
 * @param relationship the name by which paths cross the reference, such as {@code Owner}
 * @param partOf the compound field of which this one is a part
 * @param defaultValue value that new records start with, as text
 * @param samples a few values as text, only in files made by hand or masked, and in memory
 * @param warnings what went wrong while this field was read from the system
 */
public record Field(
    String name,
    FieldType type,
    @Nullable String nativeType,
    @Nullable String label,
    @Nullable String description,
    @Nullable String group,
    @Nullable Boolean custom,
    @Nullable Boolean required,
    @Nullable Boolean readOnly,
    @Nullable Boolean createOnly,
    @Nullable Boolean unique,
    @Nullable Boolean externalId,
    @Nullable Boolean calculated,
    @Nullable Boolean deprecated,
    @Nullable Boolean hidden,
    @Nullable Integer length,
    @Nullable Integer precision,
    @Nullable Integer scale,
    @Nullable Boolean multiple,
    List<PicklistValue> values,
    @Nullable Boolean restricted,
    @Nullable String dependsOn,
    List<String> references,
    @Nullable String relationship,
    @Nullable String partOf,
    @Nullable String defaultValue,
    List<String> samples,
    List<String> warnings)
    implements Serializable {

  public Field {
    values = List.copyOf(values);
    references = List.copyOf(references);
    samples = List.copyOf(samples);
    warnings = List.copyOf(warnings);
  }

  /** The label, or the name where there is none. */
  public String shown() {
    return label == null || label.isBlank() ? name : label;
  }

  public boolean isCustom() {
    return Boolean.TRUE.equals(custom);
  }

  /** Whether paths can cross this reference to a field of what it refers to. */
  public boolean isCrossable() {
    return relationship != null && !relationship.isBlank() && relationship.indexOf('.') < 0;
  }

  public boolean isRequired() {
    return Boolean.TRUE.equals(required);
  }

  /** Whether it takes only values of a list that is known. */
  public boolean isClosed() {
    return (type == FieldType.ENUM || type == FieldType.MULTI_ENUM)
        && !values.isEmpty()
        && !Boolean.FALSE.equals(restricted);
  }

  /** Whether the system itself no longer offers it to people, so that others are better. */
  public boolean isSetAside() {
    return Boolean.TRUE.equals(deprecated) || Boolean.TRUE.equals(hidden);
  }

  public boolean isReadOnly() {
    return Boolean.TRUE.equals(readOnly);
  }

  public static Builder builder(String name, FieldType type) {
    return new Builder(name, type);
  }

  /** A builder that starts with all of this field. */
  public Builder toBuilder() {
    Builder b = new Builder(name, type);
    b.nativeType = nativeType;
    b.label = label;
    b.description = description;
    b.group = group;
    b.custom = custom;
    b.required = required;
    b.readOnly = readOnly;
    b.createOnly = createOnly;
    b.unique = unique;
    b.externalId = externalId;
    b.calculated = calculated;
    b.deprecated = deprecated;
    b.hidden = hidden;
    b.length = length;
    b.precision = precision;
    b.scale = scale;
    b.multiple = multiple;
    b.values = values;
    b.restricted = restricted;
    b.dependsOn = dependsOn;
    b.references = references;
    b.relationship = relationship;
    b.partOf = partOf;
    b.defaultValue = defaultValue;
    b.samples = samples;
    b.warnings = warnings;
    return b;
  }

  /** Gathers the attributes of a {@link Field}; what is not set stays unknown. */
  public static final class Builder {
    private final String name;
    private FieldType type;
    private @Nullable String nativeType;
    private @Nullable String label;
    private @Nullable String description;
    private @Nullable String group;
    private @Nullable Boolean custom;
    private @Nullable Boolean required;
    private @Nullable Boolean readOnly;
    private @Nullable Boolean createOnly;
    private @Nullable Boolean unique;
    private @Nullable Boolean externalId;
    private @Nullable Boolean calculated;
    private @Nullable Boolean deprecated;
    private @Nullable Boolean hidden;
    private @Nullable Integer length;
    private @Nullable Integer precision;
    private @Nullable Integer scale;
    private @Nullable Boolean multiple;
    private List<PicklistValue> values = List.of();
    private @Nullable Boolean restricted;
    private @Nullable String dependsOn;
    private List<String> references = List.of();
    private @Nullable String relationship;
    private @Nullable String partOf;
    private @Nullable String defaultValue;
    private List<String> samples = List.of();
    private List<String> warnings = List.of();

    private Builder(String name, FieldType type) {
      this.name = name;
      this.type = type;
    }

    public Builder type(FieldType type) {
      this.type = type;
      return this;
    }

    public Builder nativeType(@Nullable String nativeType) {
      this.nativeType = nativeType;
      return this;
    }

    public Builder label(@Nullable String label) {
      this.label = label;
      return this;
    }

    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    public Builder group(@Nullable String group) {
      this.group = group;
      return this;
    }

    public Builder custom(@Nullable Boolean custom) {
      this.custom = custom;
      return this;
    }

    public Builder required(@Nullable Boolean required) {
      this.required = required;
      return this;
    }

    public Builder readOnly(@Nullable Boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    public Builder createOnly(@Nullable Boolean createOnly) {
      this.createOnly = createOnly;
      return this;
    }

    public Builder unique(@Nullable Boolean unique) {
      this.unique = unique;
      return this;
    }

    public Builder externalId(@Nullable Boolean externalId) {
      this.externalId = externalId;
      return this;
    }

    public Builder calculated(@Nullable Boolean calculated) {
      this.calculated = calculated;
      return this;
    }

    public Builder deprecated(@Nullable Boolean deprecated) {
      this.deprecated = deprecated;
      return this;
    }

    public Builder hidden(@Nullable Boolean hidden) {
      this.hidden = hidden;
      return this;
    }

    public Builder length(@Nullable Integer length) {
      this.length = length;
      return this;
    }

    public Builder precision(@Nullable Integer precision) {
      this.precision = precision;
      return this;
    }

    public Builder scale(@Nullable Integer scale) {
      this.scale = scale;
      return this;
    }

    public Builder multiple(@Nullable Boolean multiple) {
      this.multiple = multiple;
      return this;
    }

    public Builder values(List<PicklistValue> values) {
      this.values = values;
      return this;
    }

    public Builder restricted(@Nullable Boolean restricted) {
      this.restricted = restricted;
      return this;
    }

    public Builder dependsOn(@Nullable String dependsOn) {
      this.dependsOn = dependsOn;
      return this;
    }

    public Builder references(List<String> references) {
      this.references = references;
      return this;
    }

    public Builder relationship(@Nullable String relationship) {
      this.relationship = relationship;
      return this;
    }

    public Builder partOf(@Nullable String partOf) {
      this.partOf = partOf;
      return this;
    }

    public Builder defaultValue(@Nullable String defaultValue) {
      this.defaultValue = defaultValue;
      return this;
    }

    public Builder samples(List<String> samples) {
      this.samples = samples;
      return this;
    }

    public Builder warnings(List<String> warnings) {
      this.warnings = warnings;
      return this;
    }

    public Field build() {
      return new Field(
          name,
          type,
          nativeType,
          label,
          description,
          group,
          custom,
          required,
          readOnly,
          createOnly,
          unique,
          externalId,
          calculated,
          deprecated,
          hidden,
          length,
          precision,
          scale,
          multiple,
          values,
          restricted,
          dependsOn,
          references,
          relationship,
          partOf,
          defaultValue,
          samples,
          warnings);
    }
  }
}
