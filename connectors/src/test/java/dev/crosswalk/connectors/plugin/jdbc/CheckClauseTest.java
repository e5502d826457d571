package dev.crosswalk.connectors.plugin.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Check constraints in the words of four databases; the first forms are their own answers. */
final class CheckClauseTest {
  @Test
  void listsOfValues() {
    assertThat(
            CheckClause.values(
                "CHECK ((stage = ANY (ARRAY['new'::text, 'it''s lost'::text])))", "stage"))
        .contains(java.util.List.of("new", "it's lost"));
    assertThat(
            CheckClause.values(
                "CHECK (((VALUE)::text = ANY ((ARRAY['DE'::character varying, 'AT'::character"
                    + " varying])::text[])))",
                "VALUE"))
        .contains(java.util.List.of("DE", "AT"));
    assertThat(CheckClause.values("(`stage` in (_utf8mb4\\'new\\',_utf8mb4\\'won\\'))", "stage"))
        .contains(java.util.List.of("new", "won"));
    assertThat(CheckClause.values("`stage` in ('new','won')", "stage"))
        .contains(java.util.List.of("new", "won"));
    assertThat(CheckClause.values("\"STAGE\" IN('new', 'won')", "STAGE"))
        .contains(java.util.List.of("new", "won"));
    assertThat(CheckClause.values("CHECK ((kind = 'only'::text))", "kind"))
        .contains(java.util.List.of("only"));
  }

  @Test
  void whatSaysSomethingElseIsLeftAlone() {
    assertThat(CheckClause.values("CHECK ((worth > (0)::numeric))", "worth")).isEmpty();
    assertThat(CheckClause.values("CHECK ((stage <> 'old'::text))", "stage")).isEmpty();
    assertThat(CheckClause.values("CHECK ((stage ~~ 'a%'::text))", "stage")).isEmpty();
    assertThat(CheckClause.values("`stage` not in ('new','won')", "stage")).isEmpty();
    assertThat(CheckClause.values("CHECK (((stage = 'a'::text) OR (other = 'b'::text)))", "stage"))
        .isEmpty();
    assertThat(CheckClause.values("`stage` in ('new','won')", "age")).isEmpty();
  }
}
