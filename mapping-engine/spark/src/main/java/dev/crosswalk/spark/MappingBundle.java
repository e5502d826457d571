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
import dev.crosswalk.engine.transform.LookupFile;
import dev.crosswalk.engine.transform.Lookups;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with all that belongs to it: what is broadcast. It travels in the packed form of {@link
 * CompiledMapping}, and each executor compiles it once.
 */
public final class MappingBundle implements Serializable {
  private static final long serialVersionUID = 1L;

  private final CompiledMapping mapping;
  private final int maxRecordBytes;
  private transient volatile @Nullable RecordRun run;

  private MappingBundle(CompiledMapping mapping, int maxRecordBytes) {
    this.mapping = mapping;
    this.maxRecordBytes = maxRecordBytes;
  }

  /** A bundle of a mapping that is compiled already. */
  public static MappingBundle of(CompiledMapping mapping) {
    return new MappingBundle(mapping, SourceOptions.MAX_RECORD_BYTES);
  }

  /**
   * Compiles a mapping from the texts of its files, so that what is wrong with it is told before a
   * job runs.
   *
   * @param mapping text of the mapping file
   * @param overlay text of the customer's overlay; null for none
   * @param sourceSchema text of the schema file of the source object; null where it is not known
   * @param targetSchema text of the schema file of the target object, which says what is required;
   *     null where it is not known
   * @param lookups texts of the lookup tables (CSV) by name
   * @throws ProblemException with everything that keeps the mapping from running
   */
  public static MappingBundle of(
      String mapping,
      @Nullable String overlay,
      @Nullable String sourceSchema,
      @Nullable String targetSchema,
      Map<String, String> lookups) {
    MappingDocument document = MappingDocument.parse(mapping, "mapping");
    Mapping effective =
        document.mapping().orElseThrow(() -> new ProblemException(document.problems()));
    if (overlay != null) {
      OverlayDocument over = OverlayDocument.parse(overlay, "overlay");
      Overlay layer = over.overlay().orElseThrow(() -> new ProblemException(over.problems()));
      effective = Layers.effective(effective, layer, over::place).mapping();
    }
    Map<String, Lookups.Table> tables = new TreeMap<>();
    lookups.forEach((name, text) -> tables.put(name, LookupFile.read(text, name)));
    return of(
        CompiledMapping.compile(
            effective,
            object(sourceSchema, "source schema", effective.source().object()),
            object(targetSchema, "target schema", effective.target().object()),
            new Lookups(tables)));
  }

  /** The mapping, ready to run; made at the first call in a JVM. */
  RecordRun run() {
    RecordRun ready = run;
    if (ready == null) {
      synchronized (this) {
        ready = run;
        if (ready == null) {
          ready = new RecordRun(mapping, maxRecordBytes);
          run = ready;
        }
      }
    }
    return ready;
  }

  private static @Nullable SchemaObject object(@Nullable String text, String name, String object) {
    return text == null ? null : SchemaFile.read(text, name).object(object).orElse(null);
  }
}
