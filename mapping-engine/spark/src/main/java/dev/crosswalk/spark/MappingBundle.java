package dev.crosswalk.spark;

import dev.crosswalk.engine.mapping.Layers;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.Overlay;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.RecordRun;
import dev.crosswalk.engine.run.SourceOptions;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with all that belongs to it, as the texts of its files: what is broadcast. Each
 * executor compiles it once, at its first record.
 */
public final class MappingBundle implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String mapping;
  private final @Nullable String overlay;
  private final @Nullable String sourceSchema;
  private final @Nullable String targetSchema;
  private final int maxRecordBytes;
  private transient volatile @Nullable RecordRun run;

  private MappingBundle(
      String mapping,
      @Nullable String overlay,
      @Nullable String sourceSchema,
      @Nullable String targetSchema,
      int maxRecordBytes) {
    this.mapping = mapping;
    this.overlay = overlay;
    this.sourceSchema = sourceSchema;
    this.targetSchema = targetSchema;
    this.maxRecordBytes = maxRecordBytes;
  }

  /**
   * Makes a bundle and compiles it here, so that what is wrong with it is told before a job runs.
   *
   * @param mapping text of the mapping file
   * @param overlay text of the customer's overlay; null for none
   * @param sourceSchema text of the schema file of the source object; null where it is not known
   * @param targetSchema text of the schema file of the target object, which says what is required;
   *     null where it is not known
   * @throws ProblemException with everything that keeps the mapping from running
   */
  public static MappingBundle of(
      String mapping,
      @Nullable String overlay,
      @Nullable String sourceSchema,
      @Nullable String targetSchema) {
    MappingBundle bundle =
        new MappingBundle(
            mapping, overlay, sourceSchema, targetSchema, SourceOptions.MAX_RECORD_BYTES);
    bundle.run();
    return bundle;
  }

  /** The mapping, ready to run; compiled at the first call in a JVM. */
  RecordRun run() {
    RecordRun ready = run;
    if (ready == null) {
      synchronized (this) {
        ready = run;
        if (ready == null) {
          ready = new RecordRun(compile(), maxRecordBytes);
          run = ready;
        }
      }
    }
    return ready;
  }

  private CompiledMapping compile() {
    MappingDocument document = MappingDocument.parse(mapping, "mapping");
    Mapping base = document.mapping().orElseThrow(() -> new ProblemException(document.problems()));
    Mapping effective = base;
    if (overlay != null) {
      OverlayDocument over = OverlayDocument.parse(overlay, "overlay");
      Overlay layer = over.overlay().orElseThrow(() -> new ProblemException(over.problems()));
      effective = Layers.effective(base, layer, over::place).mapping();
    }
    return CompiledMapping.compile(
        effective,
        object(sourceSchema, "source schema", effective.source().object()),
        object(targetSchema, "target schema", effective.target().object()));
  }

  private static @Nullable SchemaObject object(@Nullable String text, String name, String object) {
    return text == null ? null : SchemaFile.read(text, name).object(object).orElse(null);
  }
}
