package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.History.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** What decisions that are fed back do to the answers that are still open. */
final class GoldHistory {
  private static final int LOOKED_AT = 40;
  private static final int ACCEPTED = 10;
  private static final int DRAWS = 5;

  private final Function<GoldSet, FieldMatcher> matchers;

  GoldHistory(Function<GoldSet, FieldMatcher> matchers) {
    this.matchers = matchers;
  }

  /**
   * One set.
   *
   * @param before mean reciprocal rank of the targets not yet decided, before
   * @param after the same after ten accepted pairs
   * @param second Hit@1 of a second customer after all decisions of a first one
   */
  record Row(String set, double before, double after, double second) {}

  Row row(GoldSet set) {
    MatchRequest request =
        new MatchRequest(
            set.source(), set.target(), set.pairs(), Map.of(), History.NONE, LOOKED_AT);
    Matching matching = matchers.apply(set).prepare(request);
    Map<String, List<GoldMatcher.Scored>> plain = byTarget(matching.suggest(History.NONE));
    List<String> targets = new ArrayList<>(set.gold().keySet());
    Collections.sort(targets);
    double before = 0;
    double after = 0;
    int accepted = Math.min(ACCEPTED, targets.size() / 2);
    for (int draw = 0; draw < DRAWS; draw++) {
      Collections.shuffle(targets, new Random(draw));
      List<Decision> decisions = new ArrayList<>();
      targets.subList(0, accepted).forEach(t -> decisions.add(decision(set, t)));
      Map<String, List<GoldMatcher.Scored>> told =
          byTarget(matching.suggest(new History(decisions, List.of())));
      List<String> rest = targets.subList(accepted, targets.size());
      before += mrr(set, plain, rest)[0] / DRAWS;
      after += mrr(set, told, rest)[0] / DRAWS;
    }
    List<Decision> all = targets.stream().map(t -> decision(set, t)).toList();
    Map<String, List<GoldMatcher.Scored>> second =
        byTarget(matching.suggest(new History(all, List.of())));
    return new Row(set.name(), before, after, mrr(set, second, targets)[1]);
  }

  private static Decision decision(GoldSet set, String target) {
    String source = Collections.min(set.gold().getOrDefault(target, Set.of()));
    int s = source.indexOf('.');
    int t = target.indexOf('.');
    return new Decision(
        "first",
        set.source().system(),
        source.substring(0, s),
        List.of(source.substring(s + 1)),
        set.target().system(),
        target.substring(0, t),
        target.substring(t + 1));
  }

  private static Map<String, List<GoldMatcher.Scored>> byTarget(Suggestions suggestions) {
    Map<String, List<GoldMatcher.Scored>> out = new HashMap<>();
    OurMatcher.scored(suggestions)
        .forEach(s -> out.computeIfAbsent(s.target(), t -> new ArrayList<>()).add(s));
    return out;
  }

  private static double[] mrr(
      GoldSet set, Map<String, List<GoldMatcher.Scored>> found, List<String> targets) {
    GoldFigures.Places places = new GoldFigures.Places();
    for (String target : targets) {
      Set<String> right = set.gold().getOrDefault(target, Set.of());
      List<GoldMatcher.Scored> list = found.getOrDefault(target, List.of());
      Set<Integer> good = new HashSet<>();
      for (int i = 0; i < list.size(); i++) {
        if (right.containsAll(list.get(i).sources())) {
          good.add(i);
        }
      }
      places.add(list.stream().map(GoldMatcher.Scored::score).toList(), good);
    }
    return new double[] {places.mrr(), places.hit1()};
  }

  String table(List<GoldSet> sets) {
    StringBuilder out =
        new StringBuilder(
            "| set | MRR of the rest before | after ten accepted | gain | Hit@1 of a second"
                + " customer |\n|---|---|---|---|---|\n");
    double gain = 0;
    double worst = 1;
    double second = 0;
    for (GoldSet set : sets) {
      Row row = row(set);
      gain += (row.after - row.before) / sets.size();
      worst = Math.min(worst, row.after - row.before);
      second += row.second / sets.size();
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %+.3f | %.3f |%n",
              row.set,
              row.before,
              row.after,
              row.after - row.before,
              row.second));
    }
    return out
        + String.format(
            Locale.ROOT,
            "%nMean gain %+.3f, worst %+.3f; Hit@1 of a second customer %.3f.%n",
            gain,
            worst,
            second);
  }
}
