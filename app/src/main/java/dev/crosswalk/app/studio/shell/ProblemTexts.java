package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says problems, and what else comes in sentences from the engine and the connectors, in the
 * window's language, by lists of sentences: the English one, as they say it, and what stands for
 * it. The form of the lists is told at the beginning of {@code assets/studio/problems_de.txt}.
 */
public final class ProblemTexts {
  private static final String ALL = "*";
  private static final String KEPT_CODES = "english codes";
  private static final String KEPT_SENTENCES = "english sentences";
  static final String CHANGE = "change";
  static final String NOTE = "model-silent";
  static final String SECRETS = "secrets";
  static final String STEP = "step";
  static final String RECORD = "record";
  static final String FORM = "form";
  static final String FIELD = "field";
  static final String KEY = "key";

  /** What all problems may hold, such as what a request was for. */
  static final String ACT = ALL;

  private static final List<String> LISTS = List.of("problems", "steps", "forms", "keys");

  /** Longer than any problem that a person reads; what is longer stays as it is. */
  private static final int LONGEST = 4000;

  private final Map<String, List<Line>> sections;
  private final Set<String> kept;

  /** An English sentence and the other language's. */
  record Line(SentencePattern english, SentencePattern other) {}

  private ProblemTexts(Map<String, List<Line>> sections, Set<String> kept) {
    this.sections = sections;
    this.kept = kept;
  }

  /** Where there is no list for the language, every problem stays as it is. */
  static ProblemTexts load(Locale locale) {
    ProblemTexts texts = new ProblemTexts(new LinkedHashMap<>(), new LinkedHashSet<>());
    for (String list : LISTS) {
      String name = "/dev/crosswalk/assets/studio/" + list + "_" + locale.getLanguage() + ".txt";
      try (InputStream in = ProblemTexts.class.getResourceAsStream(name)) {
        if (in != null) {
          texts.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private void read(String text) {
    List<String> codes = List.of();
    String section = "";
    String english = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
        codes = List.of(section.split(" ", -1));
      } else if (section.equals(KEPT_CODES)) {
        kept.addAll(List.of(line.split(" ", -1)));
      } else if (section.equals(KEPT_SENTENCES)) {
        kept.add(line);
      } else if (line.startsWith("= ")) {
        Line pair = new Line(new SentencePattern(english), new SentencePattern(line.substring(2)));
        codes.forEach(code -> sections.computeIfAbsent(code, c -> new ArrayList<>()).add(pair));
      } else {
        english = line;
      }
    }
  }

  /** The same problem in the window's language, or as it is where any part has no sentence. */
  public Problem of(Problem problem) {
    if (sections.isEmpty()) {
      return problem;
    }
    List<Line> lines = lines(problem.code());
    Optional<String> what = say(problem.what(), lines);
    Optional<String> next = problem.next().isEmpty() ? Optional.of("") : say(problem.next(), lines);
    return what.isEmpty() || next.isEmpty()
        ? problem
        : new Problem(problem.severity(), problem.code(), problem.place(), what.get(), next.get());
  }

  /** A sentence of a section, or the same where it has none in the window's language. */
  String sentence(String section, String sentence) {
    return said(section, sentence).orElse(sentence);
  }

  /** A sentence of a section; empty where it has none in the window's language. */
  Optional<String> said(String section, String sentence) {
    return say(sentence, sections.getOrDefault(section, List.of()));
  }

  /** The codes that have sentences of their own; for the test that none is forgotten. */
  Set<String> codes() {
    return sections.keySet();
  }

  /** The codes, and the sentences of other codes, that are English on purpose. */
  Set<String> kept() {
    return kept;
  }

  /** All sentences, with their parts in braces; for the test that they are still said. */
  List<Line> lines() {
    return sections.values().stream().flatMap(List::stream).toList();
  }

  private List<Line> lines(String code) {
    return Stream.concat(
            sections.getOrDefault(ALL, List.of()).stream(),
            sections.getOrDefault(code, List.of()).stream())
        .toList();
  }

  private static Optional<String> say(String sentence, List<Line> lines) {
    if (sentence.isEmpty() || sentence.length() > LONGEST) {
      return Optional.empty();
    }
    for (Line line : lines) {
      Optional<Map<String, String>> parts =
          line.english().match(sentence, part -> say(part, lines));
      if (parts.isPresent()) {
        return Optional.of(line.other().fill(parts.get()));
      }
    }
    return Optional.empty();
  }
}
