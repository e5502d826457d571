package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.match.Why;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.transform.Outcome.Message;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The studio's texts by key, from the bundle {@code dev/crosswalk/assets/studio/texts}: English,
 * and German where the system or the person says so. A missing key is a mistake of ours and throws.
 */
public final class Texts {
  /** The languages there are, as their bundles are named. */
  public static final List<String> LANGUAGES = List.of("en", "de");

  private static final String BUNDLE = "dev.crosswalk.assets.studio.texts";

  /** Not the machine's language where the one asked for is not there, but English. */
  private static final ResourceBundle.Control ENGLISH_ELSE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Locale locale;
  private final ProblemTexts problems;
  private final ReasonTexts reasons;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
    this.problems = ProblemTexts.load(bundle.getLocale());
    this.reasons = ReasonTexts.load(bundle.getLocale());
  }

  public static Texts load(Locale locale) {
    return new Texts(ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_ELSE), locale);
  }

  /**
   * The locale of a language that a person chose. The system's region, which says how dates and
   * numbers look, stays.
   *
   * @param language one of {@link #LANGUAGES}, or empty: as the system says
   */
  public static Locale chosen(String language, Locale system) {
    return language.isEmpty() || language.equals(system.getLanguage())
        ? system
        : Locale.of(language, system.getCountry());
  }

  public Locale locale() {
    return locale;
  }

  /** The text as it stands. */
  public String of(String key) {
    return bundle.getString(key);
  }

  /** The problem as it is said in this language; see {@link ProblemTexts}. */
  public Problem of(Problem problem) {
    return problems.of(problem);
  }

  /** Why something is suggested, as it is said in this language. */
  public String of(Why why) {
    return reasons.of(why);
  }

  /** A sentence that says what changed in a file, as it is said in this language. */
  public String change(String sentence) {
    return problems.sentence(ProblemTexts.CHANGE, sentence);
  }

  /** Keys that are pressed together, {@code Ctrl+S}, as they are called in this language. */
  public String keys(String shown) {
    return Stream.of(shown.split("(?<=\\+)|(?=\\+)", -1))
        .map(key -> word("key.", key))
        .collect(Collectors.joining());
  }

  /** A score or a strength from 0 to 1, as it is written in this language: {@code 0.71}. */
  public String score(double score) {
    return String.format(locale, "%.2f", score);
  }

  /** A number as the window's language groups its digits. */
  public String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** Where secrets go, as it is said in this language. */
  public String secretPlace(String words) {
    return problems.sentence(ProblemTexts.SECRETS, words);
  }

  /** A sentence about the answers of a language model, as it is said in this language. */
  public String note(String sentence) {
    return problems.sentence(ProblemTexts.NOTE, sentence);
  }

  /** What a transform step says of itself or of a parameter, as it is said in this language. */
  public String step(String words) {
    return problems.sentence(ProblemTexts.STEP, words);
  }

  /** What a key of a mapping file means, as it is said in this language. */
  public String key(String words) {
    return problems.said(ProblemTexts.KEY, words).orElseGet(() -> step(words));
  }

  /** What is said of a value of a record, as it is said in this language. */
  public String record(String sentence) {
    return problems.sentence(ProblemTexts.RECORD, sentence);
  }

  /** All that is said of a value, one after the other. */
  public String record(List<Message> messages) {
    return messages.stream().map(m -> record(m.text())).collect(Collectors.joining(" "));
  }

  /** What is said of a field that was read from a system, as it is said in this language. */
  public String field(String sentence) {
    return problems.sentence(ProblemTexts.FIELD, sentence);
  }

  /** A label or hint of a connector's form, as it is said in this language. */
  public String form(String words) {
    return problems.sentence(ProblemTexts.FORM, words);
  }

  /** What a request was sent for, as it is said in this language. */
  public String act(String words) {
    return problems.sentence(ProblemTexts.ACT, words);
  }

  /** The text of a word that comes from elsewhere, or the word itself where there is none. */
  public String word(String prefix, String word) {
    String key = prefix + word;
    return bundle.containsKey(key) ? bundle.getString(key) : word;
  }

  /** The text with {@code {0}}, {@code {1}} and so on filled in, as {@link MessageFormat} does. */
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
