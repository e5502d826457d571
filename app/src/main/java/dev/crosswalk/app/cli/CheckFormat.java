package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.Acceptances;
import dev.crosswalk.app.workspace.CheckFinding;
import dev.crosswalk.app.workspace.CheckReport;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms in which findings are written. */
enum CheckFormat {
  TEXT {
    @Override
    String write(CheckReport report) {
      StringBuilder text = new StringBuilder();
      for (Problem p : problems(report)) {
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
      return text.append(summary(report)).toString();
    }
  },
  JSON {
    @Override
    String write(CheckReport report) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("findings", report.findings().stream().map(CheckFormat::json).toList());
      map.put("accepted", report.accepted().stream().map(CheckFormat::json).toList());
      map.put("unjudged", report.unjudged());
      map.put("errors", count(report, Severity.ERROR));
      map.put("warnings", count(report, Severity.WARNING));
      return Json.write(map);
    }
  },
  /** Workflow commands that GitHub shows beside the line. */
  GITHUB {
    @Override
    String write(CheckReport report) {
      List<String> lines = new ArrayList<>();
      for (Problem p : problems(report)) {
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
    String write(CheckReport report) {
      StringBuilder text = new StringBuilder("**" + summary(report) + "**\n");
      if (!report.findings().isEmpty()) {
        text.append("\n| where | what | next |\n|---|---|---|\n");
      }
      for (Problem p : problems(report)) {
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
    String write(CheckReport report) {
      return JUnitReport.write(report);
    }
  },
  SARIF {
    @Override
    String write(CheckReport report) {
      return SarifReport.write(report);
    }
  };

  abstract String write(CheckReport report);

  private static List<Problem> problems(CheckReport report) {
    return report.findings().stream().map(CheckFinding::problem).toList();
  }

  static String word(Problem p) {
    return p.severity().name().toLowerCase(Locale.ROOT);
  }

  private static long count(CheckReport report, Severity severity) {
    return problems(report).stream().filter(p -> p.severity() == severity).count();
  }

  private static String summary(CheckReport report) {
    String found =
        report.findings().isEmpty()
            ? "No findings."
            : Counts.of((int) count(report, Severity.ERROR), "error")
                + ", "
                + Counts.of((int) count(report, Severity.WARNING), "warning")
                + ", "
                + Counts.of((int) count(report, Severity.INFO), "note")
                + ".";
    return report.accepted().isEmpty() ? found : found + " Accepted: " + report.accepted().size();
  }

  private static Map<String, Object> json(CheckFinding finding) {
    Problem p = finding.problem();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("severity", word(p));
    map.put("code", p.code());
    CheckFinding.Subject subject = finding.subject();
    if (subject != null) {
      map.put("mapping", subject.mapping());
      map.put("customer", subject.customer());
      map.put("target", subject.target());
    }
    Place place = p.place();
    if (place != null) {
      map.put("file", place.file());
      if (place.line() > 0) {
        map.put("line", place.line());
        map.put("column", place.column());
      }
      map.put("path", place.path());
    }
    map.put("what", p.what());
    map.put("next", p.next());
    CheckFinding.Change change = finding.change();
    if (change != null) {
      map.put("field", change.field());
      map.put("before", change.before());
      map.put("after", change.after());
    }
    Acceptances.Acceptance accepted = finding.accepted();
    if (accepted != null) {
      map.put("reason", accepted.reason());
      map.put("until", accepted.until() == null ? null : accepted.until().toString());
    }
    return Maps.nonNull(map);
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
}
