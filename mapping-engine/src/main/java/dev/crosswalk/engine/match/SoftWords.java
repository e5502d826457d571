package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Words that are not the same but cut or spelled alike: "lymph" and "lymphatic", "qty" and
 * "quantity", "organisation" and "organization". Worked out once for all words of a request.
 */
final class SoftWords {
  /** Words shorter than this begin alike by chance. */
  private static final int BEGINNING = 4;

  private static final int SHORT = 5;
  private static final double LEAST = 0.8;
  private static final double ABBREVIATION = 0.7;
  private static final int[] NONE = {};
  private static final float[] NO_LIKENESS = {};

  private final int[][] near;
  private final float[][] likeness;

  SoftWords(Corpus corpus) {
    List<String> words = corpus.words();
    Map<Integer, List<int[]>> found = new HashMap<>();
    Map<Integer, List<Float>> how = new HashMap<>();
    List<Integer> order =
        IntStream.range(0, words.size())
            .boxed()
            .filter(i -> words.get(i).length() >= 2 && Character.isLetter(words.get(i).charAt(0)))
            .sorted(Comparator.comparing(words::get))
            .toList();
    Map<Character, List<Integer>> skeletons = new HashMap<>();
    for (int k = 0; k < order.size(); k++) {
      String a = words.get(order.get(k));
      if (a.length() <= SHORT && isSkeleton(a)) {
        skeletons.computeIfAbsent(a.charAt(0), c -> new ArrayList<>()).add(order.get(k));
      }
      for (int j = k + 1; j < order.size(); j++) {
        String b = words.get(order.get(j));
        if (b.length() < 3 || a.length() < 3 || !b.startsWith(a.substring(0, 3))) {
          break;
        }
        keep(found, how, order.get(k), order.get(j), alike(a, b));
      }
    }
    for (int id : order) {
      String word = words.get(id);
      if (word.length() > SHORT) {
        for (int abbreviation : skeletons.getOrDefault(word.charAt(0), List.of())) {
          if (isWithin(words.get(abbreviation), word)) {
            keep(found, how, abbreviation, id, ABBREVIATION);
          }
        }
      }
    }
    near = new int[words.size()][];
    likeness = new float[words.size()][];
    for (int i = 0; i < near.length; i++) {
      List<int[]> ids = found.getOrDefault(i, List.of());
      near[i] = ids.isEmpty() ? NONE : ids.stream().mapToInt(x -> x[0]).toArray();
      likeness[i] = ids.isEmpty() ? NO_LIKENESS : new float[near[i].length];
      for (int k = 0; k < near[i].length; k++) {
        likeness[i][k] = how.getOrDefault(i, List.of()).get(k);
      }
    }
  }

  private static void keep(
      Map<Integer, List<int[]>> found,
      Map<Integer, List<Float>> how,
      int a,
      int b,
      double likeness) {
    if (likeness >= ABBREVIATION) {
      found.computeIfAbsent(a, x -> new ArrayList<>()).add(new int[] {b});
      found.computeIfAbsent(b, x -> new ArrayList<>()).add(new int[] {a});
      how.computeIfAbsent(a, x -> new ArrayList<>()).add((float) likeness);
      how.computeIfAbsent(b, x -> new ArrayList<>()).add((float) likeness);
    }
  }

  /** The numbers of the words like this one. */
  int[] near(int word) {
    return word < near.length ? near[word] : NONE;
  }

  /** Likeness from 0 to 1 of two texts, where words that are only alike count too. */
  double cosine(TextVector a, TextVector b) {
    int[] x = a.ids();
    int[] y = b.ids();
    double sum = 0;
    int j = 0;
    for (int i = 0; i < x.length; i++) {
      while (j < y.length && y[j] < x[i]) {
        j++;
      }
      if (j < y.length && y[j] == x[i]) {
        sum += (double) a.weights()[i] * b.weights()[j];
      } else if (x[i] < near.length && near[x[i]].length > 0) {
        sum += a.weights()[i] * nearest(x[i], b);
      }
    }
    return Math.min(1, sum);
  }

  private double nearest(int word, TextVector b) {
    double best = 0;
    for (int k = 0; k < near[word].length; k++) {
      for (int j = 0; j < b.ids().length; j++) {
        if (b.ids()[j] == near[word][k]) {
          best = Math.max(best, (double) likeness[word][k] * b.weights()[j]);
        }
      }
    }
    return best;
  }

  /** How alike two words are that begin with the same three letters; 0 where not alike enough. */
  static double alike(String a, String b) {
    String small = a.length() <= b.length() ? a : b;
    String large = small.equals(a) ? b : a;
    if (small.length() >= BEGINNING && large.startsWith(small)) {
      return 0.7 + 0.3 * small.length() / large.length();
    }
    if (small.length() < BEGINNING + 1) {
      return 0;
    }
    double same = 1 - (double) Spelling.edits(a, b) / large.length();
    return same >= LEAST ? same : 0;
  }

  private static boolean isSkeleton(String word) {
    return word.chars().noneMatch(c -> "aeiou".indexOf(c) >= 0 || !Character.isLetter(c));
  }

  /** Whether the letters of the one stand in the other in this order. */
  static boolean isWithin(String abbreviation, String word) {
    int at = 0;
    for (int i = 0; i < word.length() && at < abbreviation.length(); i++) {
      if (word.charAt(i) == abbreviation.charAt(at)) {
        at++;
      }
    }
    return at == abbreviation.length();
  }
}
