package dev.crosswalk.app.workspace;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.workspace.SecondOpinions.Extent;
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
  private static final int MOST_CALLS = 10_000;

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
    Properties p = stored();
    String url = p.getProperty("url");
    String model = p.getProperty("model");
    boolean agreed = "yes".equals(p.getProperty("agreed"));
    return agreed && url != null && model != null
        ? Optional.of(new Setting(url, model, "yes".equals(p.getProperty("values"))))
        : Optional.empty();
  }

  /** How much was asked last time; what is missing or no sensible number is as usual. */
  public Extent extent() {
    Properties p = stored();
    return new Extent(
        number(p, "below").filter(n -> n >= 0 && n <= 1).orElse(Extent.STANDARD.below()),
        number(p, "calls")
            .filter(n -> n >= 1 && n <= MOST_CALLS)
            .map(Double::intValue)
            .orElse(Extent.STANDARD.calls()));
  }

  private static Optional<Double> number(Properties p, String key) {
    try {
      return Optional.ofNullable(p.getProperty(key)).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Properties stored() {
    Properties p = new Properties();
    try (Reader in = new StringReader(Files.readString(file))) {
      p.load(in);
      return p;
    } catch (NoSuchFileException e) {
      return p;
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

  /** Remembers what a person agreed to; how much is asked stays as it was. */
  public void write(Setting setting) {
    write(setting, extent());
  }

  /** Remembers what a person agreed to, and how much is asked. */
  public void write(Setting setting, Extent extent) {
    Properties p = new Properties();
    p.setProperty("url", setting.url());
    p.setProperty("model", setting.model());
    p.setProperty("values", setting.values() ? "yes" : "no");
    p.setProperty("agreed", "yes");
    p.setProperty("below", String.valueOf(extent.below()));
    p.setProperty("calls", String.valueOf(extent.calls()));
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
