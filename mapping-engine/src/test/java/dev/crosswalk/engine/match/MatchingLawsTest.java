package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.History.Decision;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** Protects what holds for every pair of schemas, whatever the weights are. */
class MatchingLawsTest {
  private final FieldMatcher matcher = new FieldMatcher();

  @Property(tries = 15)
  void theAnswerDoesNotDependOnTheOrderOfFieldsAndObjects(@ForAll @IntRange(max = 999) int seed) {
    MatchRequest request = request(seed);
    Random random = new Random(seed);
    MatchRequest mixed =
        MatchRequest.of(shuffled(request.source(), random), shuffled(request.target(), random));
    assertThat(byTarget(matcher.suggest(mixed))).isEqualTo(byTarget(matcher.suggest(request)));
  }

  /** Also where more was decided than is learned from. */
  @Property(tries = 5)
  void whatDecisionsTeachDoesNotDependOnTheOrderOfFields(@ForAll @IntRange(max = 999) int seed) {
    Schema crm = BigSchemas.organisation("crm", 2, 60, seed);
    Schema model = BigSchemas.organisation("model", 2, 60, seed + 1000L);
    List<Decision> some = decisions(matcher.suggest(MatchRequest.of(crm, model)), 80);
    assertThat(some).hasSizeGreaterThan(40);
    History decided = new History(some, List.of());
    Random random = new Random(seed);
    MatchRequest mixed = MatchRequest.of(shuffled(crm, random), shuffled(model, random));
    assertThat(byTarget(matcher.prepare(mixed).suggest(decided)))
        .isEqualTo(byTarget(matcher.prepare(MatchRequest.of(crm, model)).suggest(decided)));
  }

  @Property(tries = 15)
  void askedAgainItIsTheSame(@ForAll @IntRange(max = 999) int seed) {
    MatchRequest request = request(seed);
    Matching matching = matcher.prepare(request);
    Suggestions first = matching.suggest(History.NONE);
    matching.suggest(new History(decisions(first, 3), List.of()));
    assertThat(matching.suggest(History.NONE)).isEqualTo(first);
    assertThat(matcher.suggest(request)).isEqualTo(first);
  }

  @Property(tries = 15)
  void noSourceIsChosenTwice(@ForAll @IntRange(max = 999) int seed) {
    Suggestions found = matcher.suggest(request(seed));
    Set<String> used = new HashSet<>();
    found
        .targets()
        .forEach(t -> t.choice().ifPresent(c -> assertThat(used.addAll(c.sources())).isTrue()));
  }

  @Property(tries = 15)
  void whatWasRejectedIsNeverReturned(@ForAll @IntRange(max = 999) int seed) {
    MatchRequest request = request(seed);
    Matching matching = matcher.prepare(request);
    List<Decision> rejected = decisions(matching.suggest(History.NONE), 50);
    Suggestions after = matching.suggest(new History(List.of(), rejected));
    for (Decision d : rejected) {
      assertThat(target(after, d).candidates())
          .noneMatch(c -> c.sourceFields().equals(d.sourceFields()));
    }
  }

