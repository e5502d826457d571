package dev.crosswalk.connectors.plugin.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.discovery.Described;
import dev.crosswalk.connectors.discovery.MetadataParser.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata from strangers: nothing from outside, no circles, SAP's attributes and value lists. */
final class OdataCsdlTest {
  private static final String EDMX =
      "<edmx:Edmx Version='4.0' xmlns:edmx='http://docs.oasis-open.org/odata/ns/edmx'><edmx:DataServices>";
  private static final String SCHEMA =
      "<Schema Namespace='N' Alias='Self' xmlns='http://docs.oasis-open.org/odata/ns/edm' xmlns:sap='http://www.sap.com/Protocols/SAPData'>";
  private static final String END = "</Schema></edmx:DataServices></edmx:Edmx>";

  private static List<Described> parse(String inside) {
    return new OdataCsdl().parse(EDMX + SCHEMA + inside + END);
  }

  private static Map<String, Object> field(Described object, String name) {
    return object.fields().stream()
        .filter(f -> name.equals(f.get("name")))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><a>&y;</a>",
        "<a/>",
        "<edmx:Edmx",
        "plain text"
      })
  void whatIsNoMetadataIsNamed(String document) {
    assertThatThrownBy(() -> new OdataCsdl().parse(document)).isInstanceOf(Unreadable.class);
  }

  @Test
  void circlesEnd() {
    Described object =
        parse(
                """
                <EntityType Name='A' BaseType='Self.B'><Key><PropertyRef Name='id'/></Key>
                  <Property Name='id' Type='Edm.String'/><Property Name='c' Type='Self.C'/></EntityType>
                <EntityType Name='B' BaseType='N.A'><Property Name='b' Type='Edm.String'/></EntityType>
                <ComplexType Name='C'><Property Name='inner' Type='N.C'/><Property Name='x' Type='Edm.String'/></ComplexType>
                <EntityContainer Name='E'><EntitySet Name='As' EntityType='Self.A'/></EntityContainer>
                """)
            .get(0);
    assertThat(object.fields())
        .extracting(f -> f.get("name"))
        .containsExactlyInAnyOrder("b", "id", "c", "c.inner", "c.x");
  }

  @Test
  void attributesOfSapAndAllowedValues() {
    Described object =
        parse(
                """
                <EntityType Name='A'><Key><PropertyRef Name='id'/></Key>
                  <Property Name='id' Type='Edm.String' Nullable='false' sap:creatable='false' sap:updatable='false'/>
                  <Property Name='must' Type='Edm.String' Nullable='false' sap:label='Must' sap:quickinfo='Why'/>
                  <Property Name='once' Type='Edm.String' sap:updatable='false'/>
                  <Property Name='mail' Type='Edm.String' sap:semantics='email'/>
                  <Property Name='price' Type='Edm.Decimal' sap:unit='cur'/><Property Name='cur' Type='Edm.String' sap:semantics='currency-code'/>
                  <Property Name='weight' Type='Edm.Decimal' sap:unit='uom'/><Property Name='uom' Type='Edm.String' sap:semantics='unit-of-measure'/>
                  <Property Name='pick' Type='Edm.String'><Annotation Term='Org.OData.Validation.V1.AllowedValues'><Collection>
                    <Record><PropertyValue Property='Value' String='a'/><Annotation Term='Org.OData.Core.V1.Description' String='First'/></Record>
                    <Record><PropertyValue Property='Value' String='b'/></Record></Collection></Annotation></Property>
                  <Property Name='code' Type='Edm.String' sap:value-list='fixed-values'/>
                </EntityType>
                <EntityContainer Name='E'><EntitySet Name='As' EntityType='N.A' sap:label='Thing'/></EntityContainer>
                """)
            .get(0);
    assertThat(object.object())
        .containsEntry("label", "Thing")
        .containsEntry("primaryKey", List.of("id"));
    assertThat(field(object, "id"))
        .containsEntry("readOnly", true)
        .containsEntry("required", false);
    assertThat(field(object, "must"))
        .containsEntry("required", true)
        .containsEntry("label", "Must")
        .containsEntry("description", "Why");
    assertThat(field(object, "once")).containsEntry("createOnly", true);
    assertThat(field(object, "mail")).containsEntry("type", "email");
    assertThat(field(object, "price")).containsEntry("type", "money");
    assertThat(field(object, "weight")).containsEntry("type", "decimal");
    assertThat(field(object, "code")).containsEntry("type", "enum");
    assertThat(field(object, "pick")).containsEntry("type", "enum");
    assertThat(Objects.requireNonNull(field(object, "pick").get("values")))
        .asString()
        .contains("First", "value=b");
  }
}
