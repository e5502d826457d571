package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Reason.Kind;
import dev.crosswalk.engine.match.Reason.OneOf;
import dev.crosswalk.engine.match.Reason.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which record a field is about: the one it stands in, or another one that its name names. {@code
 * user_id} on an account is about a user, {@code id} about the account; {@code org_name} on a deal
 * is no name of the deal.
 *
 * @param kinds bits of the kinds of record that the name names; 0 where it names none
 * @param own bits of the kinds that the object itself may be; 0 where that is not known
 * @param key whether the field holds a key
 * @param self whether it is the key of the very record
 * @param identifying whether it identifies somebody: a key, a name, an e-mail address
 */
record Subject(int kinds, int own, boolean key, boolean self, boolean identifying) {
  private static final int COMPANY = 1;
  private static final int PERSON = 2;
  private static final int LEAD = 4;
  private static final int OPPORTUNITY = 8;
  private static final int USER = 16;
  private static final int TICKET = 32;
  private static final int PRODUCT = 64;
  private static final int CAMPAIGN = 128;
  private static final int INVOICE = 256;
  private static final int QUOTE = 512;
  private static final int VENDOR = 1024;

  /** The kinds in words, in the order of their bits. */
  private static final List<Term> WORDS =
      List.of(
          Term.COMPANY,
          Term.PERSON,
          Term.LEAD,
          Term.OPPORTUNITY,
          Term.USER,
          Term.TICKET,
          Term.PRODUCT,
          Term.CAMPAIGN,
          Term.INVOICE,
          Term.QUOTE,
          Term.VENDOR);

  /** Stems and standard terms to the kinds of record they may stand for. */
  private static final Map<String, Integer> KINDS =
      Map.ofEntries(
          Map.entry(Thesaurus.term("company"), COMPANY),
          Map.entry("customer", COMPANY | PERSON),
          Map.entry("client", COMPANY | PERSON),
          Map.entry("partner", COMPANY | PERSON),
          Map.entry("contact", PERSON),
          Map.entry("person", PERSON),
          Map.entry("peopl", PERSON),
          Map.entry("individual", PERSON),
          Map.entry("patient", PERSON),
          Map.entry("lead", LEAD),
          Map.entry("prospect", LEAD | PERSON),
          Map.entry(Thesaurus.term("opportunity"), OPPORTUNITY),
          Map.entry("potential", OPPORTUNITY),
          Map.entry("user", USER),
          Map.entry("employe", USER),
          Map.entry("agent", USER),
          Map.entry(Thesaurus.term("owner"), USER),
          Map.entry(Thesaurus.term("creator"), USER),
          Map.entry(Thesaurus.term("modifier"), USER),
          Map.entry("ticket", TICKET),
          Map.entry("cas", TICKET),
          Map.entry("case", TICKET),
          Map.entry("incident", TICKET),
          Map.entry("product", PRODUCT),
          Map.entry("campaign", CAMPAIGN),
          Map.entry("invoic", INVOICE),
          Map.entry("quot", QUOTE),
          Map.entry("quote", QUOTE),
          Map.entry(Thesaurus.term("vendor"), VENDOR),
          Map.entry("household", COMPANY),
          Map.entry(Words.stemOf("donor"), PERSON),
          Map.entry(Words.stemOf("donation"), OPPORTUNITY),
          Map.entry(Words.stemOf("attendee"), PERSON),
          Map.entry(Words.stemOf("student"), PERSON),
          Map.entry(Words.stemOf("tenant"), PERSON),
          Map.entry(Words.stemOf("volunteer"), PERSON),
          Map.entry(Words.stemOf("applicant"), PERSON));

  private static final Set<String> KEYS = Set.of("id", "key", "uuid", "guid", "identifier");

  /** Words around the key of the very record. */
  private static final Set<String> OF_ITSELF =
      Set.of(
          "record",
          "object",
          "external",
          "uniqu",
          "unique",
          "remot",
          "remote",
          "system",
          "global",
          "internal",
          "primari",
          "source",
          "sourc",
          "crm");

