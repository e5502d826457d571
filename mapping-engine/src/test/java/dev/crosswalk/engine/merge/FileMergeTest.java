package dev.crosswalk.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.ConflictMarks;
import dev.crosswalk.engine.text.ConflictMarks.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects that nothing either side did is lost, and that only what they disagree on is asked. */
class FileMergeTest {
  private static final String BASE =
      """
      # yaml-language-server: $schema=https://crosswalk.dev/schema/v1/mapping.json
      format: crosswalk/v1
      kind: Mapping
      id: salesforce-contact-to-person
      source: { system: salesforce, object: Contact, fingerprint: "sha256:6f2b0e8d41c7" }
      target: { system: acme, object: person }
      fields:
        # how we reach them
        email:
          from: Email
          use: [trim, email]
          origin: { by: suggestion, score: 0.97, why: name }
        phone:
          from: Phone   # the office
          use: [{ phone: { format: E164, onInvalid: keep } }]
        tier:
          from: Acct_Tier__c
          values: { map: { Gold: gold, Silver: silver }, other: { set: none, warn: true } }
      rejected:
        region: [Region_Legacy__c]
      """;

  private static FileMerge.Merged merge(String base, String ours, String theirs) {
    return FileMerge.merge(base, ours, theirs, "mappings/a.yaml");
  }

  private static FileMerge.Merged merge(String ours, String theirs) {
    return merge(BASE, ours, theirs);
  }

  private static String changed(String what, String to) {
    assertThat(BASE).contains(what);
    return BASE.replace(what, to);
  }

  @Test
  void different_fields_merge_and_each_line_is_as_its_side_wrote_it() {
    String ours = changed("from: Email\n", "from: Work_Email__c   # asked Anna\n");
    String theirs =
        changed("  tier:\n", "  # for the newsletter\n  score:\n    expr: \"1 + 1\"\n  tier:\n")
            .replace("format: E164", "format: national");
    FileMerge.Merged merged = merge(ours, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text())
        .isEqualTo(theirs.replace("from: Email\n", "from: Work_Email__c   # asked Anna\n"));
  }

  @Test
  void different_keys_and_steps_of_one_field_merge() {
    String ours = changed("use: [trim, email]", "use: [collapse, trim, email]");
    String theirs =
        changed("from: Email\n    use: [trim, email]", "from: Mail\n    use: [trim, email, lower]");
    FileMerge.Merged merged = merge(ours, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text())
        .contains("  # how we reach them\n  email:\n    from: Mail\n")
        .contains("use: [collapse, trim, email, lower]");
  }

  @Test
  void parameters_and_values_merge_one_by_one() {
    String ours =
        changed("format: E164,", "format: national,").replace("Gold: gold,", "Gold: best,");
    String theirs =
        changed("onInvalid: keep", "onInvalid: reject").replace("Silver: silver", "Silver: good");
    FileMerge.Merged merged = merge(ours, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text())
        .contains("format: national, onInvalid: reject")
        .contains("Gold: best, Silver: good")
        .contains("from: Phone   # the office");
  }

