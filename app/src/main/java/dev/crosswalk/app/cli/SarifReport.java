package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.Acceptances.Acceptance;
import dev.crosswalk.app.workspace.CheckFinding;
import dev.crosswalk.app.workspace.CheckFinding.Subject;
import dev.crosswalk.app.workspace.CheckReport;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings in SARIF 2.1.0; accepted ones are suppressed results. */
final class SarifReport {
  private SarifReport() {}

  static String write(CheckReport report) {
    List<CheckFinding> all = new ArrayList<>(report.findings());
    all.addAll(report.accepted());
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "crosswalk");
    driver.put(
        "rules",
        all.stream()
            .map(f -> f.problem().code())
            .distinct()
            .sorted()
            .map(c -> Map.of("id", c))
            .toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("results", all.stream().map(SarifReport::result).toList());
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    map.put("version", "2.1.0");
    map.put("runs", List.of(run));
    return Json.write(map);
  }

  private static Map<String, Object> result(CheckFinding finding) {
    Problem p = finding.problem();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ruleId", p.code());
    map.put("level", p.severity() == Severity.INFO ? "note" : CheckFormat.word(p));
    map.put("message", Map.of("text", p.words()));
    Place place = p.place();
    if (place != null) {
      Map<String, Object> physical = new LinkedHashMap<>();
      physical.put("artifactLocation", Map.of("uri", uri(place.file())));
      if (place.line() > 0) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", place.line());
        if (place.column() > 0) {
          region.put("startColumn", place.column());
        }
        physical.put("region", region);
      }
      map.put("locations", List.of(Map.of("physicalLocation", physical)));
    }
    map.put("partialFingerprints", Map.of("crosswalk/v1", fingerprint(finding)));
    Map<String, Object> more = new LinkedHashMap<>();
    CheckFinding.Change change = finding.change();
    if (change != null) {
      more.put("field", change.field());
      more.put("before", change.before());
      more.put("after", change.after());
    }
    if (!more.isEmpty()) {
      map.put("properties", more);
    }
    Acceptance accepted = finding.accepted();
    if (accepted != null) {
      Map<String, Object> suppression = new LinkedHashMap<>();
      suppression.put("kind", accepted.until() == null ? "inSource" : "external");
      suppression.put(
          "justification",
          accepted.reason()
              + (accepted.until() == null ? "" : " (until " + accepted.until() + ")"));
      map.put("suppressions", List.of(suppression));
    }
    return map;
  }

  /** A file name may hold what an address may not. */
  private static String uri(String file) {
    return file.replace("%", "%25").replace(" ", "%20").replace("#", "%23");
  }

  /** Without line numbers, so that moved lines do not open alerts again. */
  private static String fingerprint(CheckFinding finding) {
    Problem p = finding.problem();
    Subject subject = finding.subject();
    if (subject != null) {
      return String.join(
          "#",
          subject.mapping(),
          subject.customer() == null ? "" : subject.customer(),
          subject.target() == null ? "" : subject.target(),
          finding.change() == null ? "" : finding.change().field(),
          p.code());
    }
    Place place = p.place();
    String path = place == null || place.path() == null ? "" : place.path();
    return (place == null ? "workspace" : place.file()) + "#" + path + "#" + p.code();
  }
}