  private static final Set<String> IDENTIFY =
      Set.of("name", Thesaurus.term("full name"), Thesaurus.term("email"));

  /**
   * @param words the last segment of the name, or the label where the name says nothing, as
   *     standard terms
   * @param parents the words before it, as standard terms
   * @param object all words of the object, as they are and as standard terms
   * @param reference whether the type is that of a reference
   */
  static Subject of(
      List<String> words, List<String> parents, Set<String> object, boolean reference) {
    int own = bits(object);
    int kinds = 0;
    for (List<String> part : List.of(parents, words)) {
      for (String word : part) {
        int bits = KINDS.getOrDefault(word, 0);
        kinds |= (bits & own) == 0 && !object.contains(word) ? bits : 0;
      }
    }
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    boolean named = KEYS.contains(last);
    boolean key = named || reference;
    boolean self =
        named
            && kinds == 0
            && words.stream()
                .allMatch(w ->
                    KEYS.contains(w)
                        || OF_ITSELF.contains(w)
                        || object.contains(w)
                        || (KINDS.getOrDefault(w, 0) & own) != 0);
    return new Subject(kinds, own, key, self, key || IDENTIFY.contains(last));
  }

  /** Whether a stem says that a field holds a key. */
  static boolean isKey(String word) {
    return KEYS.contains(word);
  }

  /** Whether a stem or standard term stands for a kind of record. */
  static boolean isKind(String word) {
    return KINDS.containsKey(word);
  }

  /** Whether an object holds people and nothing else, by its words. */
  static boolean isPerson(Collection<String> words) {
    int kinds = bits(words);
    return kinds != 0 && (kinds & ~(PERSON | LEAD | USER)) == 0;
  }

  /** Whether one object is a company and the other a person, by the kinds that they name. */
  static boolean exclude(int one, int other) {
    return one == COMPANY && other == PERSON || one == PERSON && other == COMPANY;
  }

  /** The kinds of record that the words name, a bit for each. */
  static int bits(Collection<String> words) {
    int bits = 0;
    for (String word : words) {
      bits |= KINDS.getOrDefault(word, 0);
    }
    return bits;
  }

  /** 1 where both are about the same record, 0 where they are not, 0.5 where that is not sure. */
  double agrees(Subject target) {
    boolean named = (kinds & target.own) != 0 || (target.kinds & own) != 0;
    if (key && target.key && self != target.self && !named) {
      return 0;
    }
    if (kinds == 0 && target.kinds == 0) {
      return own == 0 || target.own == 0 || (own & target.own) != 0 ? 1 : 0.5;
    }
    int left = kinds == 0 ? own : kinds;
    int right = target.kinds == 0 ? target.own : target.kinds;
    if (left == 0 || right == 0) {
      return 0.5;
    }
    return (left & right) != 0 ? 1 : 0;
  }

  /** What speaks against the pair where they do not agree. */
  Reason differs(Subject target) {
    int left = kinds == 0 ? own : kinds;
    int right = target.kinds == 0 ? target.own : target.kinds;
    if (key && target.key && self != target.self) {
      if (self) {
        return Reason.of(Kind.OWN_KEY);
      }
      return left == 0 ? Reason.of(Kind.OTHER_KEY) : Reason.of(Kind.OTHER_KEY_OF, words(left));
    }
    return Reason.of(Kind.ABOUT_ANOTHER, words(left), words(right));
  }

  private static OneOf words(int kinds) {
    List<Term> out = new ArrayList<>();
    for (int i = 0; i < WORDS.size(); i++) {
      if ((kinds & 1 << i) != 0) {
        out.add(WORDS.get(i));
      }
    }
    return new OneOf(out.isEmpty() ? List.of(Term.ANOTHER_RECORD) : out);
  }

  /** The same, and less strict where neither identifies anybody. */
  double loosely(Subject target) {
    double agrees = agrees(target);
    return identifying || target.identifying ? agrees : Math.max(0.5, agrees);
  }
}
