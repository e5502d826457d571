package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.FieldType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that speaks for or against a suggestion, with what it is about. It is data, so that a
 * window can say it in its language; {@link #english()} is how the command line says it.
 *
 * @param arguments what stands for {@code {0}}, {@code {1}} and so on in the kind's sentence
 */
public record Reason(Kind kind, List<Argument> arguments) {
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

  public Reason {
    arguments = List.copyOf(arguments);
  }

  /** All that the engine says of suggestions: an entry is a part of a sentence, without a stop. */
  public enum Kind {
    // What people decided.
    ACCEPTED_IN_BASE("accepted in the base mapping"),
    ACCEPTED_FOR_ONE("accepted for {0} customer"),
    ACCEPTED_FOR_MANY("accepted for {0} customers"),
    SAME_THIRD("both were mapped to the same field of another system"),
    CHOSEN_BY_MODEL("the language model chose it"),
    CHOSEN_BY_HAND("chosen by hand"),

    // What speaks for a pair of fields.
    BEHIND_REFERENCE("{0} of the {1} that {2} refers to"),
    SAME_NAME("same name"),
    SAME_WORDS("same words in the name"),
    LABEL_SAYS("label says '{0}'"),
    TARGET_LABEL_SAYS("the target's label says '{0}'"),
    MEAN_THE_SAME("'{0}' and '{1}' mean the same"),
    IN_THESAURUS("the thesaurus puts '{0}' and '{1}' together"),
    WORDS_MEAN_THE_SAME("'{0}' and '{1}' have words that mean the same"),
    SAME_VALUES("same values"),
    SAME_VALUES_BUT("the same values but '{0}'"),
    ALL_VALUES_AMONG("all its values are among the target's"),
    VALUES_ALIKE("values that are alike"),
    SOME_VALUES("{0} of its {1} values agree"),
    BOTH_KEYS("both are the key of the record"),
    SHARE_WORDS("'{0}' and '{1}' share words"),
    VALUES_LOOK_LIKE("values look like {0}"),
    WORDS_BEGIN_ALIKE("'{0}' and '{1}' have words that begin alike"),
    NAMED_IN_DESCRIPTION("one is named in the description of the other"),
    WORD_IN_DESCRIPTION("a word of one stands in the description of the other"),
    RARE_WORDS_DESCRIBED("names and descriptions share rare words"),
    SPELLED_ALIKE("names are spelled alike"),
    SHARE_A_WORD("'{0}' and '{1}' share a word"),
    RARE_WORDS("names, labels or values share rare words"),
    LITTLE_IN_COMMON("little in common, but nothing fits better"),
    NAME_FROM_PARTS("first and last name make it"),
    AMOUNT_WITH_CURRENCY("amount and currency make it"),
    ADDRESS_FROM_PARTS("the parts of the address make it"),

    // What speaks against one.
    FADING("the field is marked as old or not to be used"),
    EMPTY("it is empty in all records seen"),
    SELDOM_FILLED("only {0}% of the records seen have it"),
    TYPE_DIFFERS("the type differs ({0} to {1})"),
    TYPE_IMPOSSIBLE("the type differs ({0} to {1}) and no step changes that"),
    OTHER_FORMAT("the values look like {0}"),
    OTHER_LOOKS("the values do not look like the target's"),
    VALUES_DIFFER("the values differ"),
    DAY_OR_MONTH("the values do not tell whether the day or the month comes first"),
    IS_PERMISSION("it says whether somebody may be reached, and not how"),
    TARGET_IS_PERMISSION("the target says whether somebody may be reached, and this does not"),
    OWN_KEY("it is the key of the record itself, and not of another one"),
    OTHER_KEY("it is the key of another record"),
    OTHER_KEY_OF("it is the key of another record, {0}"),
    HOLDS_ANOTHER("by name or type it holds {0}, and the target {1}"),
    SHARE_FOR_AMOUNT("it is a percentage, and the target an amount"),
    AMOUNT_FOR_SHARE("it is an amount, and the target a percentage"),
    ABOUT_ANOTHER("it is about {0}, and the target about {1}"),
    WHOLE_NAME("it holds the whole name, of which a step takes a part"),
    OPPOSITE("one says yes where the other says no"),
    NOT_SECOND("nothing says that it is the second of its kind"),
    ONLY_VALUE_MISSING("its only value is not among the target's"),
    NO_VALUE_SHARED("none of its {0} values is among the target's"),
    ONLY_LABELS("only the labels of its choices look like {0}"),
    NO_CHOICE("none of its choices looks like {0}"),

    // What is said of a pair of objects.
    COMPANY_AND_PERSON("one is a company and the other a person"),
    SAME_KIND_OF_RECORD("'{0}' and '{1}' may hold the same kind of record"),
    NAMES_SHARE_A_WORD("the names share a word"),
    NAMES_DIFFER("the names differ"),
    ONE_FIELD_IN_COMMON("{0} field in common by name or label"),
    FIELDS_IN_COMMON("{0} fields in common by name or label");

    private final String english;

    Kind(String english) {
      this.english = english;
    }

    /** The sentence with its holes. */
    public String english() {
      return english;
    }

    /** The word for lists of other languages: lower case with hyphens. */
    public String word() {
      return Reason.word(this);
    }
  }

  /** What a reason is about. */
  public sealed interface Argument {
    String english();
  }

  /** A name, a label, the word of a type: the same in every language. */
  public record Text(String text) implements Argument {
    @Override
    public String english() {
      return text;
    }
  }

  /** How many, or how many in a hundred. */
  public record Count(long number) implements Argument {
    @Override
    public String english() {
      return Long.toString(number);
    }
  }

  /** One of these. */
  public record OneOf(List<Term> terms) implements Argument {
    public OneOf {
      terms = List.copyOf(terms);
    }

    @Override
    public String english() {
      return terms.stream().map(Term::english).collect(Collectors.joining(" or "));
    }
  }

  /** What values look like, and what a record is. */
  public enum Term {
    EMAILS("e-mail addresses"),
    WEB_ADDRESSES("web addresses"),
    IDS("ids"),
    DATES_WITH_TIME("dates with time"),
    DATES("dates"),
    YES_OR_NO("yes or no"),
    WHOLE_NUMBERS("whole numbers"),
    NUMBERS("numbers"),
    PHONE_NUMBERS("phone numbers"),
    CURRENCY_CODES("currency codes"),
    TWO_LETTERS("two-letter codes"),
    POSTAL_CODES("postal codes"),
    COUNTRIES("countries"),
    CODES("numbers or codes"),
    NAMES("names"),
    PEOPLE("people"),
    OTHER_VALUES("other values"),
    COMPANY("a company"),
    PERSON("a person"),
    LEAD("a lead"),
    OPPORTUNITY("an opportunity"),
    USER("a user"),
    TICKET("a ticket"),
    PRODUCT("a product"),
    CAMPAIGN("a campaign"),
    INVOICE("an invoice"),
    QUOTE("a quote"),
    VENDOR("a vendor"),
    ANOTHER_RECORD("another record");

    private final String english;

    Term(String english) {
      this.english = english;
    }

    public String english() {
      return english;
    }

    /** The word for lists of other languages: lower case with hyphens. */
    public String word() {
      return Reason.word(this);
    }
  }

  static Reason of(Kind kind, Argument... arguments) {
    return new Reason(kind, Arrays.asList(arguments));
  }

  /** Two fields or objects by what people call them. */
  static Reason both(Kind kind, String source, String target) {
    return of(kind, new Text(source), new Text(target));
  }

  static Text type(FieldType type) {
    return new Text(type.word());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The part of a sentence as the command line has it. */
  public String english() {
    return fill(kind.english, arguments.stream().map(Argument::english).toList());
  }

  /** Puts texts into the holes of a sentence; holes within the texts stay. */
  public static String fill(String sentence, List<String> texts) {
    return HOLE.matcher(sentence)
        .replaceAll(hole -> Matcher.quoteReplacement(texts.get(Integer.parseInt(hole.group(1)))));
  }
}
