package dev.crosswalk.connectors.plugin.odata;

import dev.crosswalk.connectors.discovery.MetadataParser.Unreadable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads CSDL in XML: OData V2 and V3 (with associations and {@code sap:} attributes) and V4. No
 * document type, so neither entities nor anything from outside.
 */
final class XmlCsdl {
  private static final String FOUR = "http://docs.oasis-open.org/odata/ns/edm";
  private static final String SAP = "http://www.sap.com/Protocols/SAPData";

  private final Edm edm = new Edm();

  /** Ends of V2 and V3 associations by qualified name, with the roles' types. */
  private final Map<String, Element> associations = new LinkedHashMap<>();

  private XmlCsdl() {}

  static Edm read(String text) {
    XmlCsdl reader = new XmlCsdl();
    Document document = document(text);
    List<Element> schemas = new ArrayList<>();
    collect(document.getDocumentElement(), "Schema", schemas);
    if (schemas.isEmpty()) {
      throw new Unreadable("the XML holds no Schema");
    }
    for (Element schema : schemas) {
      if (schema.hasAttribute("Alias")) {
        reader.edm.aliases.put(schema.getAttribute("Alias"), schema.getAttribute("Namespace"));
      }
      for (Element association : children(schema, "Association")) {
        reader.associations.put(
            schema.getAttribute("Namespace") + "." + association.getAttribute("Name"), association);
      }
    }
    reader.edm.four = isFour(document.getDocumentElement(), schemas.getFirst());
    schemas.forEach(reader::schema);
    return reader.edm;
  }

  /** Whether the document is of version 4, by what is around the schemas or by their own words. */
  private static boolean isFour(Element root, Element schema) {
    return root.hasAttribute("Version")
        ? root.getAttribute("Version").startsWith("4")
        : FOUR.equals(schema.getNamespaceURI());
  }

