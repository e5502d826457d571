package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.Mapping.OnMissing;
import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One target, ready to run: input, when, use, values, default, in this order (the rules are in
 * docs/transforms.md).
 */
final class CompiledField {
  private final String target;
  private final TargetPath path;
  private final CompiledInput input;

  /** The input's path, where it is but one, as most are: read without a detour. */
  private final @Nullable SourcePath onePath;

  private final @Nullable Jsonata when;
  private final CompiledStep[] steps;
  private final @Nullable CompiledValues values;
  private final @Nullable Fallback fallback;
  private final boolean required;
  private final OnMissing onMissing;
  private final OnInvalid onError;

  /** The first step that takes a missing value, or the number of steps where none does. */
  private final int firstForMissing;

  /** Whether {@link #lean} may be tried: no condition, no question, no warnings of a value map. */
  private final boolean leanable;

  /** Whether a missing value needs nothing but to be left out. */
  private final boolean omitsMissing;

  CompiledField(
      String target,
      TargetPath path,
      CompiledInput input,
      @Nullable Jsonata when,
      List<CompiledStep> steps,
      @Nullable CompiledValues values,
      @Nullable Fallback fallback,
      boolean required,
      OnMissing onMissing,
      OnInvalid onError) {
    this.target = target;
    this.path = path;
    this.input = input;
    this.onePath = input instanceof CompiledInput.OnePath one ? one.path() : null;
    this.when = when;
    this.steps = steps.toArray(CompiledStep[]::new);
    this.values = values;
    this.fallback = fallback;
    this.required = required;
    this.onMissing = onMissing;
    this.onError = onError;
    int first = 0;
    while (first < this.steps.length && !this.steps[first].seesNull()) {
      first++;
    }
    this.firstForMissing = first;
    this.leanable =
        when == null
            && !(input instanceof CompiledInput.Unanswered)
            && (values == null || !values.warns());
    this.omitsMissing =
        first == this.steps.length && fallback == null && !required && onMissing == OnMissing.OMIT;
  }

  String target() {
    return target;
  }

  /**
   * The short way for values with which all is well. It gives what {@link #apply} gives.
   *
   * @return false where there is something to tell or to decide; then nothing has happened, and the
   *     long way must be gone
   */
  boolean lean(
      Map<String, ? extends @Nullable Object> record, RecordLayout.Laid result, Notes notes) {
    if (!leanable) {
      return false;
    }
    try {
      Object value = onePath != null ? onePath.read(record) : input.read(record);
      if (value == SourcePath.MISSING) {
        return omitsMissing;
      }
      for (CompiledStep step : steps) {
        value = step.apply(value, record);
        if (value instanceof Failure || value instanceof Warned) {
          return false;
        }
      }
      if (values != null) {
        value = values.apply(value, notes);
      }
      if (value instanceof Failure || Texts.isEmpty(value) && (required || fallback != null)) {
        return false;
      }
      path.put(result, value);
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      // The long way says so.
      return false;
    }
  }

  /**
   * Works one record's value out and puts it into the target record.
   *
   * @param notes of the record; what another target left there is cleared
   * @return null where nobody asked for a trace and there is nothing to tell
   */
  @Nullable FieldOutcome apply(
      Map<String, ? extends @Nullable Object> record, RecordLayout.Laid result, Notes notes) {
    notes.clear();
    try {
      return run(record, result, notes);
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of ours costs one record, never the run.
      notes.error(
          "The value could not be worked on, which is a fault of the program ("
              + e.getClass().getSimpleName()
              + ").");
      return notes.outcome(Status.REJECTED, null, false, null);
    }
  }

