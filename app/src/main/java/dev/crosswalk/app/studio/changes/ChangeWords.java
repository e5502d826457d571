package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.CustomerWords;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.MappingWords;
import dev.crosswalk.engine.mapping.Overlay;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what changed in a file of a workspace: each kind of file in its own words. */
final class ChangeWords {
  private static final String YAML = ".yaml";

  private final Workspace workspace;

  ChangeWords(Workspace workspace) {
    this.workspace = workspace;
  }

  /** One sentence each; empty where the file is none of the workspace's, or says the same. */
  List<String> of(FileChange file) {
    List<String> path = List.of(file.path().split("/", -1));
    if (!file.path().endsWith(YAML) || path.size() < 2) {
      return List.of();
    }
    if (path.getFirst().equals("mappings")) {
      return MappingWords.diff(mapping(file, file.oldText()), mapping(file, file.newText()));
    }
    if (path.getFirst().equals("schemas")) {
      return schema("", schemaOf(file, file.oldText()), schemaOf(file, file.newText()));
    }
    if (!path.getFirst().equals("customers") || path.size() < 3) {
      return List.of();
    }
    if (path.get(2).equals("schemas")) {
      return schema(
          "For " + path.get(1) + ", the reviewed schema: ",
          schemaOf(file, file.oldText()),
          schemaOf(file, file.newText()));
    }
    if (path.get(2).equals("customer.yaml")) {
      return CustomerWords.file(customer(file, file.oldText()), customer(file, file.newText()));
    }
    Overlay before = overlay(file, file.oldText());
    Overlay after = overlay(file, file.newText());
    Overlay any = after == null ? before : after;
    return any == null ? List.of() : CustomerWords.overlay(base(any.base()), before, after);
  }

  private static @Nullable Mapping mapping(FileChange file, String text) {
    return text.isEmpty() ? null : MappingDocument.parse(text, file.path()).mapping().orElse(null);
  }

  private static @Nullable Overlay overlay(FileChange file, String text) {
    return text.isEmpty() ? null : OverlayDocument.parse(text, file.path()).overlay().orElse(null);
  }

  private static @Nullable CustomerFile customer(FileChange file, String text) {
    try {
      return text.isEmpty() ? null : CustomerFile.read(text, file.path());
    } catch (ProblemException e) {
      return null;
    }
  }

  private static @Nullable Schema schemaOf(FileChange file, String text) {
    try {
      return text.isEmpty() ? null : SchemaFile.read(text, file.path());
    } catch (ProblemException e) {
      return null;
    }
  }

  private @Nullable Mapping base(String id) {
    try {
      return workspace
          .mapping(id)
          .filter(MappingEntry::readable)
          .map(entry -> workspace.mapping(entry.file()))
          .orElse(null);
    } catch (ProblemException e) {
      return null;
    }
  }

  private static List<String> schema(
      String start, @Nullable Schema before, @Nullable Schema after) {
    if (before == null || after == null) {
      Schema one = after == null ? before : after;
      return one == null
          ? List.of()
          : one.objects().stream()
              .map(o ->
                  start
                      + "the object "
                      + o.name()
                      + (after == null ? " is gone; it had " : " is new, with ")
                      + o.fields().size()
                      + " fields.")
              .toList();
    }
    SchemaDiff diff = SchemaDiff.of(before, after);
    List<String> out = new ArrayList<>();
    diff.addedObjects().forEach(o -> out.add(start + "the object " + o + " is new."));
    diff.removedObjects().forEach(o -> out.add(start + "the object " + o + " is gone."));
    for (SchemaDiff.FieldChange field : diff.fields()) {
      String name = start + field.object() + "." + field.field();
      out.add(
          switch (field.kind()) {
            case ADDED -> name + " is new.";
            case REMOVED -> name + " is gone.";
            case CHANGED ->
                name
                    + " changed: "
                    + field.attributes().stream()
                        .map(a -> a.attribute() + " from " + a.before() + " to " + a.after())
                        .collect(Collectors.joining(", "))
                    + ".";
          });
    }
    return out;
  }
}
