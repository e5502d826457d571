package dev.crosswalk.engine.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A path into a record: {@code Owner.Email} crosses a reference or goes into an object; a name that
 * itself holds a dot is quoted in brackets, {@code properties['a.b']}.
 *
 * @param names at least one, none empty
 */
public record FieldPath(List<String> names) {

  public FieldPath {
    names = List.copyOf(names);
    if (names.isEmpty() || names.contains("")) {
      throw new IllegalArgumentException("A path needs at least one name, and no empty one.");
    }
  }

  public static FieldPath of(String... names) {
    return new FieldPath(List.of(names));
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException where a bracket is not closed or a name is empty; the message
   *     says at which character
   */
  public static FieldPath parse(String text) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '[') {
        at = bracket(text, at, names);
        if (at < text.length() && text.charAt(at) == '.') {
          at++;
          if (at == text.length()) {
            throw bad(text, at, "a name is missing after the dot");
          }
        } else if (at < text.length() && text.charAt(at) != '[') {
          throw bad(text, at, "a dot or a bracket was expected");
        }
      } else {
        int end = at;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
          end++;
        }
        if (end == at) {
          throw bad(text, at, "a name is missing");
        }
        names.add(text.substring(at, end));
        at = end;
        if (at < text.length() && text.charAt(at) == '.') {
          at++;
          if (at == text.length()) {
            throw bad(text, at, "a name is missing after the dot");
          }
        }
      }
    }
    if (names.isEmpty()) {
      throw bad(text, 0, "it is empty");
    }
    return new FieldPath(names);
  }

  private static int bracket(String text, int start, List<String> names) {
    int at = start + 1;
    if (at >= text.length() || text.charAt(at) != '\'') {
      throw bad(text, at, "a quote was expected after the bracket");
    }
    StringBuilder name = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length()) {
        throw bad(text, start, "the bracket is not closed");
      }
      char c = text.charAt(at);
      if (c == '\'') {
        if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
          name.append('\'');
          at += 2;
          continue;
        }
        break;
      }
      name.append(c);
      at++;
    }
    at++;
    if (at >= text.length() || text.charAt(at) != ']') {
      throw bad(text, start, "the bracket is not closed");
    }
    if (name.isEmpty()) {
      throw bad(text, start, "the name in the bracket is empty");
    }
    names.add(name.toString());
    return at + 1;
  }

  private static IllegalArgumentException bad(String text, int at, String why) {
    return new IllegalArgumentException(
        "The path '" + text + "' cannot be read at character " + (at + 1) + ": " + why + ".");
  }

  /**
   * The field of a schema that the text form of a path names: the name itself where it stands in
   * brackets; the path as it is where it goes into another object or cannot be read.
   */
  public static String field(String path) {
    if (path.indexOf('[') < 0) {
      return path;
    }
    try {
      FieldPath read = parse(path);
      return read.names.size() == 1 ? read.first() : path;
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  public String first() {
    return names.get(0);
  }

  public String last() {
    return names.get(names.size() - 1);
  }

  /** The text form; {@code parse(toString())} gives the same path. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      if (name.indexOf('.') >= 0 || name.indexOf('[') >= 0) {
        text.append("['").append(name.replace("'", "''")).append("']");
      } else {
        if (text.length() > 0) {
          text.append('.');
        }
        text.append(name);
      }
    }
    return text.toString();
  }
}
