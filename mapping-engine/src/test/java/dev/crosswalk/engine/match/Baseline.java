package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plain matchers written from their descriptions, to measure ours against in the same run. */
enum Baseline {
  TOKEN_JACCARD("token Jaccard") {
    @Override
    List<Double> scores(Corpus corpus, List<Field> sources, Field target) {
      Set<String> b = new HashSet<>(Words.split(target.name()));
      return sources.stream().map(s -> jaccard(new HashSet<>(Words.split(s.name())), b)).toList();
    }
  },
  TF_IDF("TF-IDF") {
    @Override
    List<Double> scores(Corpus corpus, List<Field> sources, Field target) {
      TextVector b = corpus.vector(words(target));
      return sources.stream().map(s -> corpus.vector(words(s)).cosine(b)).toList();
    }
  };

  private final String shown;

  Baseline(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }

  abstract List<Double> scores(Corpus corpus, List<Field> sources, Field target);

  static Corpus corpus(Schema... schemas) {
    Corpus corpus = new Corpus();
    for (Schema schema : schemas) {
      schema.objects().forEach(o -> o.fields().forEach(f -> corpus.add(words(f))));
    }
    return corpus;
  }

  private static List<String> words(Field field) {
    List<String> out = new ArrayList<>(Words.split(field.name()));
    out.addAll(Words.split(field.label() == null ? "" : field.label()));
    out.addAll(Words.split(field.description() == null ? "" : field.description()));
    return out;
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    long both = a.stream().filter(b::contains).count();
    return a.isEmpty() && b.isEmpty() ? 0 : (double) both / (a.size() + b.size() - both);
  }
}
