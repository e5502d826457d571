package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.SchemaComparison.Change;
import dev.crosswalk.app.workspace.SchemaComparison.Hit;
import dev.crosswalk.engine.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The forms in which the differences of schemas are written. */
enum SchemaDiffFormat {
  TEXT {
    @Override
    String write(List<Change> changes) {
      StringBuilder text = new StringBuilder();
      for (Change change : changes) {
        text.append(change.words()).append('\n');
        for (Hit hit : change.hits()) {
          text.append("  ").append(line(hit)).append('\n');
          text.append("    ").append(hit.problem().next()).append('\n');
        }
      }
      return text.toString().stripTrailing();
    }
  },
  JSON {
    @Override
    String write(List<Change> changes) {
      Map<String, Object> root = new LinkedHashMap<>();
      root.put("same", changes.isEmpty());
      root.put("changes", changes.stream().map(SchemaDiffFormat::json).toList());
      return Json.write(root);
    }
  },
  /** For a comment on a pull request. */
  MARKDOWN {
    @Override
    String write(List<Change> changes) {
      if (changes.isEmpty()) {
        return "**The schemas are the same.**";
      }
      StringBuilder text = new StringBuilder();
      for (Change change : changes) {
        text.append("- ").append(Markdown.text(change.words())).append('\n');
        for (Hit hit : change.hits()) {
          text.append("  - ")
              .append(Markdown.text(line(hit) + " " + hit.problem().next()))
              .append('\n');
        }
      }
      return text.toString().stripTrailing();
    }
  };

  /** The whole of it; empty where there is nothing to say. */
  abstract String write(List<Change> changes);

  private static String line(Hit hit) {
    Problem p = hit.problem();
    String code = p.code().startsWith("FM") ? " " + p.code() : "";
    return (p.place() == null ? "" : p.place() + ": ") + severity(p) + code + ": " + p.what();
  }

  private static String severity(Problem problem) {
    return problem.severity().name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> json(Change change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("object", change.object());
    if (!change.field().isEmpty()) {
      map.put("field", change.field());
    }
    map.put("words", change.words());
    map.put("hits", change.hits().stream().map(SchemaDiffFormat::json).toList());
    return map;
  }

  private static Map<String, Object> json(Hit hit) {
    Problem p = hit.problem();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", p.code());
    map.put("severity", severity(p));
    map.put("mapping", hit.mapping());
    if (!hit.customer().isEmpty()) {
      map.put("customer", hit.customer());
    }
    if (!hit.target().isEmpty()) {
      map.put("target", hit.target());
    }
    if (p.place() != null) {
      map.put("place", p.place().toString());
    }
    map.put("what", p.what());
    map.put("next", p.next());
    return map;
  }
}
