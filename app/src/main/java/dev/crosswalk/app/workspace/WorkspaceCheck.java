package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.CheckFinding.Subject;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingCheck;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.text.PublishedSchemas;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.MappingTypes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks over a whole workspace: every file readable, required targets covered, transforms typed,
 * overlays fitting their base, golden records giving what they gave, no secret anywhere. Changes
 * nothing.
 */
public final class WorkspaceCheck {
  private static final List<String> TEXTS =
      List.of(".yaml", ".yml", ".json", ".md", ".csv", ".txt", ".env", ".jsonata");
  private static final int DEPTH = 8;
  private static final Pattern STEP = Pattern.compile("^fields\\..*\\.use(\\.|$)");

  private final Workspace workspace;
  private final @Nullable Known known;
  private final Set<CheckFinding> findings = new LinkedHashSet<>();
  private final Set<Subject> subjects = new LinkedHashSet<>();
  private Lookups lookups = Lookups.NONE;
  private List<CustomerFile> customers = List.of();

  /** Looks at the files alone: drift cannot be told from them. */
  public WorkspaceCheck(Workspace workspace) {
    this.workspace = workspace;
    this.known = null;
  }

  /**
   * @param known what the customers' systems look like now
   */
  public WorkspaceCheck(Workspace workspace, Known known) {
    this.workspace = workspace;
    this.known = known;
  }

  /**
   * Looks at everything.
   *
   * @param today against which the days are held until which findings are accepted
   */
  public CheckReport run(LocalDate today) {
    Acceptances acceptances = Acceptances.of(workspace, today);
    acceptances.problems().forEach(this::found);
    files();
    List<CheckFinding> all = new ArrayList<>();
    for (CheckFinding each : findings) {
      Acceptances.Judged judged = acceptances.judge(each.problem(), each.subject());
      all.add(
          new CheckFinding(judged.problem(), each.subject(), each.change(), judged.acceptance()));
    }
    List<String> unjudged = new ArrayList<>();
    all.addAll(drift(acceptances, unjudged));
    List<CheckFinding> open = new ArrayList<>();
    List<CheckFinding> accepted = new ArrayList<>();
    all.forEach(each -> (each.accepted() == null ? open : accepted).add(each));
    if (known != null && unjudged.isEmpty()) {
      acceptances.unused().forEach(p -> open.add(CheckFinding.of(p, null)));
    }
    return new CheckReport(sorted(open), sorted(accepted), List.copyOf(subjects), unjudged);
  }

  private void files() {
    attempt(workspace::settings);
    secrets();
    published();
    Optional<Schema> target = attempt(workspace::target);
    lookups = attempt(workspace::lookups).orElse(Lookups.NONE);
    customers = attempt(workspace::customers).orElse(List.of());
    for (MappingEntry entry : workspace.mappings()) {
      entry.problems().forEach(this::found);
      if (entry.readable()) {
        mapping(entry, target.orElse(null));
      }
    }
    GoldenCheck golden = new GoldenCheck(workspace);
    for (GoldenFiles.Found found : golden.files()) {
      attempt(() -> golden.check(found)).ifPresent(problems -> problems.forEach(this::found));
    }
  }

  /** What changed in the customers' systems since the reviews, as far as they are known. */
  private List<CheckFinding> drift(Acceptances acceptances, List<String> unjudged) {
    if (known == null || customers.isEmpty()) {
      return List.of();
    }
    DriftSearch.Found found;
    try {
      found = new DriftSearch(workspace, known, acceptances).find(Progress.NONE);
    } catch (ProblemException e) {
      // A file that cannot be read is among the findings already.
      unjudged.add("Drift was not judged. " + e.problem());
      return List.of();
    }
    found.unreviewed().forEach(u -> unjudged.add(unjudged(u, "nothing was reviewed yet")));
    found
        .unknown()
        .forEach(u -> unjudged.add(unjudged(u, "its system is not known here; try --live")));
    return found.findings().stream().map(DriftFinding::checked).toList();
  }

  private static String unjudged(DriftSearch.Unreviewed one, String why) {
    return "Drift of " + one.entry().id() + " for " + one.customer() + " was not judged: " + why;
  }

