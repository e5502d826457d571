package dev.crosswalk.app.cli;

import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Suggested;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.MappingEdit;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.MatchRequest.Pair;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Fingerprint;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Maps the accounts of the demo: the first account of each system makes the base mappings, every
 * account gets an overlay with what differs. Only what is certain is accepted.
 */
final class DemoMapper {
  /** Where Ampersand would send the records: a destination's name in its dashboard. */
  private static final String DESTINATION = "acme-webhook";

  /** From this probability on a suggestion is accepted without a person. */
  static final double CERTAIN = 0.8;

  /** The same for a target that must have a value: better a likely source than none. */
  static final double LIKELY = 0.5;

  private final Workspace workspace;
  private final Services services;
  private final Map<String, Schema> schemas;
  private final Consumer<String> tell;
  private final Schema target;

  /**
   * @param schemas what was discovered, by connection
   */
  DemoMapper(
      Workspace workspace, Services services, Map<String, Schema> schemas, Consumer<String> tell) {
    this.workspace = workspace;
    this.services = services;
    this.schemas = schemas;
    this.tell = tell;
    this.target = workspace.target();
  }

  void run(List<SandboxHost.Account> accounts) {
    Set<String> mapped = new HashSet<>();
    for (SandboxHost.Account account : accounts) {
      ConnectionProfile profile = account.profile();
      Schema source = schema(profile);
      if (mapped.add(profile.connector())) {
        pairs(source).forEach(pair -> base(profile, source, pair));
      }
      List<MappingEntry> own =
          workspace.mappings().stream().filter(m -> reads(m.source(), source)).toList();
      workspace.saveCustomer(
          new CustomerFile(
              account.id(),
              account.customer(),
              Map.of(source.system(), profile.name()),
              own.stream().map(MappingEntry::id).toList()));
      for (MappingEntry entry : own) {
        Mapping base = workspace.mapping(entry.file());
        SchemaObject from = source.object(base.source().object()).orElseThrow();
        overlay(account, source, entry, base, from);
        workspace.saveReviewedSchema(account.id(), source.system(), from);
      }
    }
  }

  private static boolean reads(@Nullable Endpoint end, Schema source) {
    return end != null
        && end.system().equals(source.system())
        && source.object(end.object()).isPresent();
  }

  private Schema schema(ConnectionProfile profile) {
    Schema found = schemas.get(profile.name());
    if (found == null) {
      throw new IllegalStateException(profile.name() + " was discovered before");
    }
    return found;
  }

  /** The best source object of each target object; no source object twice. */
  List<Pair> pairs(Schema source) {
    Map<String, ObjectPair> best = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (ObjectPair pair : services.matcher().pairObjects(MatchRequest.of(source, target))) {
      if (!best.containsKey(pair.target()) && taken.add(pair.source())) {
        best.put(pair.target(), pair);
      }
    }
    return best.values().stream().map(p -> new Pair(p.source(), p.target())).toList();
  }

  private Suggestions suggest(ConnectionProfile profile, Schema source, Pair pair) {
    List<Map<String, @Nullable Object>> records =
        services.cache().records(profile.name(), pair.source(), services.clock().instant());
    return services
        .matcher()
        .suggest(
            new MatchRequest(
                source,
                target,
                List.of(pair),
                Map.of(pair.source(), Maps.objects(records)),
                workspace.history(),
                5,
                Set.of(),
                workspace.words()));
  }

  private void base(ConnectionProfile profile, Schema source, Pair pair) {
    SchemaObject from = source.object(pair.source()).orElseThrow();
    SchemaObject to = target.object(pair.target()).orElseThrow();
    MappingEntry entry =
        workspace.createMapping(
            new Endpoint(source.system(), source.module(), from.name(), null),
            new Endpoint(target.system(), target.module(), to.name(), null),
            from.shown() + " → " + to.shown());
    List<MappingEdit> edits = new ArrayList<>();
    Trial trial = trial(profile, entry, from);
    int accepted = 0;
    int asked = 0;
    int open = 0;
    for (TargetSuggestion each : suggest(profile, source, pair).forTarget(to.name())) {
      Candidate chosen = each.chosen();
      Optional<Field> field = to.field(each.targetField());
      boolean required = field.isPresent() && field.get().isRequired();
      if (chosen != null
          && chosen.score() >= (required ? LIKELY : CERTAIN)
          && !chosen.crosses() // the sandbox's sampled records hold nothing behind a reference
          && trial.fits(path(each), Suggested.accepted(chosen))) {
        edits.add(new MappingEdit.SetField(path(each), Suggested.accepted(chosen)));
        accepted++;
      } else if (field.isPresent() && required) {
        edits.add(new MappingEdit.SetField(path(each), Suggested.question(field.get(), chosen)));
        asked++;
      } else if (chosen != null) {
        open++;
      }
    }
    save(entry, edits, from, to);
    tell.accept(
        "Mapped "
            + source.system()
            + " "
            + from.name()
            + " to "
            + to.name()
            + ": "
            + accepted
            + " accepted, "
            + open
            + " left as suggestions, "
            + asked
            + " to ask each customer");
  }

