package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.DriftFinding.About;
import dev.crosswalk.engine.drift.DriftCode;
import dev.crosswalk.engine.drift.DriftJudge;
import dev.crosswalk.engine.drift.DriftJudge.Use;
import dev.crosswalk.engine.drift.DriftJudge.Verdict;
import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.MappingTypes;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The drift of one mapping for one customer. */
final class MappingDrift {
  /** A suggestion at or above it is worth a note; where the review queue's threshold starts. */
  private static final double SURE = 0.9;

  /** A field is likely the lost one by another name where a person would rather accept it. */
  private static final double LIKELY = 0.5;

  /** Objects that share this part of their fields are likely the same one. */
  private static final double ALIKE = 0.6;

  private final Workspace workspace;
  private final Known known;
  private final CustomerFile customer;
  private final String connection;
  private final MappingEntry entry;
  private final SchemaObject reviewed;
  private final Schema live;
  private final Mapping mapping;
  private final CheckPlaces places;
  private final TargetSuggestions suggestions;
  private final List<DriftFinding> found = new ArrayList<>();

  /**
   * @param customer one without an id stands for the base alone
   * @param reviewed the source object as it was reviewed
   * @param live the connection's newest schema
   */
  MappingDrift(
      Workspace workspace,
      Known known,
      CustomerFile customer,
      String connection,
      MappingEntry entry,
      SchemaObject reviewed,
      Schema live) {
    this.workspace = workspace;
    this.known = known;
    this.customer = customer;
    this.connection = connection;
    this.entry = entry;
    this.reviewed = reviewed;
    this.live = live;
    String whose = customer.id().isEmpty() ? null : customer.id();
    this.mapping = workspace.effective(entry.file(), whose).mapping();
    this.places =
        new CheckPlaces(
            mapping,
            workspace.load(entry.file()),
            whose == null ? null : workspace.overlay(whose, entry.file()).orElse(null),
            whose);
    this.suggestions = new TargetSuggestions(workspace, known);
  }

  List<DriftFinding> find() {
    Known.Asked asked = known.asked(connection);
    asked
        .ends()
        .ifPresent(p -> add(About.CONNECTION, object(), DriftCode.FM116, p.what(), p.next()));
    Problem refused = asked.refused().get(reviewed.name());
    SchemaObject now = live.object(reviewed.name()).orElse(null);
    if (refused != null) {
      add(About.OBJECT, object(), DriftCode.FM104, refused.what(), refused.next());
    } else if (now == null) {
      gone();
    } else {
      SchemaDiff diff = SchemaDiff.of(only(reviewed), only(now));
      diff.fields().forEach(change -> changed(change, now));
      fresh(diff, now);
    }
    return found;
  }

  private Schema only(SchemaObject object) {
    return Schema.of(live.system(), List.of(object));
  }

  private FieldChange object() {
    return new FieldChange(reviewed.name(), "", Kind.REMOVED, List.of());
  }

  private void gone() {
    String renamed = renamed().map(SchemaObject::name).orElse("");
    DriftCode code = DriftCode.FM101;
    add(
        About.OBJECT,
        object(),
        code,
        DriftWords.what(About.OBJECT, "", object(), code),
        DriftWords.next(About.OBJECT, code, renamed));
  }

