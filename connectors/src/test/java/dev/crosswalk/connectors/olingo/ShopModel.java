package dev.crosswalk.connectors.olingo;

import java.util.List;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlAnnotation;
import org.apache.olingo.commons.api.edm.provider.CsdlComplexType;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainerInfo;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlEnumMember;
import org.apache.olingo.commons.api.edm.provider.CsdlEnumType;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationPropertyBinding;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlPropertyRef;
import org.apache.olingo.commons.api.edm.provider.CsdlReferentialConstraint;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.api.edm.provider.CsdlTerm;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlConstantExpression;
import org.jspecify.annotations.Nullable;

/** A small model with inheritance, a complex type, an enumeration, annotations and references. */
final class ShopModel extends CsdlAbstractEdmProvider {
  private static final String NAMESPACE = "Shop";
  private static final FullQualifiedName CONTAINER = name("Container");

  static FullQualifiedName name(String local) {
    return new FullQualifiedName(NAMESPACE, local);
  }

  private static CsdlProperty property(String name, EdmPrimitiveTypeKind type) {
    return new CsdlProperty().setName(name).setType(type.getFullQualifiedName());
  }

  private static CsdlAnnotation annotation(
      String term, CsdlConstantExpression.ConstantExpressionType type, String value) {
    return new CsdlAnnotation()
        .setTerm(term)
        .setExpression(new CsdlConstantExpression(type, value));
  }

  private static final CsdlEntityType THING =
      new CsdlEntityType()
          .setName("Thing")
          .setAbstract(true)
          .setKey(List.of(new CsdlPropertyRef().setName("Id")))
          .setProperties(
              List.of(
                  property("Id", EdmPrimitiveTypeKind.Int32).setNullable(false),
                  property("Changed", EdmPrimitiveTypeKind.DateTimeOffset)
                      .setAnnotations(
                          List.of(
                              annotation(
                                  "Org.OData.Core.V1.Computed",
                                  CsdlConstantExpression.ConstantExpressionType.Bool,
                                  "true")))));

  private static final CsdlEntityType CUSTOMER =
      new CsdlEntityType()
          .setName("Customer")
          .setBaseType(name("Thing"))
          .setProperties(
              List.of(
                  property("Name", EdmPrimitiveTypeKind.String)
                      .setNullable(false)
                      .setMaxLength(80)
                      .setAnnotations(
                          List.of(
                              annotation(
                                  "com.sap.vocabularies.Common.v1.Label",
                                  CsdlConstantExpression.ConstantExpressionType.String,
                                  "Customer name"))),
                  property("Limit", EdmPrimitiveTypeKind.Decimal).setPrecision(12).setScale(2),
                  property("Since", EdmPrimitiveTypeKind.Date),
                  new CsdlProperty().setName("Tier").setType(name("Tier")),
                  new CsdlProperty().setName("Home").setType(name("Address")),
                  property("BossId", EdmPrimitiveTypeKind.Int32)))
          .setNavigationProperties(
              List.of(
                  new CsdlNavigationProperty()
                      .setName("Boss")
                      .setType(name("Customer"))
                      .setReferentialConstraints(
                          List.of(
                              new CsdlReferentialConstraint()
                                  .setProperty("BossId")
                                  .setReferencedProperty("Id"))),
                  new CsdlNavigationProperty()
                      .setName("Staff")
                      .setType(name("Customer"))
                      .setCollection(true)));

  private static final CsdlComplexType ADDRESS =
      new CsdlComplexType()
          .setName("Address")
          .setProperties(
              List.of(
                  property("Street", EdmPrimitiveTypeKind.String),
                  property("City", EdmPrimitiveTypeKind.String)));

  private static final CsdlEnumType TIER =
      new CsdlEnumType()
          .setName("Tier")
          .setUnderlyingType(EdmPrimitiveTypeKind.Int32.getFullQualifiedName())
          .setMembers(
              List.of(
                  new CsdlEnumMember().setName("Gold").setValue("0"),
                  new CsdlEnumMember().setName("Silver").setValue("1")));

  private static final CsdlEntitySet CUSTOMERS =
      new CsdlEntitySet()
          .setName("Customers")
          .setType(name("Customer"))
          .setNavigationPropertyBindings(
              List.of(
                  new CsdlNavigationPropertyBinding().setPath("Boss").setTarget("Customers"),
                  new CsdlNavigationPropertyBinding().setPath("Staff").setTarget("Customers")));

  @Override
  public @Nullable CsdlEntityType getEntityType(FullQualifiedName type) {
    return type.equals(name("Customer")) ? CUSTOMER : type.equals(name("Thing")) ? THING : null;
  }

  /** Olingo leaves out annotations by terms that the model does not know. */
  @Override
  public CsdlTerm getTerm(FullQualifiedName term) {
    return new CsdlTerm()
        .setName(term.getName())
        .setType(term.getName().equals("Computed") ? "Edm.Boolean" : "Edm.String");
  }

  @Override
  public @Nullable CsdlComplexType getComplexType(FullQualifiedName type) {
    return type.equals(name("Address")) ? ADDRESS : null;
  }

  @Override
  public @Nullable CsdlEnumType getEnumType(FullQualifiedName type) {
    return type.equals(name("Tier")) ? TIER : null;
  }

  @Override
  public @Nullable CsdlEntitySet getEntitySet(FullQualifiedName container, String set) {
    return set.equals("Customers") ? CUSTOMERS : null;
  }

  @Override
  public CsdlEntityContainerInfo getEntityContainerInfo(@Nullable FullQualifiedName container) {
    return new CsdlEntityContainerInfo().setContainerName(CONTAINER);
  }

  @Override
  public List<CsdlSchema> getSchemas() {
    return List.of(
        new CsdlSchema()
            .setNamespace(NAMESPACE)
            .setEntityTypes(List.of(THING, CUSTOMER))
            .setComplexTypes(List.of(ADDRESS))
            .setEnumTypes(List.of(TIER))
            .setEntityContainer(getEntityContainer()));
  }

  @Override
  public CsdlEntityContainer getEntityContainer() {
    return new CsdlEntityContainer().setName("Container").setEntitySets(List.of(CUSTOMERS));
  }
}
