package dev.crosswalk.app.studio.mapping.code;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.text.JsonataSyntaxException;
import dev.crosswalk.engine.text.YamlCompletion.Completion;
import dev.crosswalk.engine.text.YamlCompletion.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person who types a JSONata expression is told: what may come next, and what is wrong. */
public final class ExpressionHelp {
  /** The functions that mappings may use, as their documentation writes them. */
  private static final List<String> FUNCTIONS =
      List.of(
          "$abs(number)",
          "$append(array1, array2)",
          "$average(array)",
          "$base64decode(string)",
          "$base64encode(string)",
          "$boolean(value)",
          "$ceil(number)",
          "$contains(string, pattern)",
          "$count(array)",
          "$distinct(array)",
          "$each(object, function)",
          "$exists(value)",
          "$filter(array, function)",
          "$floor(number)",
          "$formatBase(number, radix)",
          "$formatNumber(number, picture)",
          "$fromMillis(number, picture)",
          "$join(array, separator)",
          "$keys(object)",
          "$length(string)",
          "$lookup(object, key)",
          "$lowercase(string)",
          "$map(array, function)",
          "$match(string, pattern)",
          "$max(array)",
          "$merge(array)",
          "$min(array)",
          "$not(value)",
          "$number(value)",
          "$pad(string, width, char)",
          "$parseInteger(string, picture)",
          "$power(base, exponent)",
          "$reduce(array, function, init)",
          "$replace(string, pattern, replacement)",
          "$reverse(array)",
          "$round(number, precision)",
          "$sift(object, function)",
          "$sort(array, function)",
          "$split(string, separator)",
          "$spread(object)",
          "$sqrt(number)",
          "$string(value)",
          "$substring(string, start, length)",
          "$substringAfter(string, chars)",
          "$substringBefore(string, chars)",
          "$sum(array)",
          "$toMillis(timestamp, picture)",
          "$trim(string)",
          "$type(value)",
          "$uppercase(string)",
          "$zip(array1, array2)");

  /** Functions that are no help in a mapping, but that an expression may use. */
  private static final List<String> SELDOM =
      List.of(
          "$assert",
          "$clone",
          "$decodeUrl",
          "$decodeUrlComponent",
          "$encodeUrl",
          "$encodeUrlComponent",
          "$error",
          "$formatInteger",
          "$single");

  private static final Set<String> NAMES =
      Stream.concat(FUNCTIONS.stream().map(f -> f.substring(0, f.indexOf('('))), SELDOM.stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern NAME = Pattern.compile("\\$[A-Za-z_]\\w*");

  /**
   * Where names get a value: {@code $x := …}, {@code function($a, $b)}, {@code #$i}, {@code @$v}.
   */
  private static final Pattern GIVEN =
      Pattern.compile("\\$\\w+\\s*:=|(?:function|\u03bb)\\s*\\([^)]*\\)|[@#]\\s*\\$\\w+");

  /** A name, or what only looks like one: in a text, a name in backticks, a pattern, a comment. */
  private static final Pattern NAME_OR_TEXT =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|/\\*[\\s\\S]*?\\*/"
              + "|/(?:\\\\.|[^/\\\\\\n])+/|(?<name>\\$[A-Za-z_]\\w*)");

  /**
   * What is wrong with an expression.
   *
   * @param at the character, the first is 0
   */
  public record Fault(int at, Problem problem) {}

  private final List<Field> fields;

  /**
   * @param fields those of the record that expressions read
   */
  public ExpressionHelp(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /** The first fault; empty where the expression can be read. */
  public static Optional<Fault> fault(String expression) {
    try {
      Jsonata.compile(expression, Jsonata.Rules.FOR_MAPPINGS);
      return unknown(expression);
    } catch (JsonataSyntaxException e) {
      return Optional.of(new Fault(Math.min(e.at(), expression.length()), e.problem()));
    } catch (ProblemException e) {
      return Optional.of(new Fault(0, e.problem()));
    }
  }

  /** The first name with a dollar that is neither a function nor given a value here. */
  private static Optional<Fault> unknown(String expression) {
    Set<String> known = new HashSet<>(NAMES);
    Matcher given = GIVEN.matcher(expression);
    while (given.find()) {
      Matcher name = NAME.matcher(given.group());
      while (name.find()) {
        known.add(name.group());
      }
    }
    Matcher used = NAME_OR_TEXT.matcher(expression);
    while (used.find()) {
      String name = used.group("name");
      if (name != null && !known.contains(name)) {
        return Optional.of(
            new Fault(
                used.start(),
                Problem.error(
                    "expression-name",
                    null,
                    "Nothing is called " + name + ".",
                    "Ctrl+Space shows which functions there are.")));
      }
    }
    return Optional.empty();
  }

  /** Fields and functions that begin with, or else hold, the word before the caret. */
  public Completion complete(String text, int caret) {
    int from = caret;
    while (from > 0 && wordPart(text.charAt(from - 1))) {
      from--;
    }
    String typed = text.substring(from, caret).toLowerCase(Locale.ROOT);
    if (inString(text, from)) {
      return new Completion(from, List.of());
    }
    List<Option> all = new ArrayList<>();
    if (!typed.startsWith("$")) {
      for (Field field : fields) {
        String label = field.shown().equals(field.name()) ? "" : field.shown() + " · ";
        all.add(new Option(name(field.name()), label + field.type().word()));
      }
    }
    for (String function : FUNCTIONS) {
      int open = function.indexOf('(');
      all.add(new Option(function.substring(0, open + 1), function.substring(open)));
    }
    List<Option> starts = new ArrayList<>();
    List<Option> holds = new ArrayList<>();
    for (Option option : all) {
      String lower = option.text().toLowerCase(Locale.ROOT);
      if (lower.startsWith(typed)) {
        starts.add(option);
      } else if (lower.contains(typed) || option.doc().toLowerCase(Locale.ROOT).contains(typed)) {
        holds.add(option);
      }
    }
    starts.addAll(holds);
    return new Completion(from, starts);
  }

  private static boolean wordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '`';
  }

  private static boolean inString(String text, int at) {
    char open = 0;
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      } else if (open != 0 && c == '\\') {
        i++;
      } else if (c == open) {
        open = 0;
      }
    }
    return open != 0;
  }

  /** A field's name as an expression writes it: in backticks where it is no plain word. */
  private static String name(String field) {
    return field.matches("[A-Za-z_][A-Za-z0-9_]*") ? field : "`" + field + "`";
  }
}
