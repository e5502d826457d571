package dev.crosswalk.connectors.plugin.odata;

import dev.crosswalk.connectors.discovery.Described;
import dev.crosswalk.connectors.discovery.MetadataParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OData's {@code $metadata}: V2, V3 and V4, XML and JSON. Each entity set is an object. This is
 * code because types refer to each other, inherit, and are annotated in three places, which no path
 * into a document can follow.
 */
public final class OdataCsdl implements MetadataParser {

  @Override
  public List<Described> parse(@Nullable Object document) {
    Edm edm =
        switch (document) {
          case Map<?, ?> json -> JsonCsdl.read(json);
          case String xml when xml.stripLeading().startsWith("<") -> XmlCsdl.read(xml);
          case null, default -> throw new Unreadable("it is neither XML nor JSON");
        };
    List<Described> described = new ArrayList<>();
    for (Edm.EntitySet set : edm.sets) {
      described.add(new Described(object(edm, set), new EdmFields(edm, set).fields()));
    }
    if (described.isEmpty()) {
      throw new Unreadable("it names no entity set");
    }
    return described;
  }

  private static Map<String, @Nullable Object> object(Edm edm, Edm.EntitySet set) {
    Map<String, Object> annotations = new HashMap<>();
    for (Edm.Structured type : edm.lineage(set.type())) {
      annotations.putAll(type.annotations());
      annotations.putAll(edm.annotations.getOrDefault(type.name(), Map.of()));
    }
    annotations.putAll(set.annotations());
    Map<String, @Nullable Object> object = new HashMap<>();
    object.put("name", set.name());
    object.put("endpoint", set.name());
    object.put(
        "label",
        set.sap().containsKey("label")
            ? set.sap().get("label")
            : annotations.getOrDefault("Label", annotations.get("TypeName")));
    object.put(
        "description", annotations.getOrDefault("Description", annotations.get("LongDescription")));
    object.put(
        "primaryKey", edm.lineage(set.type()).stream().flatMap(t -> t.keys().stream()).toList());
    // Only to be reached through others.
    object.put("hidden", "false".equals(set.sap().get("addressable")) ? true : null);
    object.put("entityType", set.type());
    object.put("keys", new EdmKeys(edm).of(set.type()));
    return object;
  }
}
