package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up where a field is used and how it changed. Takes its time: not for the UI thread. */
final class FieldStories {
  /** So many snapshots are compared at most, the newest. */
  private static final int SNAPSHOTS = 12;

  private final StudioServices services;
  private final Workspace workspace;
  private final Texts texts;

  FieldStories(StudioServices services, Workspace workspace, Texts texts) {
    this.services = services;
    this.workspace = workspace;
    this.texts = texts;
  }

  /**
   * @param path of the field, as mappings name it
   * @param progress a cancelled call throws
   */
  FieldStory of(MappingContext context, Side side, String path, Progress progress) {
    List<FieldStory.Use> uses = uses(context, side, path, progress);
    if (side == Side.TARGET) {
      return new FieldStory(uses, List.of(), List.of());
    }
    String name =
        context.source().fields().stream()
            .map(f -> f.name())
            .filter(n -> Acts.path(n).equals(path))
            .findFirst()
            .orElse(path);
    return new FieldStory(uses, history(context, name, progress), drift(context, name));
  }

  private List<FieldStory.Use> uses(
      MappingContext context, Side side, String path, Progress progress) {
    String system = side == Side.SOURCE ? context.sourceSystem() : context.targetSystem();
    String object = side == Side.SOURCE ? context.source().name() : context.target().name();
    List<FieldStory.Use> uses = new ArrayList<>();
    for (MappingEntry entry : workspace.mappings()) {
      progress.check();
      Endpoint end = side == Side.SOURCE ? entry.source() : entry.target();
      if (end == null
          || !entry.readable()
          || !end.system().equals(system)
          || !end.object().equals(object)) {
        continue;
      }
      String file = WorkspaceFiles.shown(entry.file());
      Set<String> base = new LinkedHashSet<>(said(workspace.mapping(entry.file()), side, path));
      base.forEach(words -> uses.add(new FieldStory.Use(file, "", words)));
      for (String customer : workspace.overlayCustomers(entry.file())) {
        progress.check();
        Mapping own = workspace.effective(entry.file(), customer).mapping();
        Set<String> now = new LinkedHashSet<>(said(own, side, path));
        for (String words : now) {
          if (!base.contains(words)) {
            uses.add(new FieldStory.Use(file, customer, words));
          }
        }
        if (now.isEmpty() && !base.isEmpty()) {
          uses.add(new FieldStory.Use(file, customer, texts.of("mapping.story.notUsed")));
        }
      }
    }
    return uses;
  }

  private static List<String> said(Mapping mapping, Side side, String path) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, FieldMapping> each : mapping.fields().entrySet()) {
      FieldMapping field = each.getValue();
      boolean here =
          side == Side.TARGET
              ? each.getKey().equals(path)
              : field.sources().stream().anyMatch(s -> s.equals(path) || s.startsWith(path + "."));
      if (here) {
        String from =
            switch (field.input()) {
              case FieldMapping.From f -> String.join(" + ", f.paths());
              case FieldMapping.Expr e -> e.expression();
              case FieldMapping.Constant c -> "= " + c.value();
              case FieldMapping.Ask a -> "? " + a.question();
            };
        found.add(each.getKey() + " ← " + from);
      }
    }
    return found;
  }

  /** What each snapshot changed of the field; the oldest says since when it is known. */
  private List<String> history(MappingContext context, String field, Progress progress) {
    String connection = context.connection();
    if (connection == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    Optional<SchemaObject> after = Optional.empty();
    Instant afterAt = null;
    Instant first = null;
    for (SnapshotInfo info :
        services.cache().snapshots(connection).stream().limit(SNAPSHOTS).toList()) {
      progress.check();
      Optional<SchemaObject> here = services.cache().object(info.id(), context.source().name());
      if (after.isPresent() && here.isPresent() && afterAt != null) {
        String day = day(afterAt);
        for (String change : changes(context.sourceSystem(), here.get(), after.get(), field)) {
          words.add(day + ": " + change);
        }
      }
      if (here.isPresent() && here.get().byName().containsKey(field)) {
        first = info.takenAt();
      }
      after = here;
      afterAt = info.takenAt();
    }
    if (first != null) {
      words.add(texts.of("mapping.story.known", day(first)));
    }
    return words;
  }

  private List<String> drift(MappingContext context, String field) {
    String customer = context.customer().isEmpty() ? null : context.customer();
    return workspace
        .reviewedSchema(customer, context.sourceSystem(), context.source().name())
        .map(reviewed -> changes(context.sourceSystem(), reviewed, context.source(), field))
        .orElse(List.of());
  }

  private List<String> changes(
      String system, SchemaObject before, SchemaObject after, String field) {
    List<String> words = new ArrayList<>();
    SchemaDiff diff =
        SchemaDiff.of(
            Schema.of(system, List.of(only(before, field))),
            Schema.of(system, List.of(only(after, field))));
    for (FieldChange change : diff.fields()) {
      switch (change.kind()) {
        case ADDED -> words.add(texts.of("mapping.story.added"));
        case REMOVED -> words.add(texts.of("mapping.story.removed"));
        case CHANGED ->
            change
                .attributes()
                .forEach(a ->
                    words.add(
                        texts.of(
                            "mapping.story.changed",
                            texts.word("mapping.attribute.", a.attribute()),
                            a.before(),
                            a.after())));
      }
    }
    return words;
  }

  private static SchemaObject only(SchemaObject object, String field) {
    return object.withFields(object.fields().stream().filter(f -> f.name().equals(field)).toList());
  }

  private String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
        .withLocale(texts.locale())
        .withZone(services.clock().getZone())
        .format(at);
  }
}
