package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.Nearest;
import dev.crosswalk.engine.transform.Declaration.Trait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step call, ready to run: lists, nulls and text forms are settled here for all steps alike.
 */
public final class CompiledStep {
  private final Step step;
  private final Parameters parameters;
  private final StepContext context;
  private final StepFunction function;
  private final OnInvalid onInvalid;
  private final String name;
  private final boolean seesNull;
  private final boolean each;
  private final boolean asText;

  private CompiledStep(
      Step step, Parameters parameters, StepContext context, StepFunction function) {
    Declaration declaration = step.declaration();
    this.step = step;
    this.parameters = parameters;
    this.context = context;
    this.function = function;
    this.onInvalid =
        OnInvalid.of(parameters.text(Parameter.ON_INVALID.name()), context.defaults().onError());
    this.name = declaration.name();
    this.seesNull = declaration.is(Trait.SEES_NULL);
    this.each = declaration.is(Trait.EACH);
    this.asText = declaration.is(Trait.AS_TEXT);
  }

  /**
   * Compiles a call.
   *
   * @throws ProblemException with everything that is wrong with the call, each with its mend
   */
  public static CompiledStep compile(StepCall call, StepContext context) {
    Optional<Step> step = Steps.find(call.name());
    if (step.isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "step-unknown",
              null,
              "There is no step '" + call.name() + "'.",
              Nearest.mend(call.name(), Steps.names())));
    }
    List<Problem> found = new ArrayList<>();
    Parameters parameters = Parameters.read(step.get().declaration(), call.parameters(), found);
    if (!found.isEmpty()) {
      throw new ProblemException(found);
    }
    try {
      return new CompiledStep(
          step.get(), parameters, context, step.get().compile(parameters, context));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.error(
              "step-parameter",
              null,
              "The step '" + call.name() + "' cannot be set up: " + e.getMessage(),
              "See the parameters of '" + call.name() + "' and correct them."),
          e);
    }
  }

  String name() {
    return name;
  }

  public Declaration declaration() {
    return step.declaration();
  }

  /** The call's parameters, standards filled in. */
  public Parameters parameters() {
    return parameters;
  }

  /** The step as JSONata over the given expression; empty where it cannot be said. */
  public Optional<String> jsonata(String value) {
    return step.jsonata(parameters, context, asText ? "$string(" + value + ")" : value);
  }

  /** What is known of the result, from what is known of the value. */
  Shape shape(Shape input) {
    return step.shape(input, parameters, context);
  }

  /** Whether a value that the step cannot read rejects the record. */
  public boolean rejects() {
    return onInvalid == OnInvalid.REJECT;
  }

  OnInvalid onInvalid() {
    return onInvalid;
  }

  boolean seesNull() {
    return seesNull;
  }

  /**
   * Runs the step. Never throws.
   *
   * @param record the whole source record
   * @return the new value, a {@link Failure} or a {@link Warned}
   */
  public @Nullable Object apply(
      @Nullable Object value, Map<String, ? extends @Nullable Object> record) {
    if (value instanceof String) {
      return function.apply(value, record);
    }
    if (value == null) {
      return seesNull ? function.apply(null, record) : null;
    }
    return each && value instanceof List<?> list ? each(list, record) : one(value, record);
  }

  /** The same for a step that looks at nothing but its value. */
  public @Nullable Object apply(@Nullable Object value) {
    return apply(value, Map.of());
  }

  private @Nullable Object each(List<?> list, Map<String, ? extends @Nullable Object> record) {
    List<@Nullable Object> results = new ArrayList<>(list.size());
    StringBuilder warnings = new StringBuilder();
    for (Object item : list) {
      Object result = item == null && !seesNull ? null : one(item, record);
      if (result instanceof Failure) {
        return result;
      }
      if (result instanceof Warned warned) {
        warnings.append(warnings.isEmpty() ? "" : " ").append(warned.message());
        result = warned.value();
      }
      results.add(result);
    }
    List<@Nullable Object> all = Collections.unmodifiableList(results);
    return warnings.isEmpty() ? all : new Warned(all, warnings.toString());
  }

  private @Nullable Object one(
      @Nullable Object value, Map<String, ? extends @Nullable Object> record) {
    Object input = value;
    if (asText && !(value instanceof String)) {
      input = Texts.of(value);
      if (input == null && value != null) {
        return new Failure(
            Texts.shown(value) + " came to the step '" + name + "', which works on text.");
      }
    }
    return function.apply(input, record);
  }
}
