package dev.crosswalk.engine.export;

import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.Steps;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The words of the sign-off document in one language. */
final class SignOffTexts {
  /** The languages that there are; the first stands in for any other. */
  static final List<String> LANGUAGES = List.of("en", "de");

  private static final String STEPS = "/dev/crosswalk/assets/studio/steps_de.txt";

  private final String language;
  private final Properties texts = new Properties();
  private final Map<String, String> titles = new HashMap<>();

  private SignOffTexts(String language) {
    this.language = language;
    try {
      texts.load(new StringReader(resource("sign-off_" + language + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (language.equals("de")) {
      // An English line, then the German one behind "= ", as the window has them.
      String english = "";
      for (String line : resource(STEPS).lines().toList()) {
        if (line.startsWith("= ")) {
          titles.putIfAbsent(english, line.substring(2));
        } else {
          english = line;
        }
      }
    }
  }

  static SignOffTexts in(String language) {
    return new SignOffTexts(LANGUAGES.contains(language) ? language : LANGUAGES.get(0));
  }

  String language() {
    return language;
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  /** A text with its parts put in for {@code {0}}, {@code {1}}… */
  String of(String key, Object... parts) {
    String text = texts.getProperty(key, key);
    for (int i = 0; i < parts.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(parts[i]));
    }
    return text;
  }

  /** The title of a step, by its name. */
  String step(String name) {
    String english = Steps.find(name).map(Step::declaration).map(d -> d.title()).orElse(name);
    return titles.getOrDefault(english, english);
  }

  static String resource(String name) {
    try (InputStream in = SignOffTexts.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
