package dev.crosswalk.app.studio.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with parts to be filled in: {@code {name}} stands for any text that is not empty,
 * {@code {name!}} for one that must be said in the other language too, {@code {name?}} for one that
 * is where it can be.
 */
final class SentencePattern {
  private static final Pattern PART = Pattern.compile("\\{([a-z]+)([!?]?)\\}");

  /** Between the parts, so that there is one literal more than there are parts. */
  private final List<String> literals = new ArrayList<>();

  private final List<String> names = new ArrayList<>();

  /** {@code !}, {@code ?} or nothing. */
  private final List<String> said = new ArrayList<>();

  SentencePattern(String text) {
    Matcher part = PART.matcher(text);
    int from = 0;
    while (part.find()) {
      literals.add(text.substring(from, part.start()));
      names.add(part.group(1));
      said.add(part.group(2));
      from = part.end();
    }
    literals.add(text.substring(from));
  }

  /** What stands between the parts. */
  List<String> literals() {
    return List.copyOf(literals);
  }

  /** The names of the parts. */
  List<String> parts() {
    return List.copyOf(names);
  }

  /**
   * The parts of a sentence that is of this form, the shortest first.
   *
   * @param say a part in the other language; empty where it cannot be said
   */
  Optional<Map<String, String>> match(String sentence, Function<String, Optional<String>> say) {
    Map<String, String> parts = new HashMap<>();
    return sentence.startsWith(literals.getFirst())
            && rest(sentence, literals.getFirst().length(), 0, say, parts)
        ? Optional.of(parts)
        : Optional.empty();
  }

  private boolean rest(
      String sentence,
      int at,
      int part,
      Function<String, Optional<String>> say,
      Map<String, String> parts) {
    if (part == names.size()) {
      return at == sentence.length();
    }
    String after = literals.get(part + 1);
    boolean last = part + 1 == names.size();
    int end =
        last
            ? sentence.endsWith(after) ? sentence.length() - after.length() : -1
            : sentence.indexOf(after, at + 1);
    while (end > at) {
      String text = sentence.substring(at, end);
      Optional<String> filled =
          switch (said.get(part)) {
            case "!" -> say.apply(text);
            case "?" -> Optional.of(say.apply(text).orElse(text));
            default -> Optional.of(text);
          };
      if (filled.isPresent() && rest(sentence, end + after.length(), part + 1, say, parts)) {
        parts.put(names.get(part), filled.get());
        return true;
      }
      end = last || end + 1 > sentence.length() ? -1 : sentence.indexOf(after, end + 1);
    }
    return false;
  }

  /** The sentence with its parts. */
  String fill(Map<String, String> parts) {
    StringBuilder out = new StringBuilder(literals.getFirst());
    for (int i = 0; i < names.size(); i++) {
      out.append(parts.getOrDefault(names.get(i), "")).append(literals.get(i + 1));
    }
    return out.toString();
  }
}
