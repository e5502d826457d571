package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Protects: the index leaves out no pair of objects that looking at all of them would show. */
class ObjectIndexTest {
  private static final double SHARE = 0.18;
  private static final double LEAST = 3;
  private static final int PHRASES = 40;

  @Property(tries = 200)
  void findsEveryPairThatSharesEnough(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int objects) {
    Random random = new Random(seed);
    List<ObjectSketch> sources = new ArrayList<>();
    for (int i = 0; i < objects; i++) {
      sources.add(sketch("s" + i, random));
    }
    ObjectSketch target = sketch("t", random);
    double[] rarity = new double[PHRASES];
    Arrays.setAll(rarity, p -> 0.1 + 3.0 * p / PHRASES);
    List<Integer> found =
        Arrays.stream(new ObjectIndex(sources, rarity, SHARE, LEAST).like(target)).boxed().toList();
    for (int s = 0; s < objects; s++) {
      double shared = weight(rarity, common(sources.get(s), target));
      double smaller =
          Math.min(weight(rarity, sources.get(s).phrases()), weight(rarity, target.phrases()));
      if (shared > 0 && shared >= SHARE * (smaller + LEAST)) {
        assertThat(found).contains(s);
      }
    }
  }

  /** Common phrases are common: the lower the number, the more objects have it. */
  private static ObjectSketch sketch(String name, Random random) {
    Set<Integer> phrases = new TreeSet<>();
    int n = 1 + random.nextInt(15);
    for (int i = 0; i < n; i++) {
      phrases.add((int) (PHRASES * Math.pow(random.nextDouble(), 2)));
    }
    ObjectSketch.Name only = new ObjectSketch.Name(List.of(name), name, Set.of());
    return new ObjectSketch(
        name, name, List.of(only), 0, phrases.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int[] common(ObjectSketch a, ObjectSketch b) {
    return Arrays.stream(a.phrases())
        .filter(p -> Arrays.stream(b.phrases()).anyMatch(q -> q == p))
        .toArray();
  }

  private static double weight(double[] rarity, int[] phrases) {
    return Arrays.stream(phrases).mapToDouble(p -> rarity[p]).sum();
  }
}
