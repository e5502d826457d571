package dev.crosswalk.app.workspace;

import static java.util.stream.Collectors.toCollection;

import dev.crosswalk.app.workspace.OverlayEdits.Written;
import dev.crosswalk.engine.drift.ReviewRule;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Layers;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.Overlay;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.SourcesRead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, beside each customer's mappings, the schema that they were reviewed against. Whoever
 * decides on a field mapping has seen its source fields; what others read of them stays as it was
 * reviewed (see {@link ReviewRule}).
 */
public final class Reviews {

  /** The newest schema that a connection is known to have. */
  @FunctionalInterface
  public interface Live {
    /** Empty where the connection, or its object, is not known here. */
    Optional<SchemaObject> object(String connection, String system, String object);
  }

  private final Workspace workspace;
  private final Live live;

  public Reviews(Workspace workspace, Live live) {
    this.workspace = workspace;
    this.live = live;
  }

  /**
   * A mapping or an overlay was saved: keeps what was reviewed with it, for each customer that it
   * concerns and whose object is known.
   *
   * @param before what the file held; null where there was none
   * @return the files that were written; none where nothing differs
   */
  public List<Written> saved(Path file, @Nullable String before, String after) {
    Path base = WorkspaceLayout.baseOf(file);
    String owner = WorkspaceLayout.customerOf(file);
    List<MappingEntry> all = workspace.mappings();
    MappingEntry entry = all.stream().filter(m -> m.file().equals(base)).findFirst().orElse(null);
    if (entry == null) {
      return List.of();
    }
    List<Written> written = new ArrayList<>();
    for (CustomerFile each : workspace.readableCustomers().readable()) {
      if (owner == null ? workspace.uses(each, entry) : each.id().equals(owner)) {
        Mapping was = mapping(entry.file(), each.id(), owner != null, before);
        Mapping is = mapping(entry.file(), each.id(), owner != null, after);
        if (was != null && is != null) {
          written.addAll(decided(all, each, entry.file(), was, is));
        }
      }
    }
    return written;
  }

  /**
   * What held for a customer when the file said this.
   *
   * @param own whether the text is the customer's overlay rather than the base
   * @return null where the text, or what it stands on, cannot be understood
   */
  private @Nullable Mapping mapping(
      Path file, String customer, boolean own, @Nullable String text) {
    String shown = WorkspaceFiles.shown(file);
    MappingDocument base =
        own || text == null ? workspace.load(file) : MappingDocument.parse(text, shown);
    OverlayDocument overlay =
        own
            ? text == null ? null : OverlayDocument.parse(text, shown)
            : workspace.overlay(customer, file).orElse(null);
    Mapping said = base.mapping().orElse(null);
    if (said == null) {
      return null;
    }
    if (overlay == null) {
      return said;
    }
    Overlay over = overlay.overlay().orElse(null);
    return over == null ? null : Layers.effective(said, over).mapping();
  }

  /** A customer's field mappings were changed: what they read is reviewed with that. */
  public List<Written> decided(CustomerFile customer, Path mapping, Mapping before, Mapping after) {
    return decided(workspace.mappings(), customer, mapping, before, after);
  }

  private List<Written> decided(
      List<MappingEntry> all, CustomerFile customer, Path mapping, Mapping before, Mapping after) {
    boolean sameSource = same(before.source(), after.source());
    return keep(
        all,
        customer,
        after.source(),
        reader ->
            !reader.mapping().equals(mapping)
                || (sameSource
                    && (reader.target().isEmpty()
                        ? before.where().equals(after.where())
                        : alike(
                            before.fields().get(reader.target()),
                            after.fields().get(reader.target())))),
        name -> false);
  }

  private static boolean same(Endpoint one, Endpoint other) {
    return one.system().equals(other.system()) && one.object().equals(other.object());
  }

  /** Whether two field mappings do the same: who made them and notes on them do not count. */
  private static boolean alike(@Nullable FieldMapping one, @Nullable FieldMapping other) {
    return one != null
        && other != null
        && one.withOrigin(null).withNote(null).equals(other.withOrigin(null).withNote(null));
  }

  /**
   * A person says that a source field is good as it is now.
   *
   * @param field null for all fields of the object
   */
  public List<Written> take(CustomerFile customer, Endpoint source, @Nullable String field) {
    return keep(
        workspace.mappings(),
        customer,
        source,
        reader -> field != null,
        name -> field == null || name.equals(field));
  }

  /**
   * Something that reads source fields.
   *
   * @param target empty for the mapping's row filter
   * @param fields names of the fields that it reads
   */
  private record Reader(Path mapping, String target, Set<String> fields) {}

  /**
   * @param untouched what nobody decided on now
   * @param taken whether a field of that name is good as it is, whoever reads it
   */
  private List<Written> keep(
      List<MappingEntry> all,
      CustomerFile customer,
      Endpoint source,
      Predicate<Reader> untouched,
      Predicate<String> taken) {
    String connection = customer.connections().getOrDefault(source.system(), "");
    SchemaObject now =
        connection.isEmpty()
            ? null
            : live.object(connection, source.system(), source.object()).orElse(null);
    if (now == null) {
      return List.of();
    }
    Optional<SchemaObject> before =
        workspace.reviewedSchema(customer.id(), source.system(), source.object());
    Set<String> stays = new TreeSet<>();
    Set<String> read = new TreeSet<>();
    for (Reader reader : readers(all, customer, source, before.orElse(now))) {
      read.addAll(reader.fields());
      if (untouched.test(reader)) {
        stays.addAll(reader.fields());
      }
    }
    stays.removeIf(taken);
    Set<String> unread = now.fields().stream().map(Field::name).collect(toCollection(TreeSet::new));
    unread.removeAll(read);
    unread.removeIf(taken);
    SchemaObject after = ReviewRule.after(before, now, stays, unread);
    return before.isPresent() && text(source, before.get()).equals(text(source, after))
        ? List.of()
        : List.of(write(customer.id(), source, after));
  }

  private Written write(String customer, Endpoint source, SchemaObject object) {
    Path file = workspace.reviewedFile(customer, source.system(), source.object());
    String before = workspace.files().readIfThere(file).orElse(null);
    String after = text(source, object);
    workspace.save(file, after, before);
    return new Written(file, before, after);
  }

  private static String text(Endpoint source, SchemaObject object) {
    return SchemaFile.write(Schema.of(source.system(), List.of(object)));
  }

  private List<Reader> readers(
      List<MappingEntry> all, CustomerFile customer, Endpoint source, SchemaObject object) {
    List<Reader> readers = new ArrayList<>();
    for (MappingEntry entry : all) {
      Endpoint end = entry.source();
      if (end == null || !same(end, source) || !workspace.uses(customer, entry)) {
        continue;
      }
      Mapping mapping = workspace.effective(entry.file(), customer.id()).mapping();
      Set<String> filter = new TreeSet<>();
      mapping.where().forEach(condition -> filter.add(object.fieldOf(condition.field())));
      readers.add(new Reader(entry.file(), "", filter));
      mapping
          .fields()
          .forEach((target, field) ->
              readers.add(new Reader(entry.file(), target, fields(field, object))));
    }
    return readers;
  }

  /** The names of the fields of an object that a field mapping reads. */
  static Set<String> fields(FieldMapping field, SchemaObject object) {
    Set<String> names = new TreeSet<>();
    SourcesRead.of(field).forEach(path -> names.add(object.fieldOf(path)));
    return names;
  }
}