  @Property(tries = 15)
  void morePeopleWhoAcceptedNeverLowerAScore(@ForAll @IntRange(max = 999) int seed) {
    MatchRequest request = request(seed);
    Matching matching = matcher.prepare(request);
    TargetSuggestion any = matching.suggest(History.NONE).targets().get(seed % 10);
    Candidate last = any.candidates().get(any.candidates().size() - 1);
    List<Decision> accepted = new ArrayList<>();
    double before = 0;
    for (String customer : List.of("a", "b", "c")) {
      accepted.add(decision(customer, any, last));
      double now =
          target(matching.suggest(new History(accepted, List.of())), accepted.get(0))
              .candidates()
              .stream()
              .filter(c -> c.sources().equals(last.sources()))
              .mapToDouble(Candidate::score)
              .findFirst()
              .orElse(0);
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
    assertThat(before).isGreaterThan(last.score());
  }

  @Property(tries = 10)
  void evidenceThatComparesAlikeThingsIsSymmetric(@ForAll @IntRange(max = 999) int seed) {
    MatchRequest request = request(seed);
    Profiler profiler =
        new Profiler(Thesaurus.standard(), List.of(request.source(), request.target()));
    SchemaObject from = request.source().objects().get(0);
    SchemaObject to = request.target().objects().get(0);
    profiler.add("s", from, List.of());
    profiler.add("t", to, List.of());
    List<FieldProfile> sources = profiler.profiles("s", from.name());
    List<FieldProfile> targets = profiler.profiles("t", to.name());
    for (Evidence evidence :
        new Features(Thesaurus.standard(), new SoftWords(profiler.names())).evidence()) {
      if (Set.of("type", "samples", "values").contains(evidence.name())) {
        continue; // a value can become the other's, and not the other way round
      }
      for (int i = 0; i < 10; i++) {
        double there = evidence.strength(sources.get(i), targets.get(i));
        double back = evidence.strength(targets.get(i), sources.get(i));
        assertThat(there).as(evidence.name()).isCloseTo(back, within());
        assertThat(Double.isNaN(there) || (there >= 0 && there <= 1)).isTrue();
      }
    }
  }

  /** What saves work for a whole row must not change what is said of a pair. */
  @Property(tries = 5)
  void evidenceSaysOfManyWhatItSaysOfEach(@ForAll @IntRange(max = 999) int seed) {
    MatchRequest request = request(seed);
    Profiler profiler =
        new Profiler(Thesaurus.standard(), List.of(request.source(), request.target()));
    SchemaObject from = request.source().objects().get(0);
    SchemaObject to = request.target().objects().get(0);
    profiler.add("s", from, List.of());
    profiler.add("t", to, List.of());
    List<FieldProfile> sources = profiler.profiles("s", from.name());
    for (FieldProfile target : profiler.profiles("t", to.name())) {
      for (Evidence evidence :
          new Features(Thesaurus.standard(), new SoftWords(profiler.names())).evidence()) {
        assertThat(evidence.strengths(sources, target))
            .as(evidence.name())
            .containsExactly(
                sources.stream().mapToDouble(s -> evidence.strength(s, target)).toArray());
      }
    }
  }

  @Property
  void aCalibrationNeverFallsAndStaysAProbability(
      @ForAll @DoubleRange(min = -60, max = 60) double a,
      @ForAll @DoubleRange(min = -60, max = 60) double b) {
    TreeMap<Double, Double> points = new TreeMap<>(Map.of(-3.0, 0.2, 0.5, 0.6, 4.0, 0.95));
    Calibration calibration = new Calibration(points);
    double low = calibration.probability(Math.min(a, b));
    double high = calibration.probability(Math.max(a, b));
    assertThat(low).isBetween(0.0, 1.0).isLessThanOrEqualTo(high);
    assertThat(high).isLessThanOrEqualTo(1);
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-6);
  }

  private static MatchRequest request(int seed) {
    return MatchRequest.of(
        BigSchemas.organisation("crm", 2, 60, seed),
        BigSchemas.organisation("model", 2, 20, seed + 1000L));
  }

  private static Schema shuffled(Schema schema, Random random) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      List<Field> fields = new ArrayList<>(object.fields());
      Collections.shuffle(fields, random);
      objects.add(object.withFields(fields));
    }
    Collections.shuffle(objects, random);
    return Schema.of(schema.system(), objects);
  }

  /** Scores to nine digits: sums in another order differ in the last ones. */
  private static Map<String, List<String>> byTarget(Suggestions suggestions) {
    Map<String, List<String>> out = new HashMap<>();
    for (TargetSuggestion t : suggestions.targets()) {
      List<String> lines = new ArrayList<>();
      t.candidates()
          .forEach(c -> lines.add(c.sources() + " " + Math.round(c.score() * 1e4) + " " + c.why()));
      lines.add("chosen " + t.choice().map(Candidate::sources).orElse(List.of()));
      out.put(t.target(), lines);
    }
    return out;
  }

  private static List<Decision> decisions(Suggestions found, int most) {
    List<Decision> out = new ArrayList<>();
    for (TargetSuggestion t : found.targets()) {
      if (out.size() < most && !t.candidates().isEmpty()) {
        out.add(decision("a", t, t.candidates().get(0)));
      }
    }
    return out;
  }

  private static Decision decision(String customer, TargetSuggestion t, Candidate c) {
    return new Decision(
        customer,
        "crm",
        c.sourceObject(),
        c.sourceFields(),
        "model",
        t.targetObject(),
        t.targetField());
  }

  private static TargetSuggestion target(Suggestions found, Decision d) {
    return found.targets().stream()
        .filter(t ->
            t.targetObject().equals(d.targetObject()) && t.targetField().equals(d.targetField()))
        .findFirst()
        .orElseThrow();
  }
}