  private static Document document(String text) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (SAXException | IOException e) {
      throw new Unreadable("the XML cannot be read: " + e.getMessage());
    }
  }

  private static void collect(Element at, String name, List<Element> found) {
    if (name.equals(at.getLocalName())) {
      found.add(at);
      return;
    }
    for (Element child : children(at, null)) {
      collect(child, name, found);
    }
  }

  private static List<Element> children(Element of, @Nullable String name) {
    List<Element> children = new ArrayList<>();
    for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && (name == null || name.equals(e.getLocalName()))) {
        children.add(e);
      }
    }
    return children;
  }

  private static @Nullable String attribute(Element e, String name) {
    return e.hasAttribute(name) ? e.getAttribute(name) : null;
  }

  private static @Nullable Integer number(Element e, String name) {
    String text = e.getAttribute(name);
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private static Map<String, String> sap(Element e) {
    Map<String, String> sap = new LinkedHashMap<>();
    NamedNodeMap attributes = e.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (SAP.equals(attribute.getNamespaceURI())) {
        sap.put(attribute.getLocalName(), attribute.getNodeValue());
      }
    }
    return sap;
  }

  private void schema(Element schema) {
    String namespace = schema.getAttribute("Namespace") + ".";
    for (Element e : children(schema, null)) {
      String name = namespace + e.getAttribute("Name");
      switch (e.getLocalName()) {
        case "EntityType", "ComplexType" -> edm.structured.put(name, structured(name, e));
        case "EnumType" -> edm.enumerations.put(name, enumeration(name, e));
        case "TypeDefinition" ->
            edm.definitions.put(name, edm.qualified(e.getAttribute("UnderlyingType")));
        case "EntityContainer" -> children(e, "EntitySet").forEach(s -> edm.sets.add(set(s)));
        case "Annotations" ->
            edm.annotations
                .computeIfAbsent(target(e.getAttribute("Target")), t -> new LinkedHashMap<>())
                .putAll(annotations(e));
        default -> {}
      }
    }
  }

  private String target(String target) {
    int slash = target.indexOf('/');
    return slash < 0
        ? edm.qualified(target)
        : edm.qualified(target.substring(0, slash)) + target.substring(slash);
  }

  private Edm.Structured structured(String name, Element e) {
    List<String> keys = new ArrayList<>();
    children(e, "Key")
        .forEach(k -> children(k, "PropertyRef").forEach(r -> keys.add(r.getAttribute("Name"))));
    String base = attribute(e, "BaseType");
    return new Edm.Structured(
        name,
        base == null ? null : edm.qualified(base),
        keys,
        children(e, "Property").stream().map(this::property).toList(),
        children(e, "NavigationProperty").stream().map(this::navigation).toList(),
        annotations(e));
  }

  private Edm.Property property(Element e) {
    String type = e.getAttribute("Type");
    boolean collection = type.startsWith("Collection(");
    String nullable = attribute(e, "Nullable");
    return new Edm.Property(
        e.getAttribute("Name"),
        edm.qualified(collection ? inner(type) : type),
        collection,
        nullable == null ? null : Boolean.valueOf(nullable),
        number(e, "MaxLength"),
        number(e, "Precision"),
        number(e, "Scale"),
        attribute(e, "DefaultValue"),
        sap(e),
        annotations(e));
  }

  private static String inner(String collection) {
    return collection.substring("Collection(".length(), collection.length() - 1);
  }

  private Edm.Navigation navigation(Element e) {
    String type = attribute(e, "Type");
    if (type != null) {
      boolean collection = type.startsWith("Collection(");
      Map<String, String> constraints = new LinkedHashMap<>();
      for (Element c : children(e, "ReferentialConstraint")) {
        constraints.put(c.getAttribute("ReferencedProperty"), c.getAttribute("Property"));
      }
      return new Edm.Navigation(
          e.getAttribute("Name"),
          edm.qualified(collection ? inner(type) : type),
          collection,
          constraints,
          sap(e),
          annotations(e));
    }
    return byAssociation(e);
  }

  /** V2 and V3: the target is the other end of an association. */
  private Edm.Navigation byAssociation(Element e) {
    Element association = associations.get(edm.qualified(e.getAttribute("Relationship")));
    String role = e.getAttribute("ToRole");
    String type = "";
    boolean many = false;
    Map<String, String> constraints = new LinkedHashMap<>();
    if (association != null) {
      for (Element end : children(association, "End")) {
        if (end.getAttribute("Role").equals(role)) {
          type = edm.qualified(end.getAttribute("Type"));
          many = end.getAttribute("Multiplicity").equals("*");
        }
      }
      for (Element c : children(association, "ReferentialConstraint")) {
        Element dependent = first(c, "Dependent");
        Element principal = first(c, "Principal");
        if (dependent != null
            && principal != null
            && dependent.getAttribute("Role").equals(e.getAttribute("FromRole"))) {
          List<Element> ours = children(dependent, "PropertyRef");
          List<Element> theirs = children(principal, "PropertyRef");
          for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            constraints.put(theirs.get(i).getAttribute("Name"), ours.get(i).getAttribute("Name"));
          }
        }
      }
    }
    return new Edm.Navigation(
        e.getAttribute("Name"), type, many, constraints, sap(e), annotations(e));
  }

  private static @Nullable Element first(Element of, String name) {
    List<Element> found = children(of, name);
    return found.isEmpty() ? null : found.get(0);
  }

  private Edm.Enumeration enumeration(String name, Element e) {
    Map<String, String> members = new LinkedHashMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    int next = 0;
    for (Element m : children(e, "Member")) {
      String value = attribute(m, "Value");
      members.put(m.getAttribute("Name"), value == null ? String.valueOf(next++) : value);
      Map<String, Object> annotations = annotations(m);
      Object label = annotations.getOrDefault("Label", annotations.get("Description"));
      if (label instanceof String text) {
        labels.put(m.getAttribute("Name"), text);
      }
    }
    return new Edm.Enumeration(name, members, labels, "true".equals(e.getAttribute("IsFlags")));
  }

  private Edm.EntitySet set(Element e) {
    Map<String, String> bindings = new LinkedHashMap<>();
    for (Element b : children(e, "NavigationPropertyBinding")) {
      bindings.put(b.getAttribute("Path"), b.getAttribute("Target"));
    }
    return new Edm.EntitySet(
        e.getAttribute("Name"),
        edm.qualified(e.getAttribute("EntityType")),
        bindings,
        sap(e),
        annotations(e));
  }

  private static Map<String, Object> annotations(Element of) {
    Map<String, Object> annotations = new LinkedHashMap<>();
    for (Element a : children(of, "Annotation")) {
      annotations.put(Edm.term(a.getAttribute("Term")), value(a));
    }
    return annotations;
  }

  /** As JSON would say it: text, boolean, list or map. A term alone means true. */
  private static Object value(Element e) {
    for (String name :
        List.of("String", "Int", "Decimal", "EnumMember", "Path", "PropertyPath", "Date")) {
      if (e.hasAttribute(name)) {
        return e.getAttribute(name);
      }
    }
    if (e.hasAttribute("Bool")) {
      return Boolean.valueOf(e.getAttribute("Bool"));
    }
    for (Element child : children(e, null)) {
      switch (child.getLocalName()) {
        case "Collection" -> {
          return children(child, null).stream().map(XmlCsdl::content).toList();
        }
        case "Record", "String", "Bool", "EnumMember", "Path", "PropertyPath", "Int" -> {
          return content(child);
        }
        default -> {}
      }
    }
    return true;
  }

  private static Object content(Element e) {
    if (e.getLocalName().equals("Record")) {
      Map<String, Object> record = new LinkedHashMap<>();
      for (Element p : children(e, "PropertyValue")) {
        record.put(p.getAttribute("Property"), value(p));
      }
      annotations(e).forEach((term, value) -> record.put("@" + term, value));
      return record;
    }
    String text = e.getTextContent().strip();
    return e.getLocalName().equals("Bool") ? (Object) Boolean.valueOf(text) : text;
  }
}
