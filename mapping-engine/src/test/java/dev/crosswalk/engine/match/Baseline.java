package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/** Plain matchers written from their descriptions, to measure ours against in the same run. */
enum Baseline implements GoldMatcher {
  EXACT("exact name") {
    @Override
    ToDoubleBiFunction<Field, Field> likeness(GoldSet set) {
      return (s, t) -> letters(s).equals(letters(t)) ? 1 : 0;
    }
  },
  LEVENSHTEIN("Levenshtein") {
    @Override
    ToDoubleBiFunction<Field, Field> likeness(GoldSet set) {
      return (s, t) -> {
        String a = letters(s);
        String b = letters(t);
        return 1 - (double) Spelling.edits(a, b) / Math.max(1, Math.max(a.length(), b.length()));
      };
    }
  },
  JARO_WINKLER("Jaro-Winkler") {
    @Override
    ToDoubleBiFunction<Field, Field> likeness(GoldSet set) {
      return (s, t) -> JaroWinkler.likeness(letters(s), letters(t));
    }
  },
  TOKEN_JACCARD("token Jaccard") {
    @Override
    ToDoubleBiFunction<Field, Field> likeness(GoldSet set) {
      Map<Field, Set<String>> words = new HashMap<>();
      return (s, t) ->
          jaccard(
              words.computeIfAbsent(s, f -> new HashSet<>(nameAndLabel(f))),
              words.computeIfAbsent(t, f -> new HashSet<>(nameAndLabel(f))));
    }
  },
  /** Words, and runs of two to four letters, of name, label and description. */
  TF_IDF("TF-IDF") {
    @Override
    ToDoubleBiFunction<Field, Field> likeness(GoldSet set) {
      Corpus corpus = new Corpus();
      Map<Field, List<String>> texts = new HashMap<>();
      for (Schema schema : List.of(set.source(), set.target())) {
        for (SchemaObject object : schema.objects()) {
          for (Field field : object.fields()) {
            List<String> text = text(field);
            texts.put(field, text);
            corpus.add(text);
          }
        }
      }
      Map<Field, TextVector> vectors = new HashMap<>();
      texts.forEach((field, text) -> vectors.put(field, corpus.vector(text)));
      return (s, t) -> vectors.get(s).cosine(vectors.get(t));
    }
  };

  private final String shown;

  Baseline(String shown) {
    this.shown = shown;
  }

  abstract ToDoubleBiFunction<Field, Field> likeness(GoldSet set);

  @Override
  public List<Scored> score(GoldSet set) {
    ToDoubleBiFunction<Field, Field> likeness = likeness(set);
    List<Scored> out = new ArrayList<>();
    for (MatchRequest.Pair pair : set.pairs()) {
      SchemaObject from = set.source().object(pair.source()).orElseThrow();
      SchemaObject to = set.target().object(pair.target()).orElseThrow();
      for (Field target : to.fields()) {
        for (Field source : from.fields()) {
          // Sums in another order differ in the last digits: these are ties.
          double score = Math.round(likeness.applyAsDouble(source, target) * 1e6) / 1e6;
          out.add(
              new Scored(
                  to.name() + "." + target.name(),
                  List.of(from.name() + "." + source.name()),
                  score));
        }
      }
    }
    return out;
  }

  private static String letters(Field field) {
    return field.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static List<String> nameAndLabel(Field field) {
    List<String> out = new ArrayList<>(Words.split(field.name()));
    out.addAll(Words.split(field.label() == null ? "" : field.label()));
    return out;
  }

  private static List<String> text(Field field) {
    List<String> words = nameAndLabel(field);
    words.addAll(Words.split(field.description() == null ? "" : field.description()));
    List<String> out = new ArrayList<>(words);
    String joined = " " + String.join(" ", words) + " ";
    for (int n = 2; n <= 4; n++) {
      for (int i = 0; i + n <= joined.length(); i++) {
        out.add("~" + joined.substring(i, i + n));
      }
    }
    return out;
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    long both = a.stream().filter(b::contains).count();
    return a.isEmpty() && b.isEmpty() ? 0 : (double) both / (a.size() + b.size() - both);
  }

  @Override
  public String shown() {
    return shown;
  }
}
