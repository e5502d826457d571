package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.Replay.Given;
import dev.crosswalk.engine.export.Replayed.Difference;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Mappings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An export that gives another result than the mapping says so, value by value. */
class ReplaysTest {
  private static final Mapping BASE =
      Mappings.of(
          Map.of(
              "home.phone", from("Phone", step("phone", "region", "GB")),
              "name", from("Name")));

  @Test
  void eachValueThatDiffersIsTold() {
    Replayed replayed =
        run(
            Set.of(),
            source ->
                new Replay.Made(
                    record("name", source.get("Name"), "home", record("phone", "+4402079460123"))));
    assertThat(replayed.records()).isEqualTo(1);
    assertThat(replayed.differences())
        .containsExactly(
            new Difference(
                BASE.id(), "", 1, "one", "home.phone", "+442079460123", "+4402079460123"));
    assertThat(replayed.differences().get(0).sentence())
        .isEqualTo(
            BASE.id()
                + " differs on golden record 1: home.phone, ours +442079460123,"
                + " theirs +4402079460123.");
  }

  @Test
  void whatTheExportSaysItLeavesOutIsNotADifference() {
    assertThat(run(Set.of("home.phone"), s -> new Replay.Made(record("name", "Ada"))).differences())
        .isEmpty();
    assertThat(run(Set.of("name"), s -> new Replay.Made(record("name", "Ada"))).differences())
        .extracting(Difference::target, Difference::theirs)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("home.phone", "left out"));
  }

  @Test
  void aRecordThatIsRefusedOrFilteredIsADifference() {
    assertThat(run(Set.of(), s -> new Replay.LeftOut()).differences())
        .extracting(Difference::sentence)
        .containsExactly(
            BASE.id()
                + " differs on golden record 1: the whole record, ours a record,"
                + " theirs left out by the row filter.");
    assertThat(
            run(
                    Set.of(),
                    s -> {
                      throw new ProblemException(Problem.error("x", null, "It broke.", ""));
                    })
                .differences())
        .extracting(Difference::theirs)
        .containsExactly("refused: It broke.");
  }

  private static Replayed run(
      Set<String> notExpressed, Function<Map<String, @Nullable Object>, Given> function) {
    GoldenRecord golden =
        new GoldenRecord(
            "one",
            record("Name", "Ada", "Phone", "020 7946 0123"),
            record("name", "Ada", "home", record("phone", "+442079460123")),
            false);
    MappingSet set =
        new MappingSet(
            BASE, new TreeMap<>(), null, null, Map.of("", List.of(golden)), Lookups.NONE);
    Exporter exporter =
        new Exporter() {
          @Override
          public String format() {
            return "test";
          }

          @Override
          public String title() {
            return "Test";
          }

          @Override
          public String doc() {
            return "A test.";
          }

          @Override
          public ExportResult export(ExportRequest request) {
            return new ExportResult(List.of(), List.of(), List.of());
          }

          @Override
          public Optional<Replay> replay() {
            return Optional.of((result, mappings, customer) ->
                Optional.of(new Replay.Run(notExpressed, function)));
          }
        };
    return Replays.export(exporter, new ExportRequest(List.of(set), Map.of())).replayed();
  }
}
