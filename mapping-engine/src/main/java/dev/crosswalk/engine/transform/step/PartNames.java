package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that systems have for the parts of one thing. Case, underscores and words that only say
 * which of several is meant ({@code BillingStreet}, {@code address1_city}) make no difference.
 */
final class PartNames {
  /** Longer ones before those that they begin with. */
  private static final List<String> WHICH =
      List.of(
          "billing",
          "shipping",
          "mailing",
          "delivery",
          "business",
          "primary",
          "other",
          "home",
          "work",
          "address1",
          "address2",
          "address3",
          "address");

  private final String what;
  private final Map<String, String> partByName = new HashMap<>();
  private final Map<String, Integer> rank = new HashMap<>();

  /**
   * @param what the thing, for messages
   * @param names by part, the likeliest first, in small letters without signs
   */
  PartNames(String what, Map<String, List<String>> names) {
    this.what = what;
    names.forEach((part, all) -> {
      for (int i = 0; i < all.size(); i++) {
        partByName.put(all.get(i), part);
        rank.put(all.get(i), i);
      }
    });
  }

  /**
   * The texts of an object by part, trimmed, without those that are blank; or a {@link Failure}
   * where the object has texts and none of its names is known, which would lose them all.
   */
  Object read(Map<?, ?> object) {
    Map<String, String> texts = new HashMap<>();
    Map<String, Integer> ranks = new HashMap<>();
    boolean other = false;
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String text = Texts.of(entry.getValue());
      if (text == null || Texts.isBlank(text)) {
        continue;
      }
      String name = known(String.valueOf(entry.getKey()));
      String part = partByName.get(name);
      if (part == null) {
        other = true;
        continue;
      }
      int at = rank.getOrDefault(name, 0);
      if (at < ranks.getOrDefault(part, Integer.MAX_VALUE)) {
        texts.put(part, Texts.trim(text));
        ranks.put(part, at);
      }
    }
    return texts.isEmpty() && other
        ? new Failure(
            Texts.shown(object) + " has no part of " + what + " under a name that is known.")
        : texts;
  }

  /** The name as it stands in the table, or in small letters as it is. */
  private @Nullable String known(String key) {
    StringBuilder letters = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      }
    }
    String name = letters.toString().toLowerCase(Locale.ROOT);
    if (partByName.containsKey(name)) {
      return name;
    }
    for (String which : WHICH) {
      if (name.startsWith(which)) {
        String rest = name.substring(which.length());
        if (partByName.containsKey(rest)) {
          return rest;
        }
      }
    }
    return name;
  }
}
