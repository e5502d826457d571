package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.drift.ReviewRule;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Layers;
import dev.crosswalk.engine.mapping.Layers.EffectiveMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.Overlay;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.mapping.WorkspaceFile;
import dev.crosswalk.engine.match.History;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.LookupFile;
import dev.crosswalk.engine.transform.Lookups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
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
  public static final Path FILE = Path.of("crosswalk.yaml");

  private static final Path MAPPINGS = Path.of("mappings");
  private static final Path SCHEMAS = Path.of("schemas");
  private static final Path CUSTOMERS = Path.of("customers");
  private static final Path LOOKUPS = Path.of("lookups");
  private static final String YAML = ".yaml";
  private static final String CSV = ".csv";
  private static final int DEPTH = 4;

  private final WorkspaceFiles files;
  private @Nullable WorkspaceWatch watch;

  private Workspace(WorkspaceFiles files) {
    this.files = files;
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
    return open(folder);
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
    List<MappingEntry> entries = new ArrayList<>();
    for (Path file : files.list(MAPPINGS, DEPTH, YAML)) {
      entries.add(entry(file));
    }
    return List.copyOf(entries);
  }

  private MappingEntry entry(Path file) {
    String name = String.valueOf(file.getFileName());
    String plain = name.substring(0, name.length() - YAML.length());
    MappingDocument document;
    try {
      document = load(file);
    } catch (ProblemException e) {
      return new MappingEntry(file, plain, plain, null, null, 0, e.problems());
    }
    Mapping mapping = document.mapping().orElse(null);
    if (mapping == null) {
      return new MappingEntry(file, plain, plain, null, null, 0, document.problems());
    }
    int mapped =
        (int)
            mapping.fields().values().stream()
                .filter(f -> !(f.input() instanceof FieldMapping.Ask))
                .count();
    String title = mapping.title();
    return new MappingEntry(
        file,
        mapping.id(),
        title == null ? mapping.id() : title,
        mapping.source(),
        mapping.target(),
        mapped,
        document.problems());
  }

  /** The file of the mapping with this id. */
  public Optional<MappingEntry> mapping(String id) {
    return mappings().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /**
   * Reads a mapping file. What is wrong with its content stands in the document's problems.
   *
   * @throws ProblemException where the file itself cannot be read
   */
  public MappingDocument load(Path file) {
    return MappingDocument.parse(files.read(file), WorkspaceFiles.shown(file));
  }

  /**
   * What a mapping file says.
   *
   * @throws ProblemException with file, line and column of everything that is wrong
   */
  public Mapping mapping(Path file) {
    MappingDocument document = load(file);
    return document.mapping().orElseThrow(() -> new ProblemException(document.problems()));
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
    Path file =
        MAPPINGS
            .resolve(Names.file(source.system()))
            .resolve(Names.file(source.object()) + "--" + Names.file(target.object()) + YAML);
    String id = Names.mappingId(source.system(), source.object(), target.object());
    if (files.exists(file) || mapping(id).isPresent()) {
      throw new ProblemException(
          Problem.error(
              "mapping-exists",
              Place.of(WorkspaceFiles.shown(file)),
              "There is a mapping from " + source.object() + " to " + target.object() + " already.",
              "Open it instead."));
    }
    Mapping mapping =
        new Mapping(
            id,
            title,
            null,
            source,
            target,
            Mapping.Direction.READ,
            settings().defaults(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    MappingDocument document = MappingDocument.create(mapping, WorkspaceFiles.shown(file));
    files.write(file, document.text(), null);
    return entry(file);
  }

  /**
   * The target model: all objects of {@code schemas/<target system>/}; empty where there are none.
   */
  public Schema target() {
    return target(settings().targetSystem());
  }

  /** The model of one system. */
  public Schema target(String system) {
    List<SchemaObject> objects = new ArrayList<>();
    for (Path file : files.list(SCHEMAS.resolve(Names.file(system)), 1, YAML)) {
      objects.addAll(SchemaFile.read(files.read(file), WorkspaceFiles.shown(file)).objects());
    }
    return Schema.of(system, objects);
  }

  /** Writes one object of the target model, over what the file held before. */
  public Path saveTargetObject(SchemaObject object) {
    String system = settings().targetSystem();
    Path file = SCHEMAS.resolve(Names.file(system)).resolve(Names.file(object.name()) + YAML);
    put(file, SchemaFile.write(Schema.of(system, List.of(object))));
    return file;
  }

  /** Writes a file of which the workspace keeps only the newest state. */
  private void put(Path file, String text) {
    files.write(file, text, files.readIfThere(file).orElse(null));
  }

  /**
   * The lookup tables, {@code lookups/NAME.csv}, by name.
   *
   * @throws ProblemException {@code lookup-syntax} for a table that cannot be read
   */
  public Lookups lookups() {
    Map<String, Lookups.Table> tables = new TreeMap<>();
    for (Path file : files.list(LOOKUPS, 1, CSV)) {
      String name = String.valueOf(file.getFileName());
      tables.put(
          name.substring(0, name.length() - CSV.length()),
          LookupFile.read(files.read(file), WorkspaceFiles.shown(file)));
    }
    return new Lookups(tables);
  }

  /** The customers, sorted by id. A customer file that cannot be read throws its problems. */
  public List<CustomerFile> customers() {
    List<CustomerFile> customers = new ArrayList<>();
    for (String id : files.folders(CUSTOMERS)) {
      customer(id).ifPresent(customers::add);
    }
    return List.copyOf(customers);
  }

  public Optional<CustomerFile> customer(String id) {
    Path file = customerFile(id);
    return files.readIfThere(file).map(text -> CustomerFile.read(text, WorkspaceFiles.shown(file)));
  }

  /** Writes a customer's file, over what it held before. */
  public void saveCustomer(CustomerFile customer) {
    put(customerFile(customer.id()), customer.write());
  }

  /** Whether a customer works with a base mapping: it says so, or has an overlay on it. */
  public boolean uses(CustomerFile customer, MappingEntry mapping) {
    return customer.mappings().contains(mapping.id())
        || files.exists(overlayFile(customer.id(), mapping.file()));
  }

  /** Where a customer's own file lies, whether there is one or not. */
  public static Path customerFile(String customer) {
    return CUSTOMERS.resolve(customer).resolve("customer.yaml");
  }

  /** The customer in whose folder a file lies; null for a file of the base. */
  static @Nullable String customerOf(Path file) {
    return file.startsWith(CUSTOMERS) && file.getNameCount() > 2
        ? file.getName(1).toString()
        : null;
  }

  /** The base mapping that a file is, or that it would be the overlay on. */
  static Path baseOf(Path file) {
    return customerOf(file) == null ? file : MAPPINGS.resolve(file.subpath(2, file.getNameCount()));
  }

  /** Where the overlay of a customer on a base mapping lies, whether there is one or not. */
  public Path overlayFile(String customer, Path mapping) {
    return CUSTOMERS.resolve(customer).resolve(MAPPINGS.relativize(mapping));
  }

  /** The ids of the customers that have an overlay on a base mapping, sorted. */
  public List<String> overlayCustomers(Path mapping) {
    return files.folders(CUSTOMERS).stream()
        .filter(id -> files.exists(overlayFile(id, mapping)))
        .toList();
  }

  /** A customer's overlay; empty where the customer has none. */
  public Optional<OverlayDocument> overlay(String customer, Path mapping) {
    Path file = overlayFile(customer, mapping);
    return files
        .readIfThere(file)
        .map(text -> OverlayDocument.parse(text, WorkspaceFiles.shown(file)));
  }

  /**
   * A customer's overlay as a document to edit; a new one, not yet on disk, where there is none.
   */
  public OverlayDocument editableOverlay(String customer, MappingEntry mapping) {
    Path file = overlayFile(customer, mapping.file());
    return overlay(customer, mapping.file())
        .orElseGet(() ->
            OverlayDocument.create(
                Overlay.empty(mapping.id(), customer), WorkspaceFiles.shown(file)));
  }

  /**
   * What holds for a customer: the base with the overlay on it.
   *
   * @param customer null for the base alone
   */
  public EffectiveMapping effective(Path mapping, @Nullable String customer) {
    Mapping base = mapping(mapping);
    OverlayDocument document = customer == null ? null : overlay(customer, mapping).orElse(null);
    if (document == null) {
      return Layers.effective(base, Overlay.empty(base.id(), customer == null ? "" : customer));
    }
    Overlay overlay =
        document.overlay().orElseThrow(() -> new ProblemException(document.problems()));
    return Layers.effective(base, overlay, document::place);
  }

  /**
   * The schema that a mapping was reviewed against.
   *
   * @param customer null for any customer's, one that uses the object without an overlay first
   */
  public Optional<SchemaObject> reviewedSchema(
      @Nullable String customer, String system, String object) {
    for (String id : customer == null ? plainFirst(system, object) : List.of(customer)) {
      Path file = reviewedFile(id, system, object);
      Optional<SchemaObject> found =
          files
              .readIfThere(file)
              .flatMap(t -> SchemaFile.read(t, WorkspaceFiles.shown(file)).object(object));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Customers whose mappings of the object are the base itself come first: its fields are theirs.
   */
  private List<String> plainFirst(String system, String object) {
    List<Path> bases =
        mappings().stream()
            .filter(m -> m.source() != null && m.source().object().equals(object))
            .filter(m -> m.source() != null && m.source().system().equals(system))
            .map(MappingEntry::file)
            .toList();
    return files.folders(CUSTOMERS).stream()
        .sorted(
            Comparator.comparing(
                id -> bases.stream().anyMatch(b -> files.exists(overlayFile(id, b)))))
        .toList();
  }

  /** Keeps the schema that a mapping was reviewed against; without sample values. */
  public Path saveReviewedSchema(String customer, String system, SchemaObject object) {
    Path file = reviewedFile(customer, system, object.name());
    put(file, SchemaFile.write(Schema.of(system, List.of(ReviewRule.kept(object)))));
    return file;
  }

  /** Where the schema lies that a customer's mappings were reviewed against. */
  static Path reviewedFile(String customer, String system, String object) {
    return CUSTOMERS
        .resolve(customer)
        .resolve(SCHEMAS)
        .resolve(Names.file(system))
        .resolve(Names.file(object) + YAML);
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
    return files.readIfThere(Path.of("thesaurus.txt")).orElse("");
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
