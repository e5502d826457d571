package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.problem.Problem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The studio's texts by key, from the bundle {@code dev/crosswalk/assets/studio/texts}: English,
 * and German where the system speaks it. A missing key is a mistake of ours and throws.
 */
public final class Texts {
  private static final String BUNDLE = "dev.crosswalk.assets.studio.texts";

  /** Not the machine's language where the one asked for is not there, but English. */
  private static final ResourceBundle.Control ENGLISH_ELSE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Locale locale;
  private final ProblemTexts problems;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
    this.problems = ProblemTexts.load(bundle.getLocale());
  }

  public static Texts load(Locale locale) {
    return new Texts(ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_ELSE), locale);
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

  /** A sentence that says what changed in a file, as it is said in this language. */
  public String change(String sentence) {
    return problems.sentence(ProblemTexts.CHANGE, sentence);
  }

  /** Where secrets go, as it is said in this language. */
  public String secretPlace(String words) {
    return problems.sentence(ProblemTexts.SECRETS, words);
  }

  /** A sentence about the answers of a language model, as it is said in this language. */
  public String note(String sentence) {
    return problems.sentence(ProblemTexts.NOTE, sentence);
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
