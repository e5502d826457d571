package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Layers;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingWords;
import dev.crosswalk.engine.mapping.Overlay;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what a change of a base mapping means for the customers who work with it. */
public final class Reach {
  private final FileTree before;
  private final FileTree after;

  /**
   * What a changed base means for one customer.
   *
   * @param keeps targets that changed in the base and stay as they were for the customer
   * @param differently sentences about targets that change for the customer in another way
   * @param inherits targets that change for the customer as in the base
   * @param broken whether the overlay does not fit the base any more
   */
  public record Customer(
      String customer,
      List<String> keeps,
      List<String> differently,
      List<String> inherits,
      boolean broken) {
    public Customer {
      keeps = List.copyOf(keeps);
      differently = List.copyOf(differently);
      inherits = List.copyOf(inherits);
    }

    /** Whether the customer gets the change as it is. */
    public boolean isWhole() {
      return !broken && keeps.isEmpty() && differently.isEmpty();
    }

    /** One sentence each, for a customer who does not get the change as it is. */
    public List<String> words() {
      List<String> words = new ArrayList<>();
      if (broken) {
        words.add("For " + customer + ": the overlay does not fit the mapping as it is now.");
      }
      if (!keeps.isEmpty() && inherits.isEmpty() && differently.isEmpty()) {
        words.add(
            "For "
                + customer
                + " nothing changes: its overlay has "
                + and(keeps)
                + " differently.");
      } else if (!keeps.isEmpty()) {
        words.add(
            "For "
                + customer
                + ", "
                + and(keeps)
                + (keeps.size() == 1 ? " stays as it is" : " stay as they are")
                + ": its overlay has "
                + (keeps.size() == 1 ? "it" : "them")
                + " differently.");
      }
      differently.forEach(sentence -> words.add("For " + customer + ": " + sentence));
      return words;
    }
  }

  Reach(FileTree before, FileTree after) {
    this.before = before;
    this.after = after;
  }

  /** The names as people list them. */
  public static String and(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** Empty where the file is no base mapping that is there in both states. */
  List<Customer> of(FileChange file) {
    if (!file.path().startsWith("mappings/") || file.kind() != FileChange.Kind.MODIFIED) {
      return List.of();
    }
    Mapping was = TreeComparison.mapping(before, file.path()).orElse(null);
    Mapping is = TreeComparison.mapping(after, file.path()).orElse(null);
    if (was == null || is == null) {
      return List.of();
    }
    TreeSet<String> targets = new TreeSet<>(was.fields().keySet());
    targets.addAll(is.fields().keySet());
    targets.removeIf(t -> words(t, was, is).isEmpty());
    if (targets.isEmpty()) {
      return List.of();
    }
    List<Customer> customers = new ArrayList<>();
    for (String customer : customers()) {
      String overlay =
          WorkspaceFiles.shown(WorkspaceLayout.overlay(customer, Path.of(file.path())));
      boolean uses =
          uses(customer, is.id())
              || before.text(overlay).isPresent()
              || after.text(overlay).isPresent();
      if (uses) {
        customers.add(customer(customer, overlay, was, is, List.copyOf(targets)));
      }
    }
    return customers;
  }

  private static List<String> words(String target, Mapping was, Mapping is) {
    return MappingWords.field(target, field(was, target), field(is, target));
  }

  private static @Nullable FieldMapping field(Mapping mapping, String target) {
    return mapping.field(target).orElse(null);
  }

  private Customer customer(
      String customer, String overlay, Mapping was, Mapping is, List<String> targets) {
    Mapping wasForCustomer;
    Mapping isForCustomer;
    try {
      wasForCustomer = on(was, before, overlay);
      isForCustomer = on(is, after, overlay);
    } catch (ProblemException e) {
      return new Customer(customer, List.of(), List.of(), List.of(), true);
    }
    List<String> keeps = new ArrayList<>();
    List<String> differently = new ArrayList<>();
    List<String> inherits = new ArrayList<>();
    for (String target : targets) {
      List<String> words = words(target, wasForCustomer, isForCustomer);
      if (words.isEmpty()) {
        keeps.add(target);
      } else if (words.equals(words(target, was, is))) {
        inherits.add(target);
      } else {
        differently.addAll(words);
      }
    }
    return new Customer(customer, keeps, differently, inherits, false);
  }

  private static Mapping on(Mapping base, FileTree tree, String file) {
    Optional<String> text = tree.text(file);
    if (text.isEmpty()) {
      return base;
    }
    OverlayDocument document = OverlayDocument.parse(text.get(), file);
    Overlay overlay =
        document.overlay().orElseThrow(() -> new ProblemException(document.problems()));
    return Layers.effective(base, overlay).mapping();
  }

  private TreeSet<String> customers() {
    TreeSet<String> customers = new TreeSet<>();
    for (FileTree tree : List.of(before, after)) {
      for (String path : tree.paths()) {
        String customer = WorkspaceLayout.customerOf(Path.of(path));
        if (customer != null) {
          customers.add(customer);
        }
      }
    }
    return customers;
  }

  private boolean uses(String customer, String mapping) {
    String file = WorkspaceFiles.shown(WorkspaceLayout.customer(customer));
    try {
      return after
          .text(file)
          .map(text -> CustomerFile.read(text, file).mappings().contains(mapping))
          .orElse(false);
    } catch (ProblemException e) {
      return false;
    }
  }
}
