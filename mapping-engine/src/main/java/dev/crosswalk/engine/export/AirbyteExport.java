package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Airbyte, twice: the keys of a stream in a declarative source, which do what Jinja can say; and
 * the configuration of a stream in a connection, whose mappers rename, filter and leave out. The
 * facts are those of declarative_component_schema.yaml in airbytehq/airbyte-python-cdk and of
 * Airbyte's API ({@code PATCH /connections/{id}}).
 */
public final class AirbyteExport implements Exporter {

  @Override
  public String format() {
    return "airbyte";
  }

  @Override
  public String title() {
    return "Airbyte";
  }

  @Override
  public String doc() {
    return "Transformations for a declarative source, and mappers for a connection of any source.";
  }

  @Override
  public ExportResult export(ExportRequest request) {
    List<OutputFile> files = new ArrayList<>();
    Set<String> gaps = new LinkedHashSet<>();
    for (MappingSet set : request.mappings()) {
      write(set, set.base(), MappingSet.BASE, files, gaps);
      set.customers().forEach((customer, mapping) -> write(set, mapping, customer, files, gaps));
    }
    return new ExportResult(files, List.copyOf(gaps), List.of());
  }

  private static void write(
      MappingSet set, Mapping mapping, String customer, List<OutputFile> files, Set<String> gaps) {
    String whose = OutputNames.whose(mapping, customer);
    AirbyteStream stream = new AirbyteStream(set, mapping);
    String head =
        """
        # Written by Crosswalk (export airbyte) from %s.
        # Edit the mapping and export again; changes made here are lost.
        # Keys of the stream %s in the manifest of a declarative source.
        """
            .formatted(ExportText.oneLine(whose), ExportText.oneLine(mapping.source().object()));
    files.add(
        new OutputFile(
            OutputNames.path(mapping, customer, ".stream.yaml"),
            head + YamlWriter.write(stream.keys(), at -> !at.contains("path"))));
    String start = whose + ": ";
    List<String> found = new ArrayList<>();
    stream.gaps().forEach(gap -> found.add(start + gap + "."));
    AirbyteConnection connection = new AirbyteConnection(mapping);
    files.add(
        new OutputFile(
            OutputNames.path(mapping, customer, ".connection.json"),
            ExportText.json(connection.body())));
    connection.gaps().forEach(gap -> found.add(start + "connection: " + gap + "."));
    ExportText.add(found, mapping.id(), customer, gaps);
  }
}