  /** The object that has the id of the lost one, or most of its fields. */
  private Optional<SchemaObject> renamed() {
    Set<String> before = reviewed.byName().keySet();
    SchemaObject best = null;
    double most = ALIKE;
    for (SchemaObject each : live.objects()) {
      if (reviewed.vendorId() != null && reviewed.vendorId().equals(each.vendorId())) {
        return Optional.of(each);
      }
      Set<String> names = each.byName().keySet();
      Set<String> both = new HashSet<>(before);
      both.retainAll(names);
      int all = before.size() + names.size() - both.size();
      double alike = all == 0 ? 0 : (double) both.size() / all;
      if (alike >= most) {
        most = alike;
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  private void changed(FieldChange change, SchemaObject now) {
    boolean read = false;
    if (change.kind() != Kind.ADDED) {
      if (mapping.where().stream()
          .anyMatch(w -> reviewed.fieldOf(w.field()).equals(change.field()))) {
        read = true;
        filter(change);
      }
      for (var field : mapping.fields().entrySet()) {
        if (SourcesRead.of(field.getValue()).stream()
            .anyMatch(path -> reviewed.fieldOf(path).equals(change.field()))) {
          read = true;
          target(change, field.getKey(), field.getValue(), now);
        }
      }
    }
    Field after = now.field(change.field()).orElse(null);
    Field before = reviewed.field(change.field()).orElse(null);
    if (!read
        && after != null
        && !mapping.ignored().containsKey(change.field())
        && !readers(now).contains(change.field())
        && DriftJudge.becameRequired(before, after)) {
      add(About.UNREAD, "", change, verdict(DriftCode.FM109), null, 0);
    }
  }

  private Set<String> readers(SchemaObject now) {
    Set<String> names = new TreeSet<>();
    SourcesRead.of(mapping).forEach(path -> names.add(now.fieldOf(path)));
    return names;
  }

  /** A row filter has no steps or values of its own to be judged. */
  private void filter(FieldChange change) {
    boolean gone = change.kind() == Kind.REMOVED;
    add(
        About.FILTER,
        "",
        change,
        new Verdict(
            gone ? DriftCode.FM102 : DriftCode.FM121, gone ? Severity.ERROR : Severity.WARNING),
        null,
        0);
  }

  private void target(FieldChange change, String target, FieldMapping field, SchemaObject now) {
    Candidate candidate =
        change.kind() != Kind.REMOVED
            ? null
            : suggestions
                .best(
                    customer.id(),
                    connection,
                    live.system(),
                    now,
                    mapping.target().object(),
                    target)
                .filter(c -> c.score() >= LIKELY)
                .orElse(null);
    Field before = reviewed.field(change.field()).orElseThrow();
    Field after = now.field(change.field()).orElse(before);
    Use use =
        new Use(
            mapping.direction(),
            field,
            fits(target, now),
            mapping.key().contains(target),
            candidate != null,
            targetField(target));
    add(
        About.TARGET,
        target,
        change,
        DriftJudge.judge(change, before, after, use),
        candidate == null ? null : TargetSuggestions.like(field, candidate),
        candidate == null ? 0 : candidate.score());
  }

  private @Nullable Field targetField(String target) {
    return targetObject().flatMap(object -> object.field(target)).orElse(null);
  }

  private Optional<SchemaObject> targetObject() {
    return workspace.target(mapping.target().system()).object(mapping.target().object());
  }

  /** Whether the steps and the target's type take the source as it is now. */
  private boolean fits(String target, SchemaObject source) {
    return targetObject()
        .map(object ->
            MappingTypes.check(mapping, source, object, workspace.lookups()).stream()
                .noneMatch(p ->
                    p.isError()
                        && p.code().equals("type")
                        && p.place() != null
                        && String.valueOf(p.place().path()).startsWith("fields." + target + ".")))
        .orElse(true);
  }

  /** New fields that most likely fit a target that nothing fills. */
  private void fresh(SchemaDiff diff, SchemaObject now) {
    Set<String> added = new TreeSet<>();
    diff.fields().stream()
        .filter(c -> c.kind() == Kind.ADDED && !mapping.ignored().containsKey(c.field()))
        .forEach(c -> added.add(c.field()));
    boolean open =
        targetObject().stream().flatMap(o -> o.fields().stream()).anyMatch(f -> isOpen(f.name()));
    if (added.isEmpty() || !open) {
      return;
    }
    for (TargetSuggestion each :
        suggestions.all(customer.id(), connection, live.system(), now, mapping.target().object())) {
      Candidate chosen = each.chosen();
      String target = TargetSuggestions.path(each);
      if (chosen != null
          && chosen.score() >= SURE
          && isOpen(target)
          && !chosen.crosses()
          && added.containsAll(chosen.sourceFields())) {
        add(
            About.NEW,
            target,
            new FieldChange(
                reviewed.name(), String.join(" + ", chosen.sourceFields()), Kind.ADDED, List.of()),
            verdict(DriftCode.FM120),
            Suggested.accepted(chosen),
            chosen.score());
      }
    }
  }

  private boolean isOpen(String target) {
    FieldMapping field = mapping.fields().get(target);
    return field == null || field.input() instanceof Ask;
  }

  private Verdict verdict(DriftCode code) {
    return new Verdict(code, code.severity(mapping.direction()));
  }

  private void add(About about, FieldChange change, DriftCode code, String what, String next) {
    add(about, "", change, verdict(code), null, 0, what, next);
  }

  private void add(
      About about,
      String target,
      FieldChange change,
      Verdict verdict,
      @Nullable FieldMapping mend,
      double score) {
    String sources =
        mend == null
            ? ""
            : String.join(" + ", mend.sources()) + " (" + Math.round(score * 100) + " %)";
    add(
        about,
        target,
        change,
        verdict,
        mend,
        score,
        DriftWords.what(about, target, change, verdict.code()),
        DriftWords.next(about, verdict.code(), sources));
  }

  private void add(
      About about,
      String target,
      FieldChange change,
      Verdict verdict,
      @Nullable FieldMapping mend,
      double score,
      String what,
      String next) {
    Problem problem =
        places.named(
            places.of(
                new Problem(
                    verdict.severity(),
                    verdict.code().name(),
                    new Place("", 0, 0, path(about, target, verdict.code())),
                    what,
                    next)));
    found.add(
        new DriftFinding(
            customer.id(),
            customer.name(),
            entry,
            about,
            target,
            change,
            verdict,
            mend,
            score,
            problem,
            null));
  }

  private static String path(About about, String target, DriftCode code) {
    return switch (about) {
      case TARGET ->
          "fields."
              + target
              + (code == DriftCode.FM112 || code == DriftCode.FM113 ? ".values" : ".from");
      case NEW -> "fields." + target;
      case FILTER -> "where";
      case OBJECT, UNREAD -> "source.object";
      case CONNECTION -> "source.system";
    };
  }
}
