package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.CheckFinding.Subject;
import java.util.List;

/**
 * What {@code check} looked at and found.
 *
 * @param findings that nobody accepted, by file and line
 * @param accepted the others
 * @param subjects each target of each mapping that was looked at, for each customer
 * @param unjudged why drift could not be told, one sentence each
 */
public record CheckReport(
    List<CheckFinding> findings,
    List<CheckFinding> accepted,
    List<Subject> subjects,
    List<String> unjudged) {

  public CheckReport {
    findings = List.copyOf(findings);
    accepted = List.copyOf(accepted);
    subjects = List.copyOf(subjects);
    unjudged = List.copyOf(unjudged);
  }
}
