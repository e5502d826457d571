package dev.crosswalk.app.workspace;

import dev.crosswalk.app.Directories;
import dev.crosswalk.engine.match.SecondOpinion;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * To which language model a person agreed that schema metadata is sent, kept among the settings of
 * that person; and the model's answers, kept in the cache by what was asked.
 */
public final class ModelConsent {
  private final Path file;
  private final Path answers;

  public ModelConsent(Directories directories) {
    this(directories.config(), directories.cache());
  }

  /**
   * @param config folder of a person's settings
   * @param cache folder of what can be asked again
   */
  public ModelConsent(Path config, Path cache) {
    this.file = config.resolve("language-model.properties");
    this.answers = cache.resolve("language-model");
  }

  /**
   * What a person agreed to.
   *
   * @param values whether sample values may be sent too
   */
  public record Setting(String url, String model, boolean values) {

    /** Whether this covers what is wanted: the same address, and values only if agreed. */
    public boolean allows(Setting wanted) {
      return url.equals(wanted.url()) && (values || !wanted.values());
    }
  }

  /** The stored setting; empty where nobody agreed to anything. */
  public Optional<Setting> read() {
    try (Reader in = new StringReader(Files.readString(file))) {
      Properties p = new Properties();
      p.load(in);
      String url = p.getProperty("url");
      String model = p.getProperty("model");
      boolean agreed = "yes".equals(p.getProperty("agreed"));
      return agreed && url != null && model != null
          ? Optional.of(new Setting(url, model, "yes".equals(p.getProperty("values"))))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(
          Problem.error(
              "model-setting",
              Place.of(file.toString()),
              "The setting of the language model cannot be read: " + e.getMessage() + ".",
              "Delete the file and agree again."),
          e);
    }
  }

  /** Remembers what a person agreed to. */
  public void write(Setting setting) {
    Properties p = new Properties();
    p.setProperty("url", setting.url());
    p.setProperty("model", setting.model());
    p.setProperty("values", setting.values() ? "yes" : "no");
    p.setProperty("agreed", "yes");
    StringWriter text = new StringWriter();
    try {
      p.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Without the line that says when.
    String lines =
        text.toString()
            .lines()
            .filter(l -> !l.startsWith("#"))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    save(file, lines);
  }

  /** Takes the agreement back; nothing is sent before somebody agrees again. */
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "model-setting",
              Place.of(file.toString()),
              "The file cannot be removed: " + e.getMessage() + ".",
              "Remove it by hand; it holds the agreement."),
          e);
    }
  }

  private static void save(Path to, String text) {
    try {
      Files.createDirectories(to.getParent());
      Path temporary = Files.createTempFile(to.getParent(), "new", ".tmp");
      Files.writeString(temporary, text, StandardCharsets.UTF_8);
      Files.move(temporary, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "model-setting",
              Place.of(to.toString()),
              "The file cannot be written: " + e.getMessage() + ".",
              "See that the folder can be written to."),
          e);
    }
  }

  /** Answers that were given before, each in a file by the fingerprint of what was asked. */
  public SecondOpinion.Memory memory(Setting setting) {
    Path folder = answers.resolve(Names.file(setting.url()) + "--" + Names.file(setting.model()));
    return new SecondOpinion.Memory() {
      @Override
      public Optional<String> get(String fingerprint) {
        try {
          return Optional.of(Files.readString(folder.resolve(fingerprint)));
        } catch (IOException e) {
          return Optional.empty();
        }
      }

      @Override
      public void put(String fingerprint, String answer) {
        save(folder.resolve(fingerprint), answer);
      }
    };
  }
}
