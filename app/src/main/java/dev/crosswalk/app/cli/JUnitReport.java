package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.CheckFinding;
import dev.crosswalk.app.workspace.CheckFinding.Subject;
import dev.crosswalk.app.workspace.CheckReport;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Findings as a JUnit report: a suite is a mapping, a case one of its targets for a customer, and a
 * case without findings passes. What is of no mapping is in the suite of its file.
 */
final class JUnitReport {
  private static final String BASE = "base";

  private JUnitReport() {}

  static String write(CheckReport report) {
    Map<String, Map<String, List<Problem>>> suites = new TreeMap<>();
    report
        .subjects()
        .forEach(s ->
            suites
                .computeIfAbsent(s.mapping(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(name(s), _ -> new ArrayList<>()));
    for (CheckFinding finding : report.findings()) {
      Problem p = finding.problem();
      Subject subject = finding.subject();
      String file = p.place() == null ? "workspace" : p.place().file();
      suites
          .computeIfAbsent(subject == null ? file : subject.mapping(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(subject == null ? p.code() : name(subject), _ -> new ArrayList<>())
          .add(p);
    }
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites name=\"crosswalk check\">\n");
    suites.forEach((name, cases) -> suite(xml, name, cases));
    return xml.append("</testsuites>").toString();
  }

  private static String name(Subject subject) {
    @Nullable String target = subject.target();
    @Nullable String customer = subject.customer();
    return (target == null ? "mapping" : target) + " × " + (customer == null ? BASE : customer);
  }

  private static void suite(StringBuilder xml, String name, Map<String, List<Problem>> cases) {
    long failures = cases.values().stream().filter(JUnitReport::fails).count();
    xml.append("  <testsuite name=\"").append(safe(name)).append("\" tests=\"");
    xml.append(cases.size()).append("\" failures=\"").append(failures).append("\">\n");
    cases.forEach((title, problems) -> {
      xml.append("    <testcase classname=\"").append(safe(name)).append("\" name=\"");
      xml.append(safe(title)).append("\"");
      if (problems.isEmpty()) {
        xml.append("/>\n");
        return;
      }
      xml.append(">");
      // A case has at most one failure and one output, so all that is said stands in them.
      text(xml, "failure", problems.stream().filter(Problem::isError).toList());
      text(xml, "system-out", problems.stream().filter(p -> !p.isError()).toList());
      xml.append("</testcase>\n");
    });
    xml.append("  </testsuite>\n");
  }

  private static void text(StringBuilder xml, String tag, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    xml.append("<").append(tag);
    if (tag.equals("failure")) {
      xml.append(" type=\"").append(safe(problems.getFirst().code())).append("\" message=\"");
      xml.append(safe(problems.getFirst().what())).append("\"");
    }
    xml.append(">");
    List<String> lines = problems.stream().map(p -> p.code() + " " + p).toList();
    xml.append(safe(String.join("\n", lines))).append("</").append(tag).append(">");
  }

  private static boolean fails(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  private static String safe(String text) {
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
