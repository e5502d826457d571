package dev.crosswalk.app.studio.mapping.yaml;

import dev.crosswalk.app.studio.mapping.Acts;
import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.text.YamlCompletion;
import dev.crosswalk.engine.text.YamlCompletion.Option;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.Steps;
import java.util.List;

/** The names that a mapping file may use and no schema knows: fields, and parameters of steps. */
final class YamlNames implements YamlCompletion.Names {
  private final MappingContext context;

  YamlNames(MappingContext context) {
    this.context = context;
  }

  @Override
  public List<Option> keys(List<String> path) {
    if (path.equals(List.of("fields")) || path.equals(List.of("rejected"))) {
      return fields(context.target().fields());
    }
    if (path.equals(List.of("ignored"))) {
      return fields(context.source().fields());
    }
    if (ofStep(path, 1)) {
      return parameters(path.getLast()).stream().map(p -> new Option(p.name(), p.doc())).toList();
    }
    return List.of();
  }

  @Override
  public List<Option> values(List<String> path) {
    boolean from = path.size() == 3 && path.getFirst().equals("fields");
    if (from && path.getLast().equals("from")
        || path.size() == 2 && path.getFirst().equals("rejected")) {
      return fields(context.source().fields());
    }
    if (ofStep(path, 2)) {
      return parameters(path.get(path.size() - 2)).stream()
          .filter(p -> p.name().equals(path.getLast()))
          .flatMap(p -> p.words().stream().map(w -> new Option(w, p.doc())))
          .toList();
    }
    return List.of();
  }

  /** Whether a path goes so many keys beyond a field's steps. */
  private static boolean ofStep(List<String> path, int beyond) {
    return path.size() == 3 + beyond
        && path.getFirst().equals("fields")
        && path.get(2).equals("use");
  }

  private static List<Parameter> parameters(String step) {
    return Steps.find(step).map(Step::declaration).map(d -> d.parameters()).orElse(List.of());
  }

  private static List<Option> fields(List<Field> fields) {
    return fields.stream()
        .map(f ->
            new Option(
                Acts.path(f.name()),
                (f.shown().equals(f.name()) ? "" : f.shown() + " · ") + f.type().word()))
        .toList();
  }
}
