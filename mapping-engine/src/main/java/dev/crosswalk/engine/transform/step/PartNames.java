package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
   * where the object has texts and none of its names is known, which would lose them all. Of
   * several things ({@code BillingCity} beside {@code ShippingCity}) it is the first with a text.
   */
  Object read(Map<?, ?> object) {
    Map<String, String> texts = new HashMap<>();
    Map<String, Integer> ranks = new HashMap<>();
    boolean other = false;
    String taken = "";
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String text = Texts.of(entry.getValue());
      if (text == null || Texts.isBlank(text)) {
        continue;
      }
      Name name = known(String.valueOf(entry.getKey()));
      String part = partByName.get(name.bare());
      if (part == null) {
        other = true;
        continue;
      }
      if (!name.which().isEmpty()) {
        taken = taken.isEmpty() ? name.which() : taken;
        if (!name.which().equals(taken)) {
          continue;
        }
      }
      int at = rank.getOrDefault(name.bare(), 0);
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

  /**
   * @param which of several is meant; empty where the name does not say
   * @param bare the name as it stands in the table, or in small letters as it is
   */
  private record Name(String which, String bare) {}

  private Name known(String key) {
    StringBuilder letters = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      }
    }
    String name = letters.toString().toLowerCase(Locale.ROOT);
    if (partByName.containsKey(name)) {
      return new Name("", name);
    }
    for (String which : WHICH) {
      if (name.startsWith(which)) {
        String rest = name.substring(which.length());
        if (partByName.containsKey(rest)) {
          return new Name(which, rest);
        }
      }
    }
    return new Name("", name);
  }
}
