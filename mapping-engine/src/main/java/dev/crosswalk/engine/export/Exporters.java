package dev.crosswalk.engine.export;

import java.util.List;
import java.util.Optional;

/** All exports, one line each. */
public final class Exporters {
  private static final List<Exporter> ALL =
      List.of(
          new AmpersandExport(),
          new AirbyteExport(),
          new DbtExport(),
          new SdlExport(),
          new HubspotImportExport(),
          new JsonataExport(),
          new JsonSchemaExport(),
          new CsvExport(),
          new SignOffExport());

  private Exporters() {}

  public static List<Exporter> all() {
    return ALL;
  }

  public static Optional<Exporter> find(String format) {
    return ALL.stream().filter(e -> e.format().equals(format)).findFirst();
  }
}