  /** Writes the edits, with fingerprints of what they were decided on. */
  private void save(
      MappingEntry entry, List<MappingEdit> edits, SchemaObject from, SchemaObject to) {
    MappingDocument before = workspace.load(entry.file());
    MappingDocument after = new MappingEdit.Composite("Accept", edits).apply(before);
    Mapping mapping = after.mapping().orElseThrow();
    Endpoint source = marked(mapping.source(), Fingerprint.of(from, SourcesRead.of(mapping)));
    Endpoint target = marked(mapping.target(), Fingerprint.of(to, mapping.fields().keySet()));
    after = new MappingEdit.SetEnds(source, target).apply(after);
    String text =
        MappingDocument.create(after.mapping().orElseThrow(), after.file())
            .yaml()
            .orElseThrow()
            .set(List.of("export", "ampersand", "destination"), DESTINATION)
            .text();
    workspace.save(entry.file(), text, before.text());
  }

  private static Endpoint marked(Endpoint end, String fingerprint) {
    return new Endpoint(end.system(), end.module(), end.object(), fingerprint);
  }

  private Trial trial(ConnectionProfile profile, MappingEntry entry, SchemaObject from) {
    Mapping mapping = workspace.mapping(entry.file());
    return new Trial(
        mapping,
        from,
        target.object(mapping.target().object()).orElseThrow(),
        services.cache().records(profile.name(), from.name(), services.clock().instant()));
  }

  private static String path(TargetSuggestion suggestion) {
    return FieldPath.of(suggestion.targetField()).toString();
  }

  /** What of the base does not hold for this customer, and what certain suggestions say instead. */
  private void overlay(
      SandboxHost.Account account,
      Schema source,
      MappingEntry entry,
      Mapping base,
      SchemaObject from) {
    Map<String, Candidate> certain = new HashMap<>();
    Trial trial = trial(account.profile(), entry, from);
    Pair pair = new Pair(base.source().object(), base.target().object());
    for (TargetSuggestion each :
        suggest(account.profile(), source, pair).forTarget(base.target().object())) {
      Candidate chosen = each.chosen();
      if (chosen != null
          && chosen.score() >= CERTAIN
          && !chosen.crosses()
          && trial.fits(path(each), Suggested.accepted(chosen))) {
        certain.put(path(each), chosen);
      }
    }
    Map<String, @Nullable FieldMapping> differences = new LinkedHashMap<>();
    base.fields()
        .forEach((path, field) -> {
          boolean holds =
              !(field.input() instanceof FieldMapping.Ask)
                  && field.sources().stream()
                      .allMatch(s -> from.field(FieldPath.parse(s).first()).isPresent())
                  && (required(base, path) || trial.fits(path, field));
          Candidate instead = certain.get(path);
          if (!holds && instead != null && free(instead, path, base)) {
            differences.put(path, Suggested.accepted(instead));
          } else if (!holds && !(field.input() instanceof FieldMapping.Ask)) {
            differences.put(path, null);
          }
        });
    if (!differences.isEmpty()) {
      write(account.id(), entry, differences);
      tell.accept(
          "Wrote what differs for "
              + account.id()
              + " in "
              + entry.id()
              + ": "
              + differences.size()
              + " fields");
    }
  }

  private void write(
      String customer, MappingEntry entry, Map<String, @Nullable FieldMapping> differences) {
    OverlayDocument overlay = workspace.editableOverlay(customer, entry);
    for (Map.Entry<String, @Nullable FieldMapping> each : differences.entrySet()) {
      FieldMapping field = each.getValue();
      overlay =
          field == null
              ? without(overlay, each.getKey())
              : overlay.apply(new MappingEdit.SetField(each.getKey(), field));
    }
    overlay = OverlayDocument.create(overlay.overlay().orElseThrow(), overlay.file());
    workspace.save(workspace.overlayFile(customer, entry.file()), overlay.text(), null);
  }

  /** In an overlay null takes away what the base has. */
  private static OverlayDocument without(OverlayDocument overlay, String target) {
    String text = overlay.yaml().orElseThrow().set(List.of("fields", target), null).text();
    return OverlayDocument.parse(text, overlay.file());
  }

  private boolean required(Mapping base, String path) {
    return target
        .object(base.target().object())
        .flatMap(o -> o.field(FieldPath.parse(path).first()))
        .map(Field::isRequired)
        .orElse(false);
  }

  /** Whether no other target takes one of the candidate's sources. */
  private static boolean free(Candidate candidate, String target, Mapping base) {
    Set<String> used = new HashSet<>();
    base.fields()
        .forEach((path, field) -> {
          if (!path.equals(target)) {
            used.addAll(field.sources());
          }
        });
    return candidate.paths().stream().noneMatch(used::contains);
  }
}
