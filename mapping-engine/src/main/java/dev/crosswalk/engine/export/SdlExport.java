package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.export.LoadPlan.Side;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Salesforce Data Loader: a mapping file for loads, one for extracts, as the mapping's direction
 * says. The facts are those of github.com/forcedotcom/dataloader (mapping/Mapper, LoadMapper,
 * SOQLMapper).
 */
public final class SdlExport implements Exporter {
  private static final String SYSTEM = "salesforce";

  @Override
  public String format() {
    return "sdl";
  }

  @Override
  public String title() {
    return "Data Loader";
  }

  @Override
  public String doc() {
    return "Mapping files for Salesforce Data Loader, to load a file of columns or to extract one.";
  }

  @Override
  public List<String> settings() {
    return List.of("side");
  }

  @Override
  public ExportResult export(ExportRequest request) {
    List<OutputFile> files = new ArrayList<>();
    Set<String> gaps = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (MappingSet set : request.mappings()) {
      Map<Object, Object> settings = ExportText.settings(set.base(), format(), request.settings());
      Side side =
          LoadPlan.side(set.base(), format(), "Data Loader", SYSTEM, settings, problems)
              .orElse(null);
      if (side != null) {
        write(set, set.base(), MappingSet.BASE, side, files, gaps);
        set.customers().forEach((c, mapping) -> write(set.as(c), mapping, c, side, files, gaps));
      }
    }
    return new ExportResult(files, List.copyOf(gaps), problems);
  }

  private static void write(
      MappingSet set,
      Mapping mapping,
      String customer,
      Side side,
      List<OutputFile> files,
      Set<String> gaps) {
    Direction onlyBack = side == Side.TARGET ? Direction.WRITE : Direction.READ;
    Direction onlyThere = side == Side.TARGET ? Direction.READ : Direction.WRITE;
    if (mapping.direction() != onlyBack) {
      SdlFile file = new SdlFile(set, mapping, customer, side);
      files.add(new OutputFile(OutputNames.path(mapping, customer, ".load.sdl"), file.load()));
      ExportText.add(file.gaps(), mapping.id(), customer, gaps);
    }
    if (mapping.direction() != onlyThere) {
      SdlFile file = new SdlFile(set, mapping, customer, side);
      files.add(
          new OutputFile(OutputNames.path(mapping, customer, ".extract.sdl"), file.extract()));
      ExportText.add(file.gaps(), mapping.id(), customer, gaps);
    }
  }
}