  @Test
  void the_same_key_changed_differently_is_marked_around_its_field_in_mapping_words() {
    String ours = changed("from: Email\n", "from: Work_Email__c\n");
    String theirs =
        changed("from: Email\n", "from: Mail\n").replace("use: [trim, email]", "use: [email]");
    FileMerge.Merged merged = merge(ours, theirs);
    assertThat(merged.conflicts())
        .containsExactly(
            new FileMerge.Conflict(
                List.of("fields", "email"),
                "email now comes from Work_Email__c (before: Email).",
                "email now comes from Mail (before: Email). email: the step trim is gone."));
    assertThat(merged.text())
        .contains(
            """
              # how we reach them
            <<<<<<< ours: email now comes from Work_Email__c (before: Email).
              email:
                from: Work_Email__c
                use: [email]
                origin: { by: suggestion, score: 0.97, why: name }
            =======
              email:
                from: Mail
                use: [email]
                origin: { by: suggestion, score: 0.97, why: name }
            >>>>>>> theirs: email now comes from Mail (before: Email). email: the step trim is gone.
              phone:
            """);
    assertThat(ConflictMarks.settled(merged.text(), Side.OURS))
        .isEqualTo(ours.replace("use: [trim, email]", "use: [email]"));
    assertThat(ConflictMarks.settled(merged.text(), Side.THEIRS)).isEqualTo(theirs);
    assertThat(MappingDocument.parse(merged.text(), "a.yaml").problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.code()).isEqualTo("merge-conflict");
          assertThat(p.place()).hasToString("a.yaml:9:1");
          assertThat(p.what()).contains("lines 9 to 19");
        });
  }

  @Test
  void another_kind_of_input_on_each_side_is_a_conflict_and_never_two_inputs() {
    String base = changed("from: Email\n", "ask: Which field?\n");
    FileMerge.Merged merged =
        merge(
            base,
            base.replace("ask: Which field?", "from: Email"),
            base.replace("ask: Which field?", "constant: none"));
    assertThat(merged.conflicts()).hasSize(1);
    for (Side side : Side.values()) {
      assertThat(MappingDocument.parse(ConflictMarks.settled(merged.text(), side), "a").problems())
          .isEmpty();
    }
  }

  @Test
  void taken_out_and_changed_is_a_conflict_that_loses_neither() {
    String without = BASE.replaceAll("(?s)  phone:.*?(?=  tier)", "");
    String changed = changed("format: E164", "format: national");
    FileMerge.Merged merged = merge(without, changed);
    assertThat(merged.conflicts())
        .singleElement()
        .satisfies(c -> {
          assertThat(c.ours()).isEqualTo("phone is no longer mapped; it came from Phone.");
          assertThat(c.theirs()).contains("phone: the step is now phone (format national");
        });
    assertThat(ConflictMarks.settled(merged.text(), Side.OURS)).isEqualTo(without);
    assertThat(ConflictMarks.settled(merged.text(), Side.THEIRS)).isEqualTo(changed);
    assertThat(merge(without, BASE).text()).isEqualTo(without);
    assertThat(merge(BASE, without).text()).isEqualTo(without);
  }

  @Test
  void rejections_are_a_set() {
    String ours = changed("[Region_Legacy__c]", "[Region_Legacy__c, A__c]");
    String theirs = changed("region: [Region_Legacy__c]", "region: [B__c]\n  tier: [T__c]");
    FileMerge.Merged merged = merge(ours, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text()).endsWith("  region: [A__c, B__c]\n  tier: [T__c]\n");
  }

  @Test
  void what_was_done_to_a_target_follows_it_to_its_new_name() {
    String renamed = changed("  phone:\n", "  phone_number:\n");
    String edited = changed("format: E164", "format: national");
    String both = renamed.replace("format: E164", "format: national");
    assertThat(merge(renamed, edited)).isEqualTo(new FileMerge.Merged(both, List.of()));
    assertThat(merge(edited, renamed)).isEqualTo(new FileMerge.Merged(both, List.of()));
  }

  @Test
  void two_new_names_of_one_target_are_a_conflict() {
    String ours = changed("  phone:\n", "  phone_a:\n");
    String theirs = changed("  phone:\n", "  phone_b:\n");
    FileMerge.Merged merged = merge(ours, theirs);
    assertThat(merged.conflicts()).hasSize(1);
    assertThat(ConflictMarks.settled(merged.text(), Side.OURS)).isEqualTo(ours);
    assertThat(ConflictMarks.settled(merged.text(), Side.THEIRS)).isEqualTo(theirs);
  }

  @Test
  void a_field_that_moved_stays_where_we_put_it() {
    String tier = BASE.substring(BASE.indexOf("  tier:"), BASE.indexOf("rejected:"));
    String ours = BASE.replace(tier, "").replace("  # how we", tier + "  # how we");
    String theirs = changed("Gold: gold", "Gold: best");
    assertThat(merge(ours, theirs))
        .isEqualTo(new FileMerge.Merged(ours.replace("Gold: gold", "Gold: best"), List.of()));
  }

  @Test
  void a_new_comment_of_theirs_is_kept_where_we_changed_the_field() {
    String ours = changed("from: Email\n", "from: Work_Email__c\n");
    String theirs = changed("use: [trim, email]\n", "use: [trim, email] # Anna wants it so\n");
    assertThat(merge(ours, theirs).text())
        .contains("from: Work_Email__c\n")
        .contains("  # Anna wants it so\n");
  }

  @Test
  void how_a_field_came_about_is_nobodys_conflict() {
    String ours = changed("score: 0.97", "score: 0.98").replace("6f2b0e8d41c7", "111111111111");
    String theirs = changed("score: 0.97", "score: 0.96").replace("6f2b0e8d41c7", "222222222222");
    assertThat(merge(ours, theirs).conflicts()).isEmpty();
    assertThat(merge(ours, theirs).text()).isEqualTo(merge(theirs, ours).text());
  }

  @Test
  void line_ends_and_indentation_are_ours() {
    String ours = changed("from: Email\n", "from: Mail\n").replace("\n", "\r\n");
    String theirs = changed("format: E164", "format: national").replaceAll("(?m)^( +)", "$1$1");
    assertThat(merge(ours, theirs).text())
        .isEqualTo(
            ours.replace("format: E164", "format: national")
                .replace(
                    "  phone:\r\n    from: Phone   # the office\r\n    use:",
                    "  phone:\r\n      from: Phone   # the office\r\n      use:"));
  }

  @Test
  void a_null_of_an_overlay_is_a_word_and_not_a_gap() {
    String base =
        """
        format: crosswalk/v1
        kind: Overlay
        extends: a
        customer: northwind
        fields:
          email: { from: Mail }
          phone: null
        """;
    assertThat(
            merge(base, base.replace("  phone: null\n", ""), base.replace("{ from: Mail }", "null"))
                .text())
        .isEqualTo(base.replace("  phone: null\n", "").replace("{ from: Mail }", "null"));
  }

  @Test
  void golden_records_and_acceptances_are_known_by_name() {
    String golden =
        """
        format: crosswalk/v1
        kind: Golden
        mapping: a
        records:
          - name: Ada
            source: { Email: a@example.com }
            target: { email: a@example.com }
          - name: Bob
            source: { Email: b@example.com }
            target: { email: b@example.com }
        """;
    String ours = golden.replace("target: { email: a@", "target: { email: ada@");
    String theirs =
        golden.replace("target: { email: b@", "target: { email: bob@")
            + "  - name: Cy\n    source: {}\n    target: {}\n";
    FileMerge.Merged merged = merge(golden, ours, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text())
        .isEqualTo(theirs.replace("target: { email: a@", "target: { email: ada@"));
    String accepted =
        """
        format: crosswalk/v1
        kind: Accepted
        findings:
          - code: FM113
            mapping: a
            reason: in January
            until: "2027-01-31"
        """;
    FileMerge.Merged days =
        merge(
            accepted,
            accepted.replace("01-31", "02-28"),
            accepted.replace("01-31", "03-31")
                + "  - code: FM121\n    reason: fine\n    until: \"2027-01-31\"\n");
    assertThat(days.conflicts())
        .singleElement()
        .satisfies(c -> assertThat(c.path()).containsExactly("findings", "FM113 a"));
    assertThat(days.text()).contains("  - code: FM121\n");
  }

  @Test
  void schemas_merge_by_object_and_field() {
    String schema =
        """
        format: crosswalk/v1
        kind: Schema
        system: acme
        objects:
          person:
            label: Person
            fields:
              email: { type: email, length: 80 }
              tier: { type: enum, values: [{ value: gold }, { value: silver }] }
        """;
    String ours = schema.replace("{ value: silver }]", "{ value: silver }, { value: tin }]");
    String theirs =
        schema.replace("length: 80", "length: 120").replace("{ value: gold }, ", "")
            + "  company:\n    fields:\n      name: { type: string }\n";
    FileMerge.Merged merged = merge(schema, ours, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text())
        .contains("length: 120")
        .contains("values: [{ value: silver }, { value: tin }]")
        .endsWith("  company:\n    fields:\n      name: { type: string }\n");
  }

  @Test
  void json_merges_too_and_what_cannot_be_read_is_refused() {
    String base = "{ \"kind\": \"Schema\",\n  \"system\": \"a\", \"objects\": {} }\n";
    assertThat(
            merge(
                    base,
                    base.replace("\"a\"", "\"b\""),
                    base.replace("{} }", "{ \"x\": { \"fields\": {} } } }"))
                .text())
        .contains("\"b\"")
        .contains("x");
    assertThatThrownBy(() -> merge(base, "a: [", base.replace("\"a\"", "\"c\"")))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void a_file_that_both_made_merges_by_key() {
    String ours = "kind: Customer\nid: a\nname: A\nmappings: [m-x]\n";
    String theirs = "kind: Customer\nid: a\nname: A\nmappings: [m-y]\n";
    FileMerge.Merged merged = merge("", ours, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text()).isEqualTo("kind: Customer\nid: a\nname: A\nmappings: [m-x, m-y]\n");
  }
}
