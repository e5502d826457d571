package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Protects the figures in docs/matching.md: on CRM data we are never below plain TF-IDF. */
class GoldTest {
  @Test
  void isAheadOfTfIdfOnCrmData() {
    Path shared = GoldSet.shared().orElse(null);
    Assumptions.assumeTrue(
        shared != null, "no gold data: set -Dcrosswalk.shared or lay ../shared beside the project");
    List<GoldSet> sets =
        GoldSet.all(shared.resolve("gold")).stream()
            .filter(s -> s.name().startsWith("crm_"))
            .toList();
    GoldReport report = GoldReport.of(sets, new OurMatcher(set -> new FieldMatcher()));
    System.out.println(report.table());
    for (String group :
        List.of("CRM to unified model", "unified model to CRM", "lead conversion")) {
      GoldFigures ours = report.mean(group, "Crosswalk");
      GoldFigures plain = report.mean(group, Baseline.TF_IDF.shown());
      assertThat(ours.hit1()).as("Hit@1 of " + group).isGreaterThanOrEqualTo(plain.hit1());
      assertThat(ours.mrr()).as("MRR of " + group).isGreaterThanOrEqualTo(plain.mrr());
    }
  }
}
