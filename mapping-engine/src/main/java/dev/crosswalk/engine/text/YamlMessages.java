package dev.crosswalk.engine.text;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser found and what it expected. */
final class YamlMessages {

  private YamlMessages() {}

  static String what(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    if (problem.contains("TAB")) {
      return "A tab stands here where spaces were expected.";
    }
    if (problem.contains("mapping values are not allowed here")) {
      return "A second colon stands on this line where the value was expected to end.";
    }
    if (problem.contains("could not find expected ':'")) {
      return "A colon with a space was expected after the key.";
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return "The indentation of this line does not fit the lines above; "
          + "a key in line with its siblings was expected.";
    }
    if (context.contains("flow mapping")) {
      return "A comma or a closing brace was expected here.";
    }
    if (context.contains("flow sequence")) {
      return "A comma or a closing bracket was expected here.";
    }
    if (context.contains("quoted scalar")) {
      return problem.contains("unknown escape")
          ? "The text in quotes has an escape that YAML does not know."
          : "The text in quotes is not closed; a closing quote was expected.";
    }
    return "This is not YAML: "
        + (context.isEmpty() ? "" : context + " ")
        + (problem.isEmpty() ? "it cannot be read" : problem)
        + ".";
  }

  static String next(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    if (problem.contains("TAB")) {
      return "Indent with spaces, two for each level.";
    }
    if (problem.contains("mapping values are not allowed here")) {
      return "Put the value in quotes, or correct the indentation of this line.";
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return "Indent it like its siblings, and put values with special characters in quotes.";
    }
    return "Correct this line; put values with special characters in quotes.";
  }
}
