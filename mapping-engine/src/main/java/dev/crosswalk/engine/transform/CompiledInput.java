package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.Jsonata;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a target's value starts from: a value, {@link SourcePath#MISSING} or a {@link Failure}. */
sealed interface CompiledInput {

  @Nullable Object read(Map<String, ? extends @Nullable Object> record);

  record OnePath(SourcePath path) implements CompiledInput {
    @Override
    public @Nullable Object read(Map<String, ? extends @Nullable Object> record) {
      return path.read(record);
    }
  }

  /** Several paths give a list; a missing part is null in it, and all parts missing is missing. */
  record ManyPaths(List<SourcePath> paths) implements CompiledInput {
    @Override
    public @Nullable Object read(Map<String, ? extends @Nullable Object> record) {
      @Nullable Object[] values = new Object[paths.size()];
      boolean any = false;
      for (int i = 0; i < values.length; i++) {
        Object value = paths.get(i).read(record);
        any |= value != SourcePath.MISSING;
        values[i] = value == SourcePath.MISSING ? null : value;
      }
      return any ? Collections.unmodifiableList(Arrays.asList(values)) : SourcePath.MISSING;
    }
  }

  /** JSONata does not tell null from nothing, so both are missing. */
  record Expression(Jsonata expression) implements CompiledInput {
    @Override
    public @Nullable Object read(Map<String, ? extends @Nullable Object> record) {
      Object value = evaluate(expression, record);
      return value == null ? SourcePath.MISSING : value;
    }
  }

  record Fixed(@Nullable Object value) implements CompiledInput {
    @Override
    public @Nullable Object read(Map<String, ? extends @Nullable Object> record) {
      return value;
    }
  }

  /** A question that nobody has answered. */
  record Unanswered(String question) implements CompiledInput {
    @Override
    public @Nullable Object read(Map<String, ? extends @Nullable Object> record) {
      return SourcePath.MISSING;
    }
  }

  /** The value of an expression, or a {@link Failure}. */
  static @Nullable Object evaluate(
      Jsonata expression, Map<String, ? extends @Nullable Object> record) {
    try {
      return expression.evaluate(record, Map.of());
    } catch (ProblemException e) {
      return new Failure(e.problem().what());
    }
  }
}
