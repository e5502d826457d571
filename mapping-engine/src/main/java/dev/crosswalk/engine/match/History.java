package dev.crosswalk.engine.match;

import java.util.List;
import java.util.stream.Stream;

/**
 * What people decided before, in this workspace and for other customers of the same system.
 *
 * @param accepted pairs that a person accepted
 * @param rejected pairs that a person said no to; never offered again for the same customer
 */
public record History(List<Decision> accepted, List<Decision> rejected) {

  public static final History NONE = new History(List.of(), List.of());

  public History {
    accepted = List.copyOf(accepted);
    rejected = List.copyOf(rejected);
  }

  /** Without what only other customers said no to. */
  public History forCustomer(String customer) {
    return new History(
        accepted,
        rejected.stream()
            .filter(d -> d.customer().isEmpty() || d.customer().equals(customer))
            .toList());
  }

  /** Both together; what stands in both counts once. */
  public History and(History other) {
    return new History(both(accepted, other.accepted), both(rejected, other.rejected));
  }

  private static List<Decision> both(List<Decision> some, List<Decision> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  /**
   * @param customer whose mapping it stands in; empty for a base mapping
   * @param sourceFields one, or several for many-to-one
   */
  public record Decision(
      String customer,
      String sourceSystem,
      String sourceObject,
      List<String> sourceFields,
      String targetSystem,
      String targetObject,
      String targetField) {
    public Decision {
      sourceFields = List.copyOf(sourceFields);
    }
  }
}
