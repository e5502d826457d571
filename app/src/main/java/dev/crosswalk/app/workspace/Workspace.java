package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Layers.EffectiveMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.mapping.WorkspaceFile;
import dev.crosswalk.engine.match.History;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.text.Nearest;
import dev.crosswalk.engine.transform.LookupFile;
import dev.crosswalk.engine.transform.Lookups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder with mappings and all that belongs to them (design: mapping-file.md). Nothing is held in
 * memory: every call reads the files as they are, so that edits by other programs are seen. Throws
 * {@code ProblemException} for files that cannot be read or written; see {@link WorkspaceFiles}.
 * Thread-safe.
 */
public final class Workspace implements AutoCloseable {
  /** The file that makes a folder a workspace. */
  public static final Path FILE = WorkspaceLayout.FILE;

  private final WorkspaceFiles files;
  private final MappingFiles mappings;
  private final CustomerFiles customers;
  private final SchemaFiles schemas;
  private @Nullable WorkspaceWatch watch;

  private Workspace(WorkspaceFiles files) {
    this.files = files;
    this.mappings = new MappingFiles(files);
    this.customers = new CustomerFiles(files);
    this.schemas = new SchemaFiles(files, mappings, customers);
  }

  /**
   * @throws ProblemException {@code workspace-missing}, {@code workspace-none} where the folder
   *     holds no {@code crosswalk.yaml}, or what is wrong with that file
   */
  public static Workspace open(Path folder) {
    WorkspaceFiles files = new WorkspaceFiles(folder);
    if (!files.exists(FILE)) {
      throw new ProblemException(
          Problem.error(
              "workspace-none",
              Place.of(folder.toString()),
              "The folder is not a workspace: it holds no " + FILE + ".",
              "Make one with crosswalk init " + folder + "."));
    }
    Workspace workspace = new Workspace(files);
    workspace.settings();
    return workspace;
  }

