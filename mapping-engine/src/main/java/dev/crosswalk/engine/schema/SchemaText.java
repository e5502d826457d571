package dev.crosswalk.engine.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON or YAML that is only looked at, never written back, and may be large. */
final class SchemaText {
  private static final int MOST_ALIASES = 200;

  private SchemaText() {}

  /** The document as maps, lists and scalars; its top must be a map. */
  static Map<?, ?> parse(String text, String file) {
    Object top = text.stripLeading().startsWith("{") ? json(text, file) : yaml(text, file);
    if (top instanceof Map<?, ?> map) {
      return map;
    }
    throw SchemaImport.problem(
        file,
        1,
        "The file holds no JSON or YAML object at its top",
        "Check that it is the schema.");
  }

  private static @Nullable Object json(String text, String file) {
    try {
      return JsonMapper.builder().build().readValue(text, Object.class);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String why = e.getOriginalMessage();
      throw SchemaImport.problem(
          file,
          at == null ? 0 : Math.max(0, at.getLineNr()),
          "The JSON cannot be read: " + (why == null ? "broken" : firstLine(why)),
          "Mend that line.",
          e);
    }
  }

  private static @Nullable Object yaml(String text, String file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(SchemaImport.LONGEST)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setAllowDuplicateKeys(false)
            .build();
    try {
      return new Load(settings).loadFromString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
      String why = e.getProblem();
      throw SchemaImport.problem(
          file,
          line,
          "The YAML cannot be read: " + (why == null ? "broken" : firstLine(why)),
          "Mend that line.",
          e);
    } catch (YamlEngineException | StackOverflowError e) {
      String why = e.getMessage();
      throw SchemaImport.problem(
          file,
          0,
          "The YAML cannot be read: " + (why == null ? "nested too deep" : firstLine(why)),
          "Check that it is the schema.",
          e);
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
