package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.Mapping.Defaults;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.YamlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a person does to a mapping: a name for undo, and what it changes in the file. */
public sealed interface MappingEdit {

  /** What was done, in the words of the undo menu. */
  String name();

  /** The changed tree; the same where nothing changes. */
  YamlDocument on(YamlDocument yaml);

  /**
   * @throws ProblemException where the document is not editable
   */
  default MappingDocument apply(MappingDocument document) {
    if (this instanceof ReplaceText typed) {
      return document.withText(typed.text());
    }
    YamlDocument yaml = document.yaml().orElse(null);
    if (yaml == null || !document.editable()) {
      throw new ProblemException(
          Problem.error(
              "mapping-read-only",
              document.problems().isEmpty() ? null : document.problems().get(0).place(),
              "The mapping cannot be edited while its file has errors.",
              "Correct the file in the YAML pane first."));
    }
    return document.with(on(yaml));
  }

  private static YamlDocument set(YamlDocument yaml, @Nullable Object value, String... path) {
    return yaml.set(List.of(path), value, MappingLayout.INSTANCE);
  }

  /** Removes a key, and the map around it where it would stay empty. */
  private static YamlDocument prune(YamlDocument yaml, String map, String key) {
    boolean last =
        yaml.map().get(map) instanceof Map<?, ?> inner
            && inner.size() == 1
            && inner.containsKey(key);
    return yaml.remove(last ? List.of(map) : List.of(map, key));
  }

  private static List<String> texts(YamlDocument yaml, String map, String key) {
    List<String> texts = new ArrayList<>();
    if (yaml.map().get(map) instanceof Map<?, ?> inner) {
      switch (inner.get(key)) {
        case null -> {}
        case List<?> list -> list.forEach(t -> texts.add(String.valueOf(t)));
        default -> texts.add(String.valueOf(inner.get(key)));
      }
    }
    return texts;
  }

  /** Maps a target, or changes how it is mapped. Keys that are not known stay. */
  record SetField(String target, FieldMapping field) implements MappingEdit {
    @Override
    public String name() {
      String source =
          switch (field.input()) {
            case From from -> String.join(" + ", from.paths());
            case Expr expr -> "expression";
            case Constant constant -> "constant";
            case Ask ask -> "question";
          };
      FieldMapping.Origin origin = field.origin();
      boolean accepted = origin != null && origin.by().equals("suggestion");
      return (accepted ? "Accept " : "Map ") + target + " ← " + source;
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return set(yaml, value(yaml), "fields", target);
    }

    /** The keys of the target: those of the field, then those in the file that are not known. */
    private Map<String, @Nullable Object> value(YamlDocument yaml) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>(MappingPlain.of(field));
      if (yaml.map().get("fields") instanceof Map<?, ?> fields
          && fields.get(target) instanceof Map<?, ?> old) {
        old.forEach((key, value) -> {
          if (!MappingLayout.FIELD.contains(key)) {
            map.put(String.valueOf(key), value);
          }
        });
      }
      return map;
    }
  }

  /** Takes a target out of the mapping. */
  record RemoveField(String target) implements MappingEdit {
    @Override
    public String name() {
      return "Unmap " + target;
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return yaml.remove(List.of("fields", target));
    }
  }

  /**
   * Takes a target out for one customer: an overlay then says that the base's target does not hold.
   * In a base mapping it is {@link RemoveField}.
   */
  record LeaveOut(String target) implements MappingEdit {
    @Override
    public String name() {
      return "Leave out " + target + " for this customer";
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return "Overlay".equals(yaml.map().get("kind"))
          ? set(yaml, null, "fields", target)
          : new RemoveField(target).on(yaml);
    }
  }

  /** Says no to a suggestion for good. */
  record Reject(String target, String source) implements MappingEdit {
    @Override
    public String name() {
      return "Reject " + target + " ← " + source;
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      List<String> sources = texts(yaml, "rejected", target);
      if (sources.contains(source)) {
        return yaml;
      }
      sources.add(source);
      return set(yaml, sources, "rejected", target);
    }
  }

  /** Lets a suggestion be offered again. */
  record Unreject(String target, String source) implements MappingEdit {
    @Override
    public String name() {
      return "Allow " + target + " ← " + source + " again";
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      List<String> sources = texts(yaml, "rejected", target);
      if (!sources.remove(source)) {
        return yaml;
      }
      return sources.isEmpty()
          ? prune(yaml, "rejected", target)
          : set(yaml, sources, "rejected", target);
    }
  }

  /** Decides that a source field is not needed, with the reason. */
  record Ignore(String source, String reason) implements MappingEdit {
    @Override
    public String name() {
      return "Ignore " + source;
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return set(yaml, reason, "ignored", source);
    }
  }

  record Unignore(String source) implements MappingEdit {
    @Override
    public String name() {
      return "Stop ignoring " + source;
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return prune(yaml, "ignored", source);
    }
  }

  /** Sets the target fields by which records are matched; none takes the key away. */
  record SetKey(List<String> targets) implements MappingEdit {
    public SetKey {
      targets = List.copyOf(targets);
    }

    @Override
    public String name() {
      return targets.isEmpty()
          ? "Remove the key"
          : "Match records by " + String.join(" + ", targets);
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return targets.isEmpty()
          ? yaml.remove(List.of("key"))
          : set(yaml, targets.size() == 1 ? targets.get(0) : targets, "key");
    }
  }

  record SetTitle(String title) implements MappingEdit {
    @Override
    public String name() {
      return "Change the title";
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return title.isBlank() ? yaml.remove(List.of("title")) : set(yaml, title, "title");
    }
  }

  record SetDefaults(Defaults defaults) implements MappingEdit {
    @Override
    public String name() {
      return "Change the defaults";
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return set(yaml, MappingPlain.of(defaults), "defaults");
    }
  }

  /** Sets both ends, as after a review, when the fingerprints are taken anew. */
  record SetEnds(Endpoint source, Endpoint target) implements MappingEdit {
    @Override
    public String name() {
      return "Review " + source.object() + " → " + target.object();
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return set(set(yaml, MappingPlain.of(source), "source"), MappingPlain.of(target), "target");
    }
  }

  /** Several edits as one, such as accepting all certain suggestions. */
  record Composite(String name, List<MappingEdit> edits) implements MappingEdit {
    public Composite {
      edits = List.copyOf(edits);
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      YamlDocument result = yaml;
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (MappingEdit edit : edits) {
        if (edit instanceof SetField set) {
          fields.put(set.target(), set.value(result));
        } else {
          result = edit.on(result.setAll("fields", fields, MappingLayout.INSTANCE));
          fields.clear();
        }
      }
      return result.setAll("fields", fields, MappingLayout.INSTANCE);
    }
  }

  /** Another text, typed by hand; the only edit that a file with errors takes. */
  record ReplaceText(String text) implements MappingEdit {
    @Override
    public String name() {
      return "Edit the text";
    }

    @Override
    public YamlDocument on(YamlDocument yaml) {
      return yaml.withText(text);
    }
  }
}
