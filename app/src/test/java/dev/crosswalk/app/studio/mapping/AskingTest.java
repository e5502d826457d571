package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.engine.match.FieldMatcher;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.match.Prepared;
import dev.crosswalk.engine.match.RememberingMatcher;
import dev.crosswalk.engine.match.Suggestions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: a decision ranks the rest anew, and the fields are not compared again for it. */
class AskingTest {
  private final List<MatchRequest> prepared = new ArrayList<>();
  private final List<Suggestions> answers = new ArrayList<>();
  private final FieldMatcher real = new FieldMatcher();
  private final Matcher remembering =
      new RememberingMatcher(
          new Matcher() {
            @Override
            public List<Suggestions.ObjectPair> pairObjects(MatchRequest request) {
              return real.pairObjects(request);
            }

            @Override
            public Suggestions suggest(MatchRequest request) {
              return real.suggest(request);
            }

            @Override
            public Prepared prepare(MatchRequest request) {
              prepared.add(request);
              return real.prepare(request);
            }
          });
  private final List<MatchRequest> asked = new ArrayList<>();
  private final MappingViewModel model =
      new MappingViewModel(
          new SameThreadTasks(),
          MappingFixture.TEXTS,
          InstantSource.fixed(StudioFixture.NOW),
          new Matcher() {
            @Override
            public List<Suggestions.ObjectPair> pairObjects(MatchRequest request) {
              return List.of();
            }

            @Override
            public Suggestions suggest(MatchRequest request) {
              asked.add(request);
              Suggestions answer = remembering.suggest(request);
              answers.add(answer);
              return answer;
            }
          },
          (m, r) -> LivePreview.Found.NOTHING,
          new MappingFixture.Said());

  private Suggestions last() {
    return answers.get(answers.size() - 1);
  }

  @Test
  void everyDecisionAsksAgainAndOnlyTheFirstCompares() {
    model.open(MappingFixture.context(), MappingFixture.editor());
    assertThat(answers).hasSize(1);
    String target = model.review().waiting().get(0).target();
    model.review().selectTarget(target);
    model.review().accept(0);
    assertThat(answers).as("after accept").hasSize(2);
    assertThat(asked.get(1).history().accepted())
        .extracting(d -> d.targetField())
        .containsExactly(target);

    model.review().selectTarget(model.review().waiting().get(0).target());
    Offers.Offer offer = model.review().waiting().get(0);
    model.review().reject();
    assertThat(answers).as("after reject").hasSize(3);
    assertThat(
            last().forTarget("person").stream()
                .filter(s -> s.targetField().equals(offer.target()))
                .flatMap(s -> s.candidates().stream()))
        .as("a rejected pair is no candidate any more")
        .noneMatch(c -> c.sourceFields().equals(offer.candidate().sourceFields()));

    model.undo();
    model.undo();
    assertThat(answers).as("undo asks as well").hasSize(5);
    assertThat(last()).isEqualTo(answers.get(0));
    assertThat(prepared).as("compared once").hasSize(1);
    assertThat(last()).isEqualTo(new FieldMatcher().suggest(asked.get(asked.size() - 1)));
  }

  @Test
  void whatDoesNotDecideDoesNotAsk() {
    model.open(MappingFixture.context(), MappingFixture.editor());
    String target = model.review().waiting().get(0).target();
    model.review().selectTarget(target);
    model.review().accept(0);
    int before = answers.size();
    model.saved();
    model.setField(
        target, model.mapping().orElseThrow().fields().get(target).withOrigin(null), "origin");
    assertThat(answers).hasSize(before);
  }

  @Test
  void otherRecordsCompareAnew() {
    model.open(MappingFixture.context(), MappingFixture.editor());
    model.setRecords(List.of(Map.of("Email", "ada@example.com")));
    assertThat(prepared).hasSize(2);
  }

  @Test
  void targetsThatTheMappingMarksAsSharedAreTold() {
    model.open(MappingFixture.context(), MappingFixture.editor());
    List<String> targets =
        MappingFixture.context().target().fields().stream().map(f -> f.name()).limit(2).toList();
    model.map(List.of("Email"), targets.get(0));
    model.map(List.of("Email"), targets.get(1));
    assertThat(asked.get(asked.size() - 1).shared()).containsExactly("person." + targets.get(1));
  }
}
