package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * One compiled JSONata expression with bounds on what it may cost. It reads the value that it is
 * given and nothing else: no files, no network, no classes, no clock. May be used by many threads.
 *
 * <p>Bounds of one evaluation: 2 seconds, depth 200, 200,000 values; regular expressions run on a
 * linear-time engine (no look-around, no back references).
 */
public final class Jsonata {

  /** What an expression may use, by where it stands. */
  public enum Rules {
    /** In mappings: the same record gives the same result every day. */
    FOR_MAPPINGS(
        Set.of("eval", "now", "millis", "random", "shuffle"),
        "is refused, because a mapping must give the same result every day."),
    /** In connector definitions. */
    FOR_CONNECTORS(Set.of("eval"), "is refused, because it would run text as code.");

    private final Set<String> refused;
    private final String reason;

    Rules(Set<String> refused, String reason) {
      this.refused = refused;
      this.reason = reason;
    }
  }

  private final String expression;
  private final JsonataSource source;
  private final List<JsonataRegex> regexes;

  private final Rules rules;

  // The library's parse tree is written to while it runs, so each evaluation borrows one.
  private final Queue<com.dashjoin.jsonata.Jsonata> idle = new ConcurrentLinkedQueue<>();

  private final @Nullable QuickExpression quick;

  private Jsonata(String expression, JsonataSource source, Rules rules) {
    this.expression = expression;
    this.rules = rules;
    this.quick = QuickExpression.of(expression).orElse(null);
    this.source = source;
    this.regexes = source.regexes().stream().map(JsonataRegex::compile).toList();
    idle.add(parse());
  }

  /**
   * @throws ProblemException where the expression cannot be read, with the character; the problem
   *     has no place, which the caller knows
   */
  public static Jsonata compile(String expression, Rules rules) {
    return new Jsonata(
        expression, JsonataSource.of(expression, rules.refused, rules.reason), rules);
  }

  /** As it was written. */
  public String expression() {
    return expression;
  }

  /**
   * @param input maps, lists, strings, booleans, numbers or null; never changed
   * @param bindings values for variables, by name without dollar
   * @return a value of the same kinds that shares nothing with the input; null for null and for
   *     nothing
   * @throws ProblemException where the expression fails on this input or costs too much
   */
  public @Nullable Object evaluate(
      @Nullable Object input, Map<String, ? extends @Nullable Object> bindings) {
    if (quick != null) {
      Object value = quick.evaluate(input, bindings);
      if (value != QuickExpression.UNSURE) {
        return value;
      }
    }
    return byLibrary(input, bindings);
  }

  /** The library's answer, which is what the quick way must give. */
  @Nullable Object byLibrary(
      @Nullable Object input, Map<String, ? extends @Nullable Object> bindings) {
    com.dashjoin.jsonata.Jsonata borrowed = idle.poll();
    com.dashjoin.jsonata.Jsonata jsonata = borrowed == null ? parse() : borrowed;
    try {
      JsonataBounds bounds = new JsonataBounds();
      Frame frame = jsonata.createFrame();
      bindings.forEach((name, value) -> frame.bind(name, bounds.input(value)));
      bounds.guard(frame);
      return bounds.plain(jsonata.evaluate(bounds.input(input), frame));
    } catch (JsonataBounds.Exceeded e) {
      throw failed("costs too much: " + e.getMessage(), "Write it simpler.", e);
    } catch (StackOverflowError e) {
      throw failed("costs too much: it goes too deep", "Write it simpler.", e);
    } catch (JException e) {
      throw failed("failed" + position(e) + ": " + message(e), CHECK_VALUES, e);
    } catch (RuntimeException e) {
      JsonataBounds.Exceeded inner = exceeded(e);
      throw inner != null
          ? failed("costs too much: " + inner.getMessage(), "Write it simpler.", inner)
          : failed("failed: " + innermost(e), CHECK_VALUES, e);
    } finally {
      idle.add(jsonata);
    }
  }

  private static final String CHECK_VALUES =
      "Check the values that it reads, or handle this case in the expression.";

  private ProblemException failed(String how, String next, Throwable cause) {
    String what = "The expression '" + shortened(expression) + "' " + how;
    return new ProblemException(
        Problem.error("jsonata-run", null, what.endsWith(".") ? what : what + ".", next), cause);
  }

  private static JsonataBounds.@Nullable Exceeded exceeded(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof JsonataBounds.Exceeded exceeded) {
        return exceeded;
      }
    }
    return null;
  }

  private static String innermost(Throwable thrown) {
    Throwable t = thrown;
    while (t.getCause() != null) {
      t = t.getCause();
    }
    String message = t.getMessage();
    return t instanceof ClassCastException || message == null
        ? "a value is not of the kind that the expression needs"
        : t instanceof JException inner ? message(inner) : message;
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  /** The library leaves the sign of some operators out of its messages. */
  private static String message(JException e) {
    return String.valueOf(e.getMessage()).replace(" of operator {{token}}", " of the operator");
  }

  private static String position(JException e) {
    return e.getLocation() > 0 ? " at character " + e.getLocation() : "";
  }

  private com.dashjoin.jsonata.Jsonata parse() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < regexes.size(); i++) {
      names.add(source.variable(i));
    }
    com.dashjoin.jsonata.Jsonata jsonata;
    try {
      jsonata = com.dashjoin.jsonata.Jsonata.jsonata(source.expression());
    } catch (JException e) {
      throw unread(e.getLocation() - 1, position(e) + ": " + e.getMessage());
    } catch (StackOverflowError e) {
      throw unread(0, ": it is nested too deep");
    } catch (RuntimeException e) {
      // The library runs off the end of some unfinished expressions.
      throw unread(expression.length(), ": it seems to end too early");
    }
    jsonata.setValidateInput(false);
    jsonata.setOutputConvertNulls(false);
    // In mappings null is an error for functions of texts and numbers.
    JsonataFunctions.bind(jsonata, rules == Rules.FOR_MAPPINGS);
    if (rules == Rules.FOR_CONNECTORS) {
      JsonataFunctions.bindDigests(jsonata);
    }
    for (int i = 0; i < regexes.size(); i++) {
      jsonata.registerFunction(names.get(i), regexes.get(i));
    }
    return jsonata;
  }

  private ProblemException unread(int at, String why) {
    return JsonataSource.bad(
        Math.max(0, at),
        "The expression '" + shortened(expression) + "' cannot be read" + why + ".",
        "Correct the JSONata expression.");
  }
}
