package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What differs between two schemas of one system, and which mappings of a workspace it hits. */
public final class SchemaComparison {

  /**
   * A difference.
   *
   * @param field empty where it is about the object
   * @param words one sentence
   * @param hits what it means for mappings, the worst first
   */
  public record Change(String object, String field, String words, List<Hit> hits) {
    public Change {
      hits = List.copyOf(hits);
    }
  }

  /**
   * What a difference means for one mapping.
   *
   * @param customer empty for a mapping that no customer works with, and for a target's own schema
   * @param target empty where it concerns none
   * @param problem with the code of docs/drift.md where there is one, and the mapping's line
   */
  public record Hit(String mapping, String customer, String target, Problem problem) {}

  private final Schema before;
  private final Schema after;

  public SchemaComparison(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /** The differences alone. */
  public List<Change> changes() {
    return changes(Map.of());
  }

  /**
   * The differences with what they mean.
   *
   * @param concerned customers whose mappings read this schema
   */
  public List<Change> changes(Workspace workspace, Known known, Predicate<CustomerFile> concerned) {
    List<DriftFinding> drift = new ArrayList<>();
    for (MappingEntry entry : workspace.mappings()) {
      Endpoint source = entry.source();
      if (source != null && source.system().equals(after.system())) {
        drift.addAll(drift(workspace, known, concerned, entry, source));
      }
    }
    Map<String, List<Hit>> hits = new HashMap<>();
    SchemaDiff diff = SchemaDiff.of(before, after);
    for (DriftFinding finding : drift) {
      FieldChange change = finding.change();
      Hit hit =
          new Hit(finding.entry().id(), finding.customer(), finding.target(), finding.problem());
      // A field that fits names all its sources; the first of them is told as new.
      String field = change.field().split(" \\+ ", 2)[0];
      hit(hits, key(change.object(), field), hit);
    }
    for (MappingEntry entry : workspace.mappings()) {
      Endpoint target = entry.target();
      if (target != null && target.system().equals(after.system())) {
        targets(workspace, entry, diff, hits);
      }
    }
    return changes(hits);
  }

  private List<DriftFinding> drift(
      Workspace workspace,
      Known known,
      Predicate<CustomerFile> concerned,
      MappingEntry entry,
      Endpoint source) {
    SchemaObject was = before.object(source.object()).orElse(null);
    if (was == null) {
      return List.of();
    }
    List<CustomerFile> users =
        workspace.customers().stream().filter(c -> workspace.uses(c, entry)).toList();
    List<CustomerFile> asked =
        users.isEmpty()
            ? List.of(new CustomerFile("", "", Map.of(), List.of()))
            : users.stream().filter(concerned).toList();
    List<DriftFinding> found = new ArrayList<>();
    for (CustomerFile customer : asked) {
      String connection = customer.connections().getOrDefault(source.system(), "");
      try {
        found.addAll(
            new MappingDrift(workspace, known, customer, connection, entry, was, after).find());
      } catch (ProblemException e) {
        // What is wrong with the mapping itself, check says; here it is only not judged.
        continue;
      }
    }
    return found;
  }

  /** What a change of the own model means for a mapping to it. */
  private static void targets(
      Workspace workspace, MappingEntry entry, SchemaDiff diff, Map<String, List<Hit>> hits) {
    Mapping mapping;
    try {
      mapping = workspace.mapping(entry.file());
    } catch (ProblemException e) {
      return;
    }
    CheckPlaces places = CheckPlaces.of(mapping, workspace.load(entry.file()));
    String object = mapping.target().object();
    if (diff.removedObjects().contains(object)) {
      hit(
          hits,
          key(object, ""),
          new Hit(
              entry.id(),
              "",
              "",
              new Problem(
                  Severity.ERROR,
                  "target-unknown",
                  places.target(),
                  entry.id() + " maps to " + object + ", which is gone.",
                  "Map to another object, or bring it back.")));
    }
    for (FieldChange change : diff.fields()) {
      if (change.object().equals(object) && mapping.fields().containsKey(change.field())) {
        boolean gone = change.kind() == Kind.REMOVED;
        hit(
            hits,
            key(object, change.field()),
            new Hit(
                entry.id(),
                "",
                change.field(),
                new Problem(
                    gone ? Severity.ERROR : Severity.WARNING,
                    "target",
                    places.field(change.field()),
                    entry.id() + " fills " + change.field() + ".",
                    gone
                        ? "Take the target out of the mapping, or bring the field back."
                        : "Run crosswalk check to see whether what is mapped still fits.")));
      }
    }
  }

  private static void hit(Map<String, List<Hit>> hits, String key, Hit hit) {
    hits.computeIfAbsent(key, _ -> new ArrayList<>()).add(hit);
  }

  private static String key(String object, String field) {
    return object + "\u0000" + field;
  }

  private List<Change> changes(Map<String, List<Hit>> hits) {
    SchemaDiff diff = SchemaDiff.of(before, after);
    List<Change> changes = new ArrayList<>();
    diff.removedObjects()
        .forEach(o -> changes.add(change(o, "", "The object " + o + " is gone.", hits)));
    diff.addedObjects()
        .forEach(o -> changes.add(change(o, "", "The object " + o + " is new.", hits)));
    diff.fields().forEach(f -> changes.add(change(f.object(), f.field(), SchemaWords.of(f), hits)));
    return changes;
  }

  private static Change change(
      String object, String field, String words, Map<String, List<Hit>> hits) {
    List<Hit> found = new ArrayList<>(hits.getOrDefault(key(object, field), List.of()));
    found.sort(Comparator.comparing(h -> h.problem().severity()));
    return new Change(object, field, words, found);
  }
}
