package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protects the figures between two systems against correspondences that nobody made. */
class ComposedGoldTest {
  private static GoldSet set(String name, Map<String, Set<String>> gold) {
    return new GoldSet(
        name,
        Schema.of(name + "-s", List.of()),
        Schema.of(name + "-t", List.of()),
        List.of(),
        gold);
  }

  @Test
  void whatFeedsOneFieldOfTheModelGoesTogether() {
    GoldSet one =
        set(
            "crm_panora_one",
            Map.of(
                "person.a", Set.of("P.A"),
                "person.b", Set.of("P.B"),
                "person.c", Set.of("P.C1", "P.C2"),
                "person.d", Set.of("P.D"),
                "person.e", Set.of("P.E"),
                "person.phone", Set.of("P.Tel"),
                "person.only", Set.of("P.X")));
    GoldSet two =
        set(
            "crm_panora_two",
            Map.of(
                "person.a", Set.of("Q.a"),
                "person.b", Set.of("Q.b"),
                "person.c", Set.of("Q.c"),
                "person.d", Set.of("Q.d"),
                "person.e", Set.of("Q.e"),
                "person.phone", Set.of("Q.mobile", "Q.fax")));
    GoldSet other = set("crm_supaglue_three", two.gold());

    List<GoldSet> composed = ComposedGold.of(List.of(one, two, other));

    assertThat(composed).extracting(GoldSet::name).startsWith("composed_panora_one_to_two");
    assertThat(composed).allMatch(s -> s.family().equals("panora"));
    GoldSet there = composed.get(0);
    assertThat(there.gold())
        .as("one list of phones does not say which of them goes where")
        .doesNotContainKeys("Q.mobile", "Q.fax")
        .containsEntry("Q.a", Set.of("P.A"))
        .containsEntry("Q.c", Set.of("P.C1", "P.C2"));
    assertThat(there.pairs()).containsExactly(new MatchRequest.Pair("P", "Q"));
  }

  @Test
  void whatOneFieldOfTheModelFeedsGoesTogether() {
    Map<String, Set<String>> gold =
        Map.of(
            "Lead.a", Set.of("traits.a"),
            "Lead.b", Set.of("traits.b", "traits.b2"),
            "Lead.c", Set.of("traits.c"),
            "Lead.d", Set.of("traits.d"),
            "Lead.e", Set.of("traits.e"));
    GoldSet one = set("crm_segment_to_one", gold);
    GoldSet two =
        set(
            "crm_segment_to_two",
            Map.of(
                "person.a", Set.of("traits.a"),
                "person.b", Set.of("traits.b2"),
                "person.c", Set.of("traits.c"),
                "person.d", Set.of("traits.d"),
                "person.e", Set.of("traits.e"),
                "firm.f", Set.of("traits.f")));

    GoldSet there = ComposedGold.of(List.of(one, two)).get(0);

    assertThat(there.name()).isEqualTo("composed_segment_one_to_two");
    assertThat(there.gold())
        .containsEntry("person.b", Set.of("Lead.b"))
        .doesNotContainKey("firm.f");
  }
}
