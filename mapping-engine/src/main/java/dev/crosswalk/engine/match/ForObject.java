package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which fields of a wide object are for one of several objects that it feeds, told by how their
 * names begin: {@code Recurring_Donation_Amount} of an import is the amount of a recurring
 * donation, {@code Contact2_Last_Name} the last name of the second contact.
 */
final class ForObject {
  /** Of no object in particular. */
  static final ForObject ANY = new ForObject(List.of(), List::copyOf);

  /** The longest name of an object that is looked for, in words. */
  private static final int LONGEST = 4;

  private final List<List<String>> titles;
  private final UnaryOperator<List<String>> standard;

  /**
   * @param titles what the object is called, as standard terms
   * @param standard makes standard terms of stems
   */
  ForObject(List<List<String>> titles, UnaryOperator<List<String>> standard) {
    this.titles = titles;
    this.standard = standard;
  }

  /**
   * What a field says of the object before it says what it holds.
   *
   * @param words of the object and of which of several, that weigh no more than the words of the
   *     field's own object do
   * @param number which of several it is; empty where it does not say
   * @param named whether it names another object than its own
   */
  record Head(Set<String> words, String number, boolean named) {
    static final Head NONE = new Head(Set.of(), "", false);
  }

  /**
   * The head of a name or label; {@link Head#NONE} where it does not begin with the object.
   *
   * @param stems the words of the field
   * @param own the words of its own object
   */
  Head of(List<String> stems, Set<String> own) {
    for (List<String> title : titles) {
      for (int n = 1; n < stems.size() && n <= LONGEST; n++) {
        if (title.equals(standard.apply(stems.subList(0, n)))) {
          // The key of another record is a key of its own, and not that record's without a head.
          return Subject.isKey(stems.get(stems.size() - 1))
              ? Head.NONE
              : head(stems, n, title, own);
        }
      }
    }
    return Head.NONE;
  }

  private static Head head(List<String> stems, int n, List<String> title, Set<String> own) {
    List<String> words = new ArrayList<>(stems.subList(0, n));
    boolean named = !own.containsAll(title) && (Subject.bits(own) & Subject.bits(title)) == 0;
    words.addAll(title);
    String number = "";
    if (n + 1 < stems.size() && stems.get(n).chars().allMatch(Character::isDigit)) {
      number = stems.get(n);
      words.add(number);
    }
    return new Head(new HashSet<>(words), number, named);
  }
}
