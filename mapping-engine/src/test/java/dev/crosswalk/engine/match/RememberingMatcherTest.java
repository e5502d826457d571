package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.History.Decision;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protects: fields are compared once for a session, and the answers are those of a fresh start. */
class RememberingMatcherTest {
  private final Schema source = BigSchemas.organisation("crm", 1, 60, 1);
  private final Schema target = BigSchemas.organisation("model", 1, 60, 2);
  private int prepared;
  private final RememberingMatcher matcher =
      new RememberingMatcher(
          new Matcher() {
            private final FieldMatcher real = new FieldMatcher();

            @Override
            public List<ObjectPair> pairObjects(MatchRequest request) {
              return real.pairObjects(request);
            }

            @Override
            public Suggestions suggest(MatchRequest request) {
              throw new AssertionError("asked without preparing");
            }

            @Override
            public Prepared prepare(MatchRequest request) {
              prepared++;
              return real.prepare(request);
            }
          });

  private static Decision decision(TargetSuggestion target, Candidate candidate) {
    return new Decision(
        "acme",
        "crm",
        candidate.sourceObject(),
        candidate.sourceFields(),
        "model",
        target.targetObject(),
        target.targetField());
  }

  @Test
  void preparesOnceAndAnswersLikeAFreshMatcherAfterEachDecision() {
    List<Decision> accepted = new ArrayList<>();
    List<Decision> rejected = new ArrayList<>();
    MatchRequest request = MatchRequest.of(source, target);
    Set<String> shared = Set.of();
    for (int round = 0; round < 6; round++) {
      MatchRequest now = request.with(new History(accepted, rejected), shared);
      Suggestions answer = matcher.suggest(now);
      assertThat(answer).as("round %s", round).isEqualTo(new FieldMatcher().suggest(now));
      TargetSuggestion next = answer.targets().get(round * 7);
      (round % 2 == 0 ? accepted : rejected).add(decision(next, next.candidates().get(1)));
      shared = Set.of(next.target());
    }
    assertThat(prepared).isEqualTo(1);
  }

  @Test
  void preparesAnewForOtherSchemasPairsRecordsOrWords() {
    MatchRequest request = MatchRequest.of(source, target);
    matcher.suggest(request);
    matcher.suggest(MatchRequest.of(BigSchemas.organisation("crm", 1, 60, 1), target));
    assertThat(prepared).as("an equal schema").isEqualTo(1);
    matcher.suggest(MatchRequest.of(BigSchemas.organisation("crm", 1, 60, 3), target));
    assertThat(prepared).as("another schema").isEqualTo(2);
    String object = source.objects().get(0).name();
    matcher.suggest(
        new MatchRequest(
            source, target, List.of(), Map.of(object, List.of(Map.of("x", 1))), History.NONE, 5));
    assertThat(prepared).as("records").isEqualTo(3);
    MatchRequest words =
        new MatchRequest(
            source,
            target,
            List.of(),
            Map.of(),
            History.NONE,
            5,
            Set.of(),
            "[fields]\ntier = grade\n");
    matcher.suggest(words);
    assertThat(prepared).as("words").isEqualTo(4);
    matcher.suggest(words);
    matcher.suggest(request);
    assertThat(prepared).as("still kept").isEqualTo(4);
  }

  @Test
  void keepsOnlyAFew() {
    for (int seed = 1; seed <= 6; seed++) {
      matcher.suggest(MatchRequest.of(BigSchemas.organisation("crm", 1, 10, seed), target));
    }
    matcher.suggest(MatchRequest.of(BigSchemas.organisation("crm", 1, 10, 1), target));
    assertThat(prepared).isEqualTo(7);
  }
}
