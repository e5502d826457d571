package dev.crosswalk.engine.export;

import java.util.List;
import java.util.Optional;

/**
 * Writes mappings in another tool's format. A new format is one class and one line in Exporters.
 */
public interface Exporter {

  /** The word on the command line and under {@code export} in mapping files. */
  String format();

  /** For people, two or three words. */
  String title();

  /** One sentence: what is written and for whom. */
  String doc();

  /** The keys that it reads of an {@link ExportRequest}'s settings, see docs/exports.md. */
  default List<String> settings() {
    return List.of();
  }

  /** Pure: writes nothing itself. Where problems hold an error, the files must not be used. */
  ExportResult export(ExportRequest request);

  /** How to run what was exported; empty for a format that nothing here can run. */
  default Optional<Replay> replay() {
    return Optional.empty();
  }
}
