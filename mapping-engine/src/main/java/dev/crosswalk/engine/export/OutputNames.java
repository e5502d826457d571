package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Where exports of one file a mapping and customer go, and how they name them. */
final class OutputNames {
  private OutputNames() {}

  /** {@code ID.ext} for the base, {@code CUSTOMER/ID.ext} for a customer. */
  static String path(Mapping mapping, String customer, String extension) {
    return (customer.isEmpty() ? "" : ExportText.file(customer) + "/")
        + ExportText.file(mapping.id())
        + extension;
  }

  /** {@code ID}, or {@code ID for CUSTOMER}. */
  static String whose(Mapping mapping, String customer) {
    return mapping.id() + (customer.isEmpty() ? "" : " for " + customer);
  }

  /** Why a customer cannot have a folder; null where it can. */
  static @Nullable Problem problem(String customer) {
    return customer.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
        ? null
        : Problem.error(
            "export-customer",
            null,
            "The customer '" + customer + "' cannot be the name of a folder.",
            "Use letters, digits, dots, hyphens and underscores.");
  }
}
