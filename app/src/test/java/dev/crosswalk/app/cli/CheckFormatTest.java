package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.workspace.Acceptances.Acceptance;
import dev.crosswalk.app.workspace.CheckFinding;
import dev.crosswalk.app.workspace.CheckFinding.Change;
import dev.crosswalk.app.workspace.CheckFinding.Subject;
import dev.crosswalk.app.workspace.CheckReport;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** Every format carries what a drift is of; alerts of moved lines stay the same alerts. */
class CheckFormatTest {
  private static final Subject TIER = new Subject("contact-to-person", "northwind", "tier");

  private static CheckFinding drift(int line, Acceptance accepted) {
    return new CheckFinding(
        Problem.error(
            "FM102",
            new Place("mappings/a b.yaml", line, 5, "fields.tier.from"),
            "'tier' reads Contact.Tier, which is \"gone\" & lost.",
            "Map another."),
        TIER,
        new Change("Contact.Tier", "there", "not there"),
        accepted);
  }

  private static CheckReport report(CheckFinding open, List<CheckFinding> accepted) {
    return new CheckReport(
        List.of(open),
        accepted,
        List.of(TIER, new Subject("contact-to-person", null, "email")),
        List.of());
  }

  @Test
  void json_names_mapping_customer_target_and_what_changed() {
    JsonNode json =
        Json.mapper().readTree(CheckFormat.JSON.write(report(drift(7, null), List.of())));
    JsonNode one = json.get("findings").get(0);
    assertThat(one.get("mapping").asString()).isEqualTo("contact-to-person");
    assertThat(one.get("customer").asString()).isEqualTo("northwind");
    assertThat(one.get("target").asString()).isEqualTo("tier");
    assertThat(one.get("before").asString()).isEqualTo("there");
    assertThat(one.get("after").asString()).isEqualTo("not there");
    assertThat(one.get("line").asInt()).isEqualTo(7);
  }

  @Test
  void sarif_keeps_its_fingerprint_when_lines_move_and_suppresses_what_is_accepted() {
    CheckFinding letBe = drift(9, new Acceptance("Known", LocalDate.of(2027, 1, 31)));
    JsonNode results =
        Json.mapper()
            .readTree(CheckFormat.SARIF.write(report(drift(7, null), List.of(letBe))))
            .get("runs")
            .get(0)
            .get("results");
    assertThat(results.get(0).get("ruleId").asString()).isEqualTo("FM102");
    assertThat(results.get(0).get("partialFingerprints"))
        .isEqualTo(results.get(1).get("partialFingerprints"));
    assertThat(results.get(0).has("suppressions")).isFalse();
    assertThat(results.get(1).get("suppressions").get(0).get("justification").asString())
        .contains("Known", "2027-01-31");
    assertThat(results.toString()).contains("mappings/a%20b.yaml");
  }

  @Test
  void junit_has_a_suite_a_mapping_and_a_case_a_target_and_customer() throws Exception {
    String xml = CheckFormat.JUNIT.write(report(drift(7, null), List.of()));
    Element suite =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("testsuite")
                .item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("contact-to-person");
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element failed = (Element) suite.getElementsByTagName("testcase").item(0);
    assertThat(failed.getAttribute("name")).isEqualTo("tier × northwind");
    assertThat(failed.getElementsByTagName("failure").item(0).getTextContent())
        .contains("FM102", "\"gone\" & lost");
  }

  @Test
  void text_github_and_markdown_leave_out_what_is_accepted_and_count_it() {
    CheckFinding letBe = drift(9, new Acceptance("Known", null));
    CheckReport report = report(drift(7, null), List.of(letBe));
    assertThat(CheckFormat.TEXT.write(report))
        .contains("mappings/a b.yaml:7:5: error FM102")
        .contains("1 error, 0 warnings, 0 notes. Accepted: 1")
        .doesNotContain(":9:5");
    assertThat(CheckFormat.GITHUB.write(report))
        .startsWith("::error file=mappings/a b.yaml,line=7,col=5,title=FM102::")
        .doesNotContain("\n");
    assertThat(CheckFormat.MARKDOWN.write(report)).contains("FM102").doesNotContain(":9:5");
  }
}
