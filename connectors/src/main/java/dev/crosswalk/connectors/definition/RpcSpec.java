package dev.crosswalk.connectors.definition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The envelope in which each {@code call} of a definition is sent.
 *
 * @param request a POST whose body names {@code call.method} and {@code call.…}
 * @param result where the result lies in the answer; null = the whole answer
 * @param allow the methods that may be called: those that read
 */
public record RpcSpec(RequestSpec request, @Nullable Expression result, Set<String> allow) {

  public RpcSpec {
    allow = Set.copyOf(allow);
  }
}
