package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of one target object, the source fields that may feed them, and which pairs are worth
 * a closer look.
 *
 * @param sources in the order in which ties are broken
 * @param candidates for each target the numbers of its sources, rising
 * @param features for each target and candidate what {@link Features} says of the pair
 * @param prices log-odds that each source loses, as its object fits the target's less well
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are for speed
record Block(
    List<FieldProfile> sources,
    List<FieldProfile> targets,
    int[][] candidates,
    float[][][] features,
    double[] prices) {

  static Block of(
      List<FieldProfile> sources, List<FieldProfile> targets, Features features, int most) {
    return of(sources, targets, features, most, new double[sources.size()]);
  }

  static Block of(
      List<FieldProfile> sources,
      List<FieldProfile> targets,
      Features features,
      int most,
      double[] prices) {
    int[][] candidates = new Blocking(sources, features.soft()).candidates(targets, most);
    float[][][] found = new float[targets.size()][][];
    for (int t = 0; t < found.length; t++) {
      List<FieldProfile> some = new ArrayList<>(candidates[t].length);
      for (int s : candidates[t]) {
        some.add(sources.get(s));
      }
      found[t] = features.row(some, targets.get(t));
    }
    return new Block(sources, targets, candidates, found, prices);
  }

  /** An empty table with a place for each target and candidate. */
  double[][] table() {
    double[][] table = new double[candidates.length][];
    for (int t = 0; t < table.length; t++) {
      table[t] = new double[candidates[t].length];
    }
    return table;
  }

  /** The same with one more candidate, unless it is one already. */
  Block with(int source, int target, Features of) {
    int place = Arrays.binarySearch(candidates[target], source);
    if (place >= 0) {
      return this;
    }
    int at = -place - 1;
    int[][] more = candidates.clone();
    float[][][] found = features.clone();
    int n = candidates[target].length;
    more[target] = new int[n + 1];
    found[target] = new float[n + 1][];
    for (int k = 0; k <= n; k++) {
      boolean here = k == at;
      int from = k > at ? k - 1 : k;
      more[target][k] = here ? source : candidates[target][from];
      found[target][k] =
          here ? of.of(sources.get(source), targets.get(target)) : features[target][from].clone();
    }
    of.addShares(found[target]);
    return new Block(sources, targets, more, found, prices);
  }
}
