package dev.crosswalk.app.cli;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The forms in which findings are written. */
enum CheckFormat {
  TEXT {
    @Override
    String write(List<Problem> findings) {
      StringBuilder text = new StringBuilder();
      for (Problem p : findings) {
        text.append(p.place() == null ? "" : p.place() + ": ")
            .append(word(p))
            .append(" ")
            .append(p.code())
            .append(": ")
            .append(p.what())
            .append('\n');
        if (!p.next().isEmpty()) {
          text.append("  ").append(p.next()).append('\n');
        }
      }
      return text.append(summary(findings)).toString();
    }
  },
  JSON {
    @Override
    String write(List<Problem> findings) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("findings", findings.stream().map(CheckFormat::json).toList());
      map.put("errors", count(findings, Severity.ERROR));
      map.put("warnings", count(findings, Severity.WARNING));
      return Json.write(map);
    }
  },
  /** Workflow commands that GitHub shows beside the line. */
  GITHUB {
    @Override
    String write(List<Problem> findings) {
      List<String> lines = new ArrayList<>();
      for (Problem p : findings) {
        String level =
            switch (p.severity()) {
              case ERROR -> "error";
              case WARNING -> "warning";
              case INFO -> "notice";
            };
        Place place = p.place();
        String where =
            place == null
                ? ""
                : "file="
                    + property(place.file())
                    + (place.line() > 0 ? ",line=" + place.line() : "")
                    + (place.column() > 0 ? ",col=" + place.column() : "")
                    + ",";
        String message = p.what() + (p.next().isEmpty() ? "" : " " + p.next());
        lines.add(
            "::" + level + " " + where + "title=" + property(p.code()) + "::" + data(message));
      }
      return String.join("\n", lines);
    }
  },
  MARKDOWN {
    @Override
    String write(List<Problem> findings) {
      StringBuilder text = new StringBuilder("**" + summary(findings) + "**\n");
      if (!findings.isEmpty()) {
        text.append("\n| where | what | next |\n|---|---|---|\n");
      }
      for (Problem p : findings) {
        text.append("| ")
            .append(p.place() == null ? "" : "`" + p.place() + "`")
            .append(" | ")
            .append(word(p) + " " + p.code() + ": " + cell(p.what()))
            .append(" | ")
            .append(cell(p.next()))
            .append(" |\n");
      }
      return text.toString().stripTrailing();
    }
  },
  JUNIT {
    @Override
    String write(List<Problem> findings) {
      Map<String, List<Problem>> byFile = new TreeMap<>();
      findings.forEach(p -> byFile.computeIfAbsent(file(p), _ -> new ArrayList<>()).add(p));
      StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      xml.append("<testsuites name=\"crosswalk check\">\n");
      byFile.forEach((file, problems) -> {
        xml.append("  <testsuite name=\"").append(xml(file)).append("\" tests=\"");
        xml.append(problems.size()).append("\" failures=\"");
        xml.append(count(problems, Severity.ERROR)).append("\">\n");
        for (Problem p : problems) {
          String at = p.place() == null ? "" : " " + p.place();
          xml.append("    <testcase name=\"").append(xml(p.code() + at)).append("\">");
          String tag = p.severity() == Severity.ERROR ? "failure" : "system-out";
          xml.append("<").append(tag).append(">").append(xml(p.what() + " " + p.next()));
          xml.append("</").append(tag).append("></testcase>\n");
        }
        xml.append("  </testsuite>\n");
      });
      return xml.append("</testsuites>").toString();
    }
  },
  SARIF {
    @Override
    String write(List<Problem> findings) {
      Map<String, Object> driver = new LinkedHashMap<>();
      driver.put("name", "crosswalk");
      driver.put(
          "rules",
          findings.stream()
              .map(Problem::code)
              .distinct()
              .sorted()
              .map(c -> Map.of("id", c))
              .toList());
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("tool", Map.of("driver", driver));
      run.put("results", findings.stream().map(CheckFormat::sarif).toList());
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      map.put("version", "2.1.0");
      map.put("runs", List.of(run));
      return Json.write(map);
    }
  };

  abstract String write(List<Problem> findings);

  private static String word(Problem p) {
    return p.severity().name().toLowerCase(Locale.ROOT);
  }

  private static long count(List<Problem> findings, Severity severity) {
    return findings.stream().filter(p -> p.severity() == severity).count();
  }

  private static String summary(List<Problem> findings) {
    return findings.isEmpty()
        ? "No findings."
        : count(findings, Severity.ERROR)
            + " errors, "
            + count(findings, Severity.WARNING)
            + " warnings, "
            + count(findings, Severity.INFO)
            + " notes.";
  }

  private static String file(Problem p) {
    return p.place() == null ? "workspace" : p.place().file();
  }

  private static Map<String, Object> json(Problem p) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("severity", word(p));
    map.put("code", p.code());
    Place place = p.place();
    if (place != null) {
      map.put("file", place.file());
      if (place.line() > 0) {
        map.put("line", place.line());
        map.put("column", place.column());
      }
      if (place.path() != null) {
        map.put("path", place.path());
      }
    }
    map.put("what", p.what());
    map.put("next", p.next());
    return Maps.nonNull(map);
  }

  private static Map<String, Object> sarif(Problem p) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ruleId", p.code());
    map.put("level", p.severity() == Severity.INFO ? "note" : word(p));
    map.put("message", Map.of("text", p.what() + (p.next().isEmpty() ? "" : " " + p.next())));
    Place place = p.place();
    if (place != null) {
      Map<String, Object> physical = new LinkedHashMap<>();
      physical.put("artifactLocation", Map.of("uri", place.file()));
      if (place.line() > 0) {
        physical.put(
            "region",
            place.column() > 0
                ? Map.of("startLine", place.line(), "startColumn", place.column())
                : Map.of("startLine", place.line()));
      }
      map.put("locations", List.of(Map.of("physicalLocation", physical)));
    }
    // Without line numbers, so that moved lines do not open alerts again.
    String path = place == null || place.path() == null ? "" : place.path();
    map.put("partialFingerprints", Map.of("crosswalk/v1", file(p) + "#" + path + "#" + p.code()));
    return map;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String xml(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(c < 0x20 && c != '\n' && c != '\t' ? ' ' : c);
          }
        });
    return safe.toString();
  }
}
