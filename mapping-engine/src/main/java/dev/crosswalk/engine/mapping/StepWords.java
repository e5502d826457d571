package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what changed in the steps of a target: the one that came, went or changed, or all. */
final class StepWords {
  private StepWords() {}

  /** One sentence; the lists differ. */
  static String of(String target, List<StepCall> was, List<StepCall> is) {
    int head = 0;
    while (head < Math.min(was.size(), is.size()) && was.get(head).equals(is.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(was.size(), is.size()) - head
        && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
      tail++;
    }
    List<StepCall> gone = was.subList(head, was.size() - tail);
    List<StepCall> come = is.subList(head, is.size() - tail);
    if (gone.isEmpty() && come.size() == 1 && !was.isEmpty()) {
      String place =
          tail > 0
              ? "before " + is.get(is.size() - tail).name()
              : "after " + is.get(head - 1).name();
      return target + ": the step " + step(come.get(0)) + " was added " + place + ".";
    }
    if (come.isEmpty() && gone.size() == 1 && !is.isEmpty()) {
      return target + ": the step " + step(gone.get(0)) + " is gone.";
    }
    if (come.size() == 1 && gone.size() == 1 && come.get(0).name().equals(gone.get(0).name())) {
      return target
          + ": the step is now "
          + step(come.get(0))
          + " (before: "
          + step(gone.get(0))
          + ").";
    }
    return target + " now goes through " + list(is) + " (before: " + list(was) + ").";
  }

  /** {@code through trim, email}; empty where there are no steps. */
  static String through(List<StepCall> use) {
    return use.isEmpty() ? "" : " through " + list(use);
  }

  private static String list(List<StepCall> use) {
    return use.isEmpty()
        ? "no steps"
        : use.stream().map(StepWords::step).collect(Collectors.joining(", "));
  }

  /** {@code phone (format E164)}. */
  private static String step(StepCall call) {
    return call.parameters().isEmpty()
        ? call.name()
        : call.name()
            + call.parameters().entrySet().stream()
                .map(p -> p.getKey() + " " + plain(p.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String plain(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" and "))
        : String.valueOf(value);
  }
}
