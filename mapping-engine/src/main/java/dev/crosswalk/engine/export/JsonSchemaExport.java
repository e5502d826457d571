package dev.crosswalk.engine.export;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * JSON Schema 2020-12 of the target records, one file for each target object. The golden records'
 * results are held against it.
 */
public final class JsonSchemaExport implements Exporter {

  @Override
  public String format() {
    return "json-schema";
  }

  @Override
  public String title() {
    return "JSON Schema";
  }

  @Override
  public String doc() {
    return "What records of the target object look like, for whoever receives them.";
  }

  @Override
  public ExportResult export(ExportRequest request) {
    List<OutputFile> files = new ArrayList<>();
    Set<String> notExpressed = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> written = new LinkedHashSet<>();
    for (MappingSet set : request.mappings()) {
      SchemaObject target = set.target();
      if (target == null) {
        problems.add(unknown(set));
        continue;
      }
      RecordSchema schema = new RecordSchema(target);
      String json =
          ExportText.json(
              schema.schema(
                  "Written by Crosswalk (export json-schema) from the model of "
                      + set.base().target().system()
                      + ". Edit the model and export again; changes made here are lost."));
      if (written.add(set.base().target().system() + " " + target.name())) {
        files.add(new OutputFile(target.name() + ".schema.json", json));
        schema
            .gaps()
            .forEach(
                (field, why) -> notExpressed.add(target.name() + ": " + field + ": " + why + "."));
      }
      beside(set, target, notExpressed);
      golden(set, json, problems);
    }
    return new ExportResult(files, List.copyOf(notExpressed), problems);
  }

  private static Problem unknown(MappingSet set) {
    return Problem.error(
        "export-target-unknown",
        Place.of(set.base().id()),
        "The model has no object "
            + set.base().target().object()
            + ", so there is no schema of its records.",
        "Add it to the target's schema in the workspace, or correct the mapping's target.");
  }

  /** Targets that the model does not know may hold anything. */
  private static void beside(MappingSet set, SchemaObject target, Set<String> notExpressed) {
    set.base().fields().keySet().stream()
        .filter(path -> target.field(path).isEmpty())
        .forEach(path ->
            notExpressed.add(
                target.name() + ": " + path + ": it is mapped, and the model does not have it."));
  }

  private static void golden(MappingSet set, String json, List<Problem> problems) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json, InputFormat.JSON);
    set.golden()
        .forEach((customer, records) -> {
          for (int i = 0; i < records.size(); i++) {
            GoldenRecord golden = records.get(i);
            if (golden.rejected()) {
              continue;
            }
            int number = i + 1;
            schema
                .validate(ExportText.json(golden.target()), InputFormat.JSON)
                .forEach(error ->
                    problems.add(
                        Problem.warning(
                            "export-golden-schema",
                            Place.of(OutputNames.whose(set.base(), customer)),
                            "Golden record %d does not fit the schema at '%s': %s."
                                .formatted(number, error.getInstanceLocation(), error.getMessage()),
                            "Correct the model, or the mapping, and save the golden records anew.")));
          }
        });
  }
}