  private static List<CheckFinding> sorted(List<CheckFinding> found) {
    List<CheckFinding> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparing(
            CheckFinding::problem,
            Comparator.comparing((Problem p) -> p.place() == null ? "" : p.place().file())
                .thenComparingInt(p -> p.place() == null ? 0 : p.place().line())
                .thenComparing(Problem::severity)
                .thenComparing(Problem::code)));
    return sorted;
  }

  private void found(Problem problem) {
    findings.add(CheckFinding.of(problem, null));
  }

  /** Says of which mapping a problem is, and of which target where its path names one. */
  private void found(Problem problem, CheckPlaces places) {
    Place place = problem.place();
    String path = place == null ? null : place.path();
    findings.add(CheckFinding.of(problem, places.subject(path)));
  }

  private <T> Optional<T> attempt(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (ProblemException e) {
      e.problems().forEach(this::found);
      return Optional.empty();
    }
  }

  /** Every file that says its kind passes the published schema of that kind. */
  private void published() {
    for (Path file : workspace.files().list(Path.of(""), DEPTH, ".yaml")) {
      String shown = WorkspaceFiles.shown(file);
      attempt(() -> workspace.text(file))
          .filter(text -> text.contains("format: crosswalk/"))
          .flatMap(text -> attempt(() -> YamlDocument.parse(text, shown, SchemaFile.LONGEST)))
          .ifPresent(yaml -> {
            if (yaml.map().get("kind") instanceof String kind
                && PublishedSchemas.kinds().contains(kind.toLowerCase(Locale.ROOT))) {
              PublishedSchemas.validate(kind.toLowerCase(Locale.ROOT), yaml).stream()
                  .filter(p -> !ofStep(p))
                  .forEach(this::found);
            }
          });
    }
  }

  /** What is wrong with a step, its compiler says in one sentence and the schema in six. */
  private static boolean ofStep(Problem problem) {
    String path = problem.place() == null ? null : problem.place().path();
    return path != null && STEP.matcher(path).find();
  }

  private void secrets() {
    for (String suffix : TEXTS) {
      for (Path file : workspace.files().list(Path.of(""), DEPTH, suffix)) {
        attempt(() -> workspace.text(file))
            .ifPresent(
                text -> SecretScan.scan(WorkspaceFiles.shown(file), text).forEach(this::found));
      }
    }
  }

  /**
   * The base, and for each customer who works with it, by an overlay or as it is, what the base has
   * not said already. What all who take it as it is have in common is the base's own.
   */
  private void mapping(MappingEntry entry, @Nullable Schema target) {
    MappingDocument base = workspace.load(entry.file());
    Mapping mapping = base.mapping().orElse(null);
    if (mapping == null) {
      return;
    }
    Map<String, SchemaObject> plain = plain(entry, mapping);
    CheckPlaces places = CheckPlaces.of(mapping, base);
    Set<Problem> ofBase = new LinkedHashSet<>();
    if (plain.isEmpty()) {
      ofBase.addAll(typed(mapping, places, target, reviewed(null, mapping)));
    } else {
      List<List<Problem>> each =
          plain.values().stream().map(s -> typed(mapping, places, target, s)).toList();
      ofBase.addAll(each.getFirst());
      each.forEach(found -> ofBase.removeIf(p -> !said(found, p)));
    }
    ofBase.forEach(p -> found(p, places));
    places.targets().forEach(subjects::add);
    plain.forEach((customer, source) ->
        customer(new CheckPlaces(mapping, base, null, customer), target, source, ofBase));
    for (String customer : workspace.overlayCustomers(entry.file())) {
      OverlayDocument overlay = workspace.overlay(customer, entry.file()).orElse(null);
      attempt(() -> workspace.effective(entry.file(), customer))
          .ifPresent(effective -> {
            CheckPlaces own = new CheckPlaces(effective.mapping(), base, overlay, customer);
            effective.warnings().forEach(p -> found(p, own));
            customer(own, target, reviewed(customer, effective.mapping()), ofBase);
          });
    }
  }

  private void customer(
      CheckPlaces places,
      @Nullable Schema target,
      @Nullable SchemaObject source,
      Set<Problem> ofBase) {
    typed(places.mapping(), places, target, source).stream()
        .filter(p -> !said(ofBase, p))
        .forEach(p -> found(places.named(p), places));
    places.targets().forEach(subjects::add);
  }

  /** Whether the same is said already; what to do about it may differ from schema to schema. */
  private static boolean said(Collection<Problem> found, Problem problem) {
    return found.stream()
        .anyMatch(p ->
            p.code().equals(problem.code())
                && p.what().equals(problem.what())
                && Objects.equals(p.place(), problem.place()));
  }

  /**
   * The reviewed source object of each customer who takes the base as it is, where there is one.
   */
  private Map<String, SchemaObject> plain(MappingEntry entry, Mapping mapping) {
    List<String> differ = workspace.overlayCustomers(entry.file());
    Map<String, SchemaObject> plain = new TreeMap<>();
    for (CustomerFile customer : customers) {
      if (customer.mappings().contains(entry.id()) && !differ.contains(customer.id())) {
        SchemaObject reviewed = reviewed(customer.id(), mapping);
        if (reviewed != null) {
          plain.put(customer.id(), reviewed);
        }
      }
    }
    return plain;
  }

  private @Nullable SchemaObject reviewed(@Nullable String customer, Mapping mapping) {
    return attempt(() ->
            workspace.reviewedSchema(
                customer, mapping.source().system(), mapping.source().object()))
        .flatMap(found -> found)
        .orElse(null);
  }

  private List<Problem> typed(
      Mapping mapping, CheckPlaces places, @Nullable Schema model, @Nullable SchemaObject source) {
    SchemaObject target =
        model == null ? null : model.object(mapping.target().object()).orElse(null);
    if (target == null) {
      return List.of(unknownTarget(mapping.target(), places, model));
    }
    List<Problem> found =
        new ArrayList<>(MappingCheck.check(mapping, places.customer() != null, places::field));
    MappingTypes.check(mapping, source, target, lookups).forEach(p -> found.add(places.of(p)));
    try {
      CompiledMapping.compile(mapping, source, target, lookups);
    } catch (ProblemException e) {
      e.problems().forEach(p -> found.add(places.of(p)));
    }
    return found;
  }

  /** Says where the object is, where another system than the workspace's target has it. */
  private Problem unknownTarget(Endpoint end, CheckPlaces places, @Nullable Schema model) {
    if (model != null
        && !model.system().equals(end.system())
        && attempt(() -> workspace.target(end.system()).object(end.object()))
            .flatMap(found -> found)
            .isPresent()) {
      return Problem.error(
          "target-unknown",
          places.target(),
          "The target object "
              + end.object()
              + " is in schemas/"
              + end.system()
              + ", but "
              + Workspace.FILE
              + " names the target system "
              + model.system()
              + ".",
          "Name "
              + end.system()
              + " as the target's system in "
              + Workspace.FILE
              + ", or map to an object of "
              + model.system()
              + ".");
    }
    return Problem.error(
        "target-unknown",
        places.target(),
        "The target object " + end.object() + " is not in the model.",
        "Add it under schemas/" + end.system() + ", or correct the mapping.");
  }
}
