package dev.crosswalk.engine.transform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One example of a step: shown in its documentation, and run as its first test.
 *
 * @param output the result; null where the result is null or the example fails
 * @param error the message; null where the example succeeds
 */
public record Example(
    Map<String, @Nullable Object> parameters,
    @Nullable Object input,
    @Nullable Object output,
    @Nullable String error) {

  public Example {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  public static Example of(@Nullable Object input, @Nullable Object output) {
    return new Example(Map.of(), input, output, null);
  }

  public static Example of(
      Map<String, @Nullable Object> parameters, @Nullable Object input, @Nullable Object output) {
    return new Example(parameters, input, output, null);
  }

  public static Example fails(
      Map<String, @Nullable Object> parameters, @Nullable Object input, String error) {
    return new Example(parameters, input, null, error);
  }

  public static List<@Nullable Object> list(@Nullable Object... items) {
    return Collections.unmodifiableList(java.util.Arrays.asList(items));
  }
}
