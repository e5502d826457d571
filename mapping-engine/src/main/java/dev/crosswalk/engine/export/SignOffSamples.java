package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.preview.Values;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.List;

/** The golden records of a sign-off document, before and after. */
final class SignOffSamples {
  private static final int MOST = 5;
  private static final int LONGEST = 120;

  private final SignOffTexts texts;
  private final MappingSet set;
  private final Mapping mapping;
  private final List<GoldenRecord> golden;
  private final Html html;

  SignOffSamples(
      SignOffTexts texts, MappingSet set, Mapping mapping, List<GoldenRecord> golden, Html html) {
    this.texts = texts;
    this.set = set;
    this.mapping = mapping;
    this.golden = golden;
    this.html = html;
  }

  /** Nothing where there are none, or where the mapping does not run. */
  void write() {
    CompiledMapping compiled;
    try {
      compiled = CompiledMapping.compile(mapping, set.source(), set.target(), set.lookups());
    } catch (ProblemException e) {
      return; // The check of the workspace tells why.
    }
    if (golden.isEmpty()) {
      return;
    }
    html.element("h2", texts.of("examples")).element("p", texts.of("examplesIntro")).raw("\n");
    for (int i = 0; i < Math.min(MOST, golden.size()); i++) {
      html.raw("<section class=\"sample\">")
          .element("h3", texts.of("example", i + 1, golden.get(i).name()))
          .raw("\n");
      record(compiled.apply(golden.get(i).source()));
      html.raw("</section>\n");
    }
    if (golden.size() > MOST) {
      html.element("p class=\"quiet\"", texts.of("more", golden.size() - MOST)).raw("\n");
    }
  }

  private void record(Outcome outcome) {
    if (outcome.filtered() || outcome.rejected()) {
      html.element("p class=\"none\"", texts.of("rejected"));
      if (outcome.filtered()) {
        return;
      }
    }
    html.raw(
        "<table class=\"samples\"><colgroup><col class=\"name\"><col class=\"before\"><col></colgroup>"
            + "<thead><tr>");
    List.of("field", "before", "after").forEach(k -> html.element("th scope=\"col\"", texts.of(k)));
    html.raw("</tr></thead>\n<tbody>\n");
    outcome.fields().forEach(this::row);
    html.raw("</tbody></table>");
  }

  private void row(String target, FieldOutcome outcome) {
    if (outcome.missing() && outcome.status() == Status.OMITTED) {
      return; // It says nothing of the mapping.
    }
    String label =
        set.target() == null ? target : set.target().field(target).map(Field::shown).orElse(target);
    html.raw("<tr>").element("th scope=\"row\"", label);
    html.element("td", outcome.missing() ? "–" : Values.shown(outcome.before(), LONGEST));
    switch (outcome.status()) {
      case SET -> html.element("td", Values.shown(outcome.after(), LONGEST));
      case OMITTED -> html.element("td class=\"quiet\"", texts.of("leftOut"));
      case REJECTED ->
          html.element(
              "td class=\"none\"",
              outcome.messages().isEmpty() ? "–" : outcome.messages().getLast().text());
    }
    html.raw("</tr>\n");
  }
}