  private @Nullable FieldOutcome run(
      Map<String, ? extends @Nullable Object> record, RecordLayout.Laid result, Notes notes) {
    Object read = input.read(record);
    notes.trace("input", read);
    boolean missing = read == SourcePath.MISSING;
    Object before = missing || read instanceof Failure ? null : read;
    Object value = read;
    if (input instanceof CompiledInput.Unanswered ask) {
      notes.warn("Nobody has answered yet: " + ask.question());
    }
    if (value instanceof Failure failure) {
      value = failed(failure, onError, null, notes);
    }
    boolean gated = false;
    if (when != null && value != REJECTED) {
      Object condition = CompiledInput.evaluate(when, record);
      if (condition instanceof Failure failure) {
        value = failed(failure, onError, value, notes);
      } else if (!Boolean.TRUE.equals(condition)) {
        value = SourcePath.MISSING;
        gated = true;
      }
      notes.trace("when", value == REJECTED ? null : value);
    }
    if (!gated && value != REJECTED) {
      value = steps(value, record, notes);
    }
    if (value == REJECTED) {
      return notes.outcome(Status.REJECTED, before, missing, null);
    }
    if (fallback != null && (value == SourcePath.MISSING || Texts.isEmpty(value))) {
      value = fallback.value();
      notes.trace("default", value);
    }
    return finish(value, gated, before, missing, result, notes);
  }

  private @Nullable FieldOutcome finish(
      @Nullable Object value,
      boolean gated,
      @Nullable Object before,
      boolean missing,
      RecordLayout.Laid result,
      Notes notes) {
    Object last = value;
    if (last == SourcePath.MISSING) {
      if (required || onMissing == OnMissing.REJECT && !gated) {
        notes.error(
            gated
                ? "The condition is not met, so the required target has no value."
                : "The source is missing" + (required ? ", and the target is required." : "."));
        return notes.outcome(Status.REJECTED, before, missing, null);
      }
      if (onMissing == OnMissing.OMIT || gated) {
        return notes.outcome(Status.OMITTED, before, missing, null);
      }
      last = null;
    }
    if (required && Texts.isEmpty(last)) {
      notes.error(
          "The value is " + (last == null ? "null" : "empty") + ", and the target is required.");
      return notes.outcome(Status.REJECTED, before, missing, null);
    }
    path.put(result, last);
    return notes.outcome(Status.SET, before, missing, last);
  }

  private @Nullable Object steps(
      @Nullable Object start, Map<String, ? extends @Nullable Object> record, Notes notes) {
    Object value = start;
    int first = 0;
    if (value == SourcePath.MISSING) {
      first = firstForMissing;
      if (first == steps.length) {
        return value;
      }
      value = null;
    }
    boolean missing = start == SourcePath.MISSING;
    for (int i = first; i < steps.length; i++) {
      CompiledStep step = steps[i];
      if (missing && !step.seesNull()) {
        continue;
      }
      Object next = step.apply(value, record);
      if (next instanceof Warned warned) {
        notes.warn(warned.message());
        next = warned.value();
      }
      if (next instanceof Failure failure) {
        next = failed(failure, step.onInvalid(), value, notes);
        if (next == REJECTED) {
          notes.trace(step.name(), null);
          return next;
        }
        if (step.onInvalid() == OnInvalid.DEFAULT) {
          notes.trace(step.name(), null);
          return null;
        }
        missing = false;
      }
      value = next;
      missing &= value == null;
      notes.trace(step.name(), value);
    }
    if (missing) {
      return SourcePath.MISSING;
    }
    if (values != null) {
      Object mapped = values.apply(value, notes);
      if (mapped instanceof Failure failure) {
        mapped = failed(failure, OnInvalid.REJECT, value, notes);
      }
      value = mapped;
      notes.trace("values", value == REJECTED ? null : value);
    }
    return value;
  }

  /** Stands for "the record must not pass". */
  private static final Object REJECTED = new Object();

  private static @Nullable Object failed(
      Failure failure, OnInvalid rule, @Nullable Object kept, Notes notes) {
    return switch (rule) {
      case REJECT -> {
        notes.error(failure.message());
        yield REJECTED;
      }
      case NULL -> {
        notes.warn(failure.message() + " It became null.");
        yield null;
      }
      case KEEP -> {
        notes.warn(failure.message() + " It stays as it was.");
        yield kept;
      }
      case DEFAULT -> {
        notes.warn(failure.message() + " The default stands in.");
        yield null;
      }
    };
  }
}
