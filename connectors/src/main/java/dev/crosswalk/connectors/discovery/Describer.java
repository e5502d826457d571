package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.MetadataSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.plugin.Plugins;
import dev.crosswalk.connectors.records.SampleReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gets a definition's {@code metadata} and has it read by the parser that it names. */
final class Describer {
  private final Api api;
  private final MetadataSpec spec;
  private final SampleReader.Vars vars;

  Describer(Api api, MetadataSpec spec, SampleReader.Vars vars) {
    this.api = api;
    this.spec = spec;
    this.vars = vars;
  }

  /** All objects with their fields, from the one document. */
  List<Described> all(Progress progress) {
    return parsed(api.scope(progress), "read the metadata", progress);
  }

  /** The fields of one object, where each is described alone or guessed from its records. */
  List<Map<String, @Nullable Object>> fields(ObjectItem object, Scope scope, Progress progress) {
    if (spec.request() == null) {
      List<Map<String, @Nullable Object>> records =
          new SampleReader(api, vars).raw(object.with(List.of()), spec.max(), progress);
      return Plugins.inference().fields(records);
    }
    List<Described> described =
        parsed(object.in(scope), "read the metadata of " + object.name(), progress);
    return described.stream()
        .filter(d -> object.name().equals(d.object().get("name")))
        .findFirst()
        .or(() -> described.stream().findFirst())
        .map(Described::fields)
        .orElse(List.of());
  }

  private List<Described> parsed(Scope scope, String why, Progress progress) {
    Answer answer =
        api.send(Objects.requireNonNull(spec.request()), scope, Map.of(), Map.of(), why, progress);
    MetadataParser parser = Plugins.metadataParsers().get(spec.parser());
    try {
      return parser == null ? List.of() : parser.parse(answer.body());
    } catch (MetadataParser.Unreadable e) {
      throw api.problems()
          .without(
              spec.parser()
                  + " metadata ("
                  + api.problems().blank(String.valueOf(e.getMessage()))
                  + ")",
              answer,
              why);
    }
  }
}
