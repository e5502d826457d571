package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what changed in the files of one customer, in the words of {@link MappingWords}. */
public final class CustomerWords {
  private CustomerWords() {}

  /**
   * What changed for a customer between two states of an overlay, one sentence each. Empty where
   * nothing changed that matters to the customer's records.
   *
   * @param base the mapping under both states; null where it is gone or cannot be read
   * @param before null = there was none
   * @param after null = there is none any more
   */
  public static List<String> overlay(
      @Nullable Mapping base, @Nullable Overlay before, @Nullable Overlay after) {
    Overlay any = after == null ? before : after;
    if (any == null) {
      return List.of();
    }
    String start = "For " + any.customer() + ": ";
    if (base != null) {
      try {
        return MappingWords.diff(on(base, before), on(base, after)).stream()
            .map(sentence -> start + sentence)
            .toList();
      } catch (ProblemException e) {
        return List.of(start + "what differs from " + any.base() + " changed, and has mistakes.");
      }
    }
    return List.of(
        start + "what differs from " + any.base() + " changed, and that mapping cannot be read.");
  }

  private static Mapping on(Mapping base, @Nullable Overlay overlay) {
    return overlay == null ? base : Layers.effective(base, overlay).mapping();
  }

  /**
   * What changed between two states of {@code customer.yaml}, one sentence each.
   *
   * @param before null = there was none
   * @param after null = there is none any more
   */
  public static List<String> file(@Nullable CustomerFile before, @Nullable CustomerFile after) {
    if (before == null) {
      return after == null
          ? List.of()
          : List.of(after.name() + " is a new customer with " + count(after) + ".");
    }
    if (after == null) {
      return List.of("The customer " + before.name() + " is gone; it had " + count(before) + ".");
    }
    List<String> out = new ArrayList<>();
    String start = "For " + after.id() + ": ";
    if (!before.name().equals(after.name())) {
      out.add(start + "the name is now " + after.name() + " (before: " + before.name() + ").");
    }
    TreeSet<String> systems = new TreeSet<>(before.connections().keySet());
    systems.addAll(after.connections().keySet());
    for (String system : systems) {
      String was = before.connections().get(system);
      String is = after.connections().get(system);
      if (is == null) {
        out.add(start + system + " has no connection any more.");
      } else if (!Objects.equals(was, is)) {
        out.add(start + system + " is now reached by the connection " + is + ".");
      }
    }
    after.mappings().stream()
        .filter(m -> !before.mappings().contains(m))
        .forEach(m -> out.add(start + "the mapping " + m + " is now used."));
    before.mappings().stream()
        .filter(m -> !after.mappings().contains(m))
        .forEach(m -> out.add(start + "the mapping " + m + " is no longer used."));
    return out;
  }

  private static String count(CustomerFile customer) {
    int n = customer.mappings().size();
    return n == 1 ? "1 mapping" : n + " mappings";
  }
}
