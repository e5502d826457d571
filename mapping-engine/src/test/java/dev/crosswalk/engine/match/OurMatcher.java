package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The engine, with weights that may differ by set where a family was left out of training. */
final class OurMatcher implements GoldMatcher {
  private static final int LOOKED_AT = 40;

  private final Function<GoldSet, FieldMatcher> matchers;

  OurMatcher(Function<GoldSet, FieldMatcher> matchers) {
    this.matchers = matchers;
  }

  @Override
  public String shown() {
    return "Crosswalk";
  }

  Suggestions suggest(GoldSet set) {
    return matchers
        .apply(set)
        .suggest(
            new MatchRequest(
                set.source(), set.target(), set.pairs(), Map.of(), History.NONE, LOOKED_AT));
  }

  @Override
  public List<Scored> score(GoldSet set) {
    return scored(suggest(set));
  }

  static List<Scored> scored(Suggestions suggestions) {
    List<Scored> out = new ArrayList<>();
    for (TargetSuggestion target : suggestions.targets()) {
      target
          .candidates()
          .forEach(c -> out.add(new Scored(target.target(), c.sources(), c.score())));
    }
    return out;
  }
}
