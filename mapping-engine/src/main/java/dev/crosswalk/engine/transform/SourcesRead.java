package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.Set;
import java.util.TreeSet;

/**
 * The source paths that targets read: their inputs, and the fields that their steps look at beside
 * the value ({@code regionFrom}, {@code currencyFrom}…). What expressions read is not known.
 */
public final class SourcesRead {
  private SourcesRead() {}

  /** Of all targets of a mapping. */
  public static Set<String> of(Mapping mapping) {
    Set<String> read = new TreeSet<>();
    mapping.fields().values().forEach(field -> read.addAll(of(field)));
    return read;
  }

  public static Set<String> of(FieldMapping field) {
    Set<String> read = new TreeSet<>(field.sources());
    for (StepCall call : field.use()) {
      Steps.find(call.name())
          .ifPresent(step -> {
            for (Parameter parameter : step.declaration().parameters()) {
              if (parameter.type() == Parameter.Type.PATH
                  && call.parameters().get(parameter.name()) instanceof String path) {
                read.add(path);
              }
            }
          });
    }
    return read;
  }
}
