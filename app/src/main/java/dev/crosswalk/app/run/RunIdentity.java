package dev.crosswalk.app.run;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hash of everything but the input that decides about a run's result, so that a run is never gone
 * on with by another one. (The input is compared by its bytes.)
 */
public final class RunIdentity {
  private final MessageDigest digest;

  private RunIdentity() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * @param mapping with the customer's overlay on it
   * @param options what else decides, each in a form of its own
   */
  public static String of(
      Mapping mapping,
      @Nullable SchemaObject source,
      @Nullable SchemaObject target,
      Lookups lookups,
      List<String> options) {
    RunIdentity identity = new RunIdentity();
    String version = RunIdentity.class.getPackage().getImplementationVersion();
    identity.add(version == null ? "" : version);
    identity.add(MappingDocument.create(mapping, "mapping").text());
    identity.add(schema(mapping.source().system(), source));
    identity.add(schema(mapping.target().system(), target));
    lookups
        .tables()
        .forEach((name, table) -> {
          identity.add(name);
          table.columns().forEach(identity::add);
          table.rows().forEach(row -> row.forEach(identity::add));
        });
    options.forEach(identity::add);
    return HexFormat.of().formatHex(identity.digest.digest());
  }

  private static String schema(String system, @Nullable SchemaObject object) {
    return object == null ? "" : SchemaFile.write(Schema.of(system, List.of(object)));
  }

  private void add(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
