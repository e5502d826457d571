package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The document that a customer signs, as HTML that prints well on A4: no scripts, nothing from
 * elsewhere. Settings: {@code language} (en, de), {@code date}, {@code revision}, {@code decided}
 * (who changed the workspace last, and when) and {@code accepted} (changes of the source that are
 * let be), which all come from outside.
 */
public final class SignOffExport implements Exporter {

  @Override
  public String format() {
    return "html";
  }

  @Override
  public String title() {
    return "Sign-off document (HTML)";
  }

  @Override
  public String doc() {
    return "What a customer signs: each field, what happens on the way, examples, open points.";
  }

  @Override
  public List<String> settings() {
    return List.of("language", "date", "revision", "decided");
  }

  @Override
  public ExportResult export(ExportRequest request) {
    List<OutputFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    SignOffTexts texts =
        SignOffTexts.in(String.valueOf(request.settings().getOrDefault("language", "en")));
    for (MappingSet set : request.mappings()) {
      List<String> whose = new ArrayList<>(List.of(MappingSet.BASE));
      whose.addAll(set.customers().keySet());
      for (String customer : whose) {
        Problem bad = customer.isEmpty() ? null : OutputNames.problem(customer);
        if (bad == null) {
          files.add(
              new OutputFile(
                  OutputNames.path(set.base(), customer, ".html"),
                  new SignOffPage(texts, set.as(customer), customer, request.settings()).text()));
        } else {
          problems.add(bad);
        }
      }
    }
    return new ExportResult(files, List.of(), problems);
  }
}
