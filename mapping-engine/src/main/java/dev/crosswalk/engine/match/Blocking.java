package dev.crosswalk.engine.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Picks for each target the sources that are worth a closer look, by what they share in an index of
 * words, spellings, formats and values. So the cost grows with what is shared, not with all pairs.
 */
final class Blocking {
  /** With so few sources all of them are looked at. */
  private static final int FEW = 48;

  private static final double NEAR = 0.6;
  private static final double TEXT = 0.5;
  private static final double TRIGRAM = 0.25;

  /** A whole field that means the same counts as much as one of the same name and label. */
  private static final double GROUP = 3;

  private static final double VALUE = 0.5;
  private static final double TYPE = 0.02;

  private final List<FieldProfile> sources;
  private final SoftWords soft;
  private final Postings names = new Postings();
  private final Postings texts = new Postings();
  private final Postings values = new Postings();
  private final Postings trigrams = new Postings();
  private final Postings groups = new Postings();

  Blocking(List<FieldProfile> sources, SoftWords soft) {
    this.sources = sources;
    this.soft = soft;
    if (sources.size() > FEW) {
      for (int s = 0; s < sources.size(); s++) {
        FieldProfile source = sources.get(s);
        names.add(s, source.name());
        names.add(s, source.label());
        names.add(s, source.meaning());
        names.add(s, source.labelMeaning());
        texts.add(s, source.text());
        values.add(s, source.valueWords());
        for (int trigram : source.trigrams()) {
          trigrams.add(s, trigram, 1f / source.trigrams().length);
        }
        for (int group : source.groups()) {
          groups.add(s, group, 1);
        }
      }
    }
  }

  /** For each target at most {@code most} sources, in rising order. */
  int[][] candidates(List<FieldProfile> targets, int most) {
    int[][] out = new int[targets.size()][];
    double[] score = new double[sources.size()];
    for (int t = 0; t < out.length; t++) {
      FieldProfile target = targets.get(t);
      if (sources.size() <= Math.max(FEW, most)) {
        out[t] =
            IntStream.range(0, sources.size())
                .filter(s -> sources.get(s).mayFeed(target))
                .toArray();
      } else {
        Arrays.fill(score, 0);
        gather(target, score);
        out[t] = best(score, most);
      }
    }
    return out;
  }

  private void gather(FieldProfile target, double[] score) {
    for (TextVector words :
        List.of(target.name(), target.label(), target.meaning(), target.labelMeaning())) {
      names.into(score, words, 1);
      for (int i = 0; i < words.ids().length; i++) {
        for (int near : soft.near(words.ids()[i])) {
          names.into(score, near, NEAR * words.weights()[i]);
        }
      }
    }
    texts.into(score, target.text(), TEXT);
    values.into(score, target.valueWords(), VALUE);
    for (int trigram : target.trigrams()) {
      trigrams.into(score, trigram, TRIGRAM);
    }
    for (int group : target.groups()) {
      groups.into(score, group, GROUP);
    }
    for (int s = 0; s < score.length; s++) {
      if (!sources.get(s).mayFeed(target)) {
        score[s] = Double.NEGATIVE_INFINITY;
      } else if (score[s] == 0) {
        score[s] = TYPE * TypeEvidence.fit(sources.get(s).field().type(), target.field().type());
      }
    }
  }

  /** The places of the highest values, rising; equal ones in order. */
  private static int[] best(double[] score, int most) {
    double least = highest(score, most);
    int[] out = new int[most];
    int n = 0;
    for (int s = 0; s < score.length && n < most; s++) {
      if (score[s] > least) {
        out[n++] = s;
      }
    }
    for (int s = 0; s < score.length && n < most; s++) {
      if (score[s] == least && !Double.isInfinite(least)) {
        out[n++] = s;
      }
    }
    int[] found = Arrays.copyOf(out, n);
    Arrays.sort(found);
    return found;
  }

  /** The least of so many of the highest values. */
  private static double highest(double[] score, int most) {
    double[] high = Arrays.copyOf(score, most);
    Arrays.sort(high);
    for (int s = most; s < score.length; s++) {
      double value = score[s];
      if (value > high[0]) {
        int at = 1;
        while (at < most && high[at] < value) {
          high[at - 1] = high[at];
          at++;
        }
        high[at - 1] = value;
      }
    }
    return high[0];
  }

  /** Which sources have a word, and how much it weighs there. */
  private static final class Postings {
    private final Map<Integer, Posting> lists = new HashMap<>();

    void add(int source, TextVector words) {
      for (int i = 0; i < words.ids().length; i++) {
        add(source, words.ids()[i], words.weights()[i]);
      }
    }

    void add(int source, int word, float weight) {
      lists.computeIfAbsent(word, w -> new Posting()).add(source, weight);
    }

    void into(double[] score, TextVector words, double factor) {
      for (int i = 0; i < words.ids().length; i++) {
        into(score, words.ids()[i], factor * words.weights()[i]);
      }
    }

    void into(double[] score, int word, double weight) {
      Posting posting = lists.get(word);
      if (posting != null) {
        for (int i = 0; i < posting.size; i++) {
          score[posting.sources[i]] += weight * posting.weights[i];
        }
      }
    }
  }

  private static final class Posting {
    private int[] sources = new int[4];
    private float[] weights = new float[4];
    private int size;

    void add(int source, float weight) {
      if (size == sources.length) {
        sources = Arrays.copyOf(sources, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
      }
      sources[size] = source;
      weights[size++] = weight;
    }
  }
}