  /**
   * Makes a workspace in a folder, which is created if need be and may hold other things.
   *
   * @throws ProblemException {@code workspace-exists} where there is one already
   */
  public static Workspace create(Path folder, String name, String targetSystem) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "file-unwritable",
              Place.of(folder.toString()),
              "The folder cannot be made: " + WorkspaceFiles.reason(e) + ".",
              "Choose a folder that you may write to."),
          e);
    }
    WorkspaceFiles files = new WorkspaceFiles(folder);
    if (files.exists(FILE)) {
      throw new ProblemException(
          Problem.error(
              "workspace-exists",
              Place.of(folder.toString()),
              "The folder is a workspace already.",
              "Open it with crosswalk " + folder + ", or choose another folder."));
    }
    WorkspaceFile settings = new WorkspaceFile(name, targetSystem, Mapping.Defaults.STANDARD);
    files.write(FILE, settings.write(), null);
    Workspace workspace = open(folder);
    MergeDriver.attribute(workspace);
    return workspace;
  }

  public Path root() {
    return files.root();
  }

  public WorkspaceFiles files() {
    return files;
  }

  /** What {@code crosswalk.yaml} says. */
  public WorkspaceFile settings() {
    return WorkspaceFile.read(files.read(FILE), FILE.toString());
  }

  /** All base mappings, sorted by file; one that cannot be read is listed with its problems. */
  public List<MappingEntry> mappings() {
    return mappings.all();
  }

  /** The file of the mapping with this id. */
  public Optional<MappingEntry> mapping(String id) {
    return mappings.find(id);
  }

  /**
   * Reads a mapping file. What is wrong with its content stands in the document's problems.
   *
   * @throws ProblemException where the file itself cannot be read
   */
  public MappingDocument load(Path file) {
    return mappings.load(file);
  }

  /**
   * What a mapping file says.
   *
   * @throws ProblemException with file, line and column of everything that is wrong
   */
  public Mapping mapping(Path file) {
    return mappings.read(file);
  }

  /** The bytes of any file of the workspace as text. */
  public String text(Path file) {
    return files.read(file);
  }

  /** See {@link WorkspaceFiles#write}. */
  public void save(Path file, String text, @Nullable String textWhenLoaded) {
    files.write(file, text, textWhenLoaded);
  }

  /**
   * Makes an empty mapping between two objects, in the file that the layout gives it.
   *
   * @param title for people; null for none
   * @throws ProblemException {@code mapping-exists} where there is one for the pair
   */
  public MappingEntry createMapping(Endpoint source, Endpoint target, @Nullable String title) {
    return mappings.create(source, target, title, settings().defaults());
  }

  /**
   * The target model: all objects of {@code schemas/<target system>/}; empty where there are none.
   */
  public Schema target() {
    return target(settings().targetSystem());
  }

  /** The model of one system. */
  public Schema target(String system) {
    return schemas.target(system);
  }

  /** Writes one object of the target model, over what the file held before. */
  public Path saveTargetObject(SchemaObject object) {
    return schemas.saveTarget(settings().targetSystem(), object);
  }

  /**
   * The lookup tables, {@code lookups/NAME.csv}, by name.
   *
   * @throws ProblemException {@code lookup-syntax} for a table that cannot be read
   */
  public Lookups lookups() {
    Map<String, Lookups.Table> tables = new TreeMap<>();
    for (Path file : files.list(WorkspaceLayout.LOOKUPS, 1, WorkspaceLayout.CSV)) {
      tables.put(
          WorkspaceLayout.plainName(file, WorkspaceLayout.CSV),
          LookupFile.read(files.read(file), WorkspaceFiles.shown(file)));
    }
    return new Lookups(tables);
  }

  /**
   * A customer by id, who must be there.
   *
   * @throws ProblemException {@code customer-unknown}, naming those there are
   */
  public CustomerFile knownCustomer(String id) {
    List<CustomerFile> all = customers();
    List<String> ids = all.stream().map(CustomerFile::id).toList();
    return all.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "customer-unknown",
                    null,
                    "There is no customer '" + id + "'.",
                    ids.isEmpty()
                        ? "The workspace has none yet."
                        : Nearest.mend(id, ids, "There are: " + String.join(", ", ids) + "."))));
  }

  /** The customers, sorted by id. A customer file that cannot be read throws its problems. */
  public List<CustomerFile> customers() {
    return customers.all();
  }

  /**
   * The customers whose files can be read: one that is broken keeps nobody from the others.
   *
   * @param readable sorted by id
   * @param problems what is wrong with the other files, with their places
   */
  public record Customers(List<CustomerFile> readable, List<Problem> problems) {
    public Customers {
      readable = List.copyOf(readable);
      problems = List.copyOf(problems);
    }
  }

  /** As {@link #customers}, but a file that cannot be read is left out and told. */
  public Customers readableCustomers() {
    return customers.readable();
  }

  public Optional<CustomerFile> customer(String id) {
    return customers.read(id);
  }

  /** Writes a customer's file, over what it held before. */
  public void saveCustomer(CustomerFile customer) {
    customers.save(customer);
  }

  /** Whether a customer works with a base mapping: it says so, or has an overlay on it. */
  public boolean uses(CustomerFile customer, MappingEntry mapping) {
    return customers.uses(customer, mapping);
  }

  /** Where the overlay of a customer on a base mapping lies, whether there is one or not. */
  public Path overlayFile(String customer, Path mapping) {
    return WorkspaceLayout.overlay(customer, mapping);
  }

  /** The ids of the customers that have an overlay on a base mapping, sorted. */
  public List<String> overlayCustomers(Path mapping) {
    return customers.withOverlay(mapping);
  }

  /** A customer's overlay; empty where the customer has none. */
  public Optional<OverlayDocument> overlay(String customer, Path mapping) {
    return customers.overlay(customer, mapping);
  }

  /**
   * A customer's overlay as a document to edit; a new one, not yet on disk, where there is none.
   */
  public OverlayDocument editableOverlay(String customer, MappingEntry mapping) {
    return customers.editableOverlay(customer, mapping);
  }

  /**
   * What holds for a customer: the base with the overlay on it.
   *
   * @param customer null for the base alone
   */
  public EffectiveMapping effective(Path mapping, @Nullable String customer) {
    return customers.effective(mapping(mapping), mapping, customer);
  }

  /**
   * The schema that a mapping was reviewed against.
   *
   * @param customer null for any customer's, one that uses the object without an overlay first
   */
  public Optional<SchemaObject> reviewedSchema(
      @Nullable String customer, String system, String object) {
    return schemas.reviewed(customer, system, object);
  }

  /** Where that schema lies, or is to be kept. */
  Path reviewedFile(String customer, String system, String object) {
    return schemas.reviewedFile(customer, system, object);
  }

  /** Keeps the schema that a mapping was reviewed against; without sample values. */
  public Path saveReviewedSchema(String customer, String system, SchemaObject object) {
    return schemas.saveReviewed(customer, system, object);
  }

  /** What people accepted and rejected in all mappings and overlays that can be read. */
  public History history() {
    return new HistoryReader(this).read();
  }

  /** The decisions that a mapping itself holds, as if this customer had made all of them. */
  public static History decisions(Mapping mapping, String customer) {
    return HistoryReader.of(mapping, customer);
  }

  /**
   * Words that mean the same in this workspace ({@code thesaurus.txt}, in the form of the one that
   * comes with the product); empty where there are none.
   */
  public String words() {
    return files.readIfThere(WorkspaceLayout.THESAURUS).orElse("");
  }

  /** The git side. */
  public WorkspaceGit git(Clock clock) {
    return new WorkspaceGit(files.root(), clock);
  }

  /**
   * Tells of changes of files, one's own included, a moment after they happened, on a thread of its
   * own. Closing what is returned ends it.
   */
  public synchronized AutoCloseable onChange(Runnable listener) {
    WorkspaceWatch open = watch;
    if (open == null) {
      try {
        open = new WorkspaceWatch(files.root());
      } catch (IOException e) {
        throw new ProblemException(
            Problem.warning(
                "workspace-watch",
                Place.of(files.root().toString()),
                "Changes by other programs will not be noticed: " + WorkspaceFiles.reason(e) + ".",
                "Reload by hand, or raise the system's limit of watched files."),
            e);
      }
      watch = open;
    }
    return open.listen(listener);
  }

  @Override
  public synchronized void close() {
    WorkspaceWatch open = watch;
    watch = null;
    if (open != null) {
      open.close();
    }
  }
}
