package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.studio.mapping.MappingDesk;
import dev.crosswalk.app.studio.preview.PreviewRun.Row;
import dev.crosswalk.app.studio.preview.PreviewRun.Trouble;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.BehindReferences;
import dev.crosswalk.app.workspace.GoldenFiles;
import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** Sample records before and after a mapping, and what goes wrong with them. Holds no nodes. */
public final class PreviewModel {
  /** How many records one fetch asks for. */
  public static final int FETCH = 25;

  /** How many records are shown at most. */
  public static final int MOST = 500;

  private final Tasks tasks;
  private final Texts texts;
  private final Consumer<Problem> onProblem;
  private final BiConsumer<MappingContext, List<Map<String, @Nullable Object>>> onRecords;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private @Nullable MappingContext context;
  private @Nullable Mapping mapping;
  private RecordNames names = RecordNames.of(SchemaObject.of("none", List.of()));
  private PreviewRun run = PreviewRun.NONE;
  private boolean onlyFailing;
  private int selected = 1;
  private String reason = "";
  private boolean busy;
  private Runnable afterwards = () -> {};

  /**
   * @param onRecords told of new records, so that the editor's live result uses them too
   */
  public PreviewModel(
      Tasks tasks,
      Texts texts,
      Consumer<Problem> onProblem,
      BiConsumer<MappingContext, List<Map<String, @Nullable Object>>> onRecords) {
    this.tasks = tasks;
    this.texts = texts;
    this.onProblem = onProblem;
    this.onRecords = onRecords;
  }

  /** Shows a mapping as it is now, on the records of its context. */
  public void show(MappingContext newContext, Mapping newMapping) {
    MappingContext was = context;
    if (was == null || !was.file().equals(newContext.file())) {
      selected = 1;
      onlyFailing = false;
    }
    if (was == null || !was.source().equals(newContext.source())) {
      names = RecordNames.of(newContext.source());
    }
    context = newContext;
    mapping = newMapping;
    apply();
  }

  /** Shows nothing, when the workspace is closed. */
  public void clear() {
    context = null;
    mapping = null;
    run = PreviewRun.NONE;
    changed();
  }

  private void apply() {
    MappingContext c = context;
    Mapping m = mapping;
    if (c == null || m == null) {
      return;
    }
    List<Map<String, @Nullable Object>> records =
        c.records().subList(0, Math.min(MOST, c.records().size()));
    tasks.latest(
        "preview",
        progress ->
            PreviewRun.of(
                CompiledMapping.compile(m, c.source(), c.target(), c.lookups()),
                c.target(),
                records),
        found -> {
          run = found;
          reason = "";
          Runnable then = afterwards;
          afterwards = () -> {};
          changed();
          then.run();
        },
        problem -> {
          run = PreviewRun.NONE;
          reason = texts.of(problem).toString();
          changed();
        });
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  /**
   * Reads records from the connection.
   *
   * @param count at most this many
   */
  public void fetch(MappingDesk desk, int count) {
    fetch(desk, count, () -> {});
  }

  /** What the mapping reads across references. */
  private List<FieldPath> behind(MappingContext of) {
    Mapping m = mapping;
    return m == null ? List.of() : BehindReferences.of(m, of.source());
  }

  private void fetch(MappingDesk desk, int count, Runnable then) {
    MappingContext c = context;
    if (c != null) {
      busy = true;
      changed();
      tasks.run(
          texts.of("preview.fetching", count, c.source().shown()),
          progress -> desk.fetch(c, behind(c), count, progress),
          records -> {
            afterwards = then;
            take(records);
          },
          this::failed);
    }
  }

  /**
   * Goes to the record with an id: among those on show, else as the connection gives it, else among
   * as many as can be fetched.
   *
   * @param desk null where nothing can be fetched
   */
  public void find(@Nullable MappingDesk desk, String id) {
    String wanted = id.strip();
    MappingContext c = context;
    if (wanted.isEmpty() || c == null || show(wanted)) {
      return;
    }
    if (desk == null || c.connection() == null) {
      notFound(c, wanted, null);
      return;
    }
    List<FieldPath> behind = behind(c);
    busy = true;
    changed();
    tasks.run(
        texts.of("preview.finding", wanted),
        progress -> RecordAsked.of(desk, c, wanted, behind, progress),
        found -> found(desk, c, wanted, found),
        this::failed);
  }

  private void found(MappingDesk desk, MappingContext of, String id, RecordAsked asked) {
    Map<String, @Nullable Object> record = asked.record();
    if (record != null) {
      List<Map<String, @Nullable Object>> records = new ArrayList<>();
      records.add(record);
      records.addAll(of.records());
      onlyFailing = false;
      take(records);
    } else if (run.rows().size() >= MOST) {
      busy = false;
      notFound(of, id, asked.why());
      changed();
    } else {
      fetch(
          desk,
          MOST,
          () -> {
            if (!show(id)) {
              notFound(of, id, asked.why());
            }
          });
    }
  }

  private void notFound(MappingContext of, String id, @Nullable Problem said) {
    Problem why = said == null ? null : texts.of(said);
    String among = texts.of("preview.noRecord", run.rows().size(), of.source().shown(), id);
    onProblem.accept(
        Problem.error(
            RecordById.UNKNOWN,
            null,
            why == null ? among : why.what() + " " + among,
            why == null ? texts.of("preview.noRecordNext", MOST) : why.next()));
  }

  private boolean show(String id) {
    MappingContext c = context;
    Optional<Row> found = c == null ? Optional.empty() : run.withId(c.source(), id);
    found.ifPresent(row -> {
      onlyFailing &= row.failing();
      selected = row.number();
      changed();
    });
    return found.isPresent();
  }

  /**
   * Keeps the record on show, or all that pass the filter, as golden records.
   *
   * @param replace over those that there were
   * @param onKept gets what was written
   */
  public void keepGolden(
      GoldenRecords keeper, boolean all, boolean replace, Consumer<GoldenFiles.Kept> onKept) {
    MappingContext c = context;
    Mapping m = mapping;
    List<Map<String, @Nullable Object>> records =
        (all ? rowsShown() : row().map(List::of).orElse(List.of()))
            .stream().map(Row::before).toList();
    if (c != null && m != null && !records.isEmpty()) {
      tasks.run(
          texts.of("preview.keepingGolden"),
          progress -> keeper.keep(c, m, records, replace, progress),
          onKept,
          onProblem);
    }
  }

  /** Reads records from a file instead. */
  public void read(MappingDesk desk, Path file) {
    busy = true;
    changed();
    tasks.run(
        texts.of("preview.reading", String.valueOf(file.getFileName())),
        progress -> desk.readRecords(file, MOST),
        this::take,
        this::failed);
  }

  private void failed(Problem problem) {
    busy = false;
    changed();
    onProblem.accept(problem);
  }

  private void take(List<Map<String, @Nullable Object>> records) {
    busy = false;
    MappingContext c = context;
    if (c != null) {
      selected = 1;
      context = c.withRecords(records);
      onRecords.accept(c, records);
      apply();
    }
  }

  public void setOnlyFailing(boolean only) {
    onlyFailing = only;
    if (!rowsShown().isEmpty() && row().isEmpty()) {
      selected = rowsShown().getFirst().number();
    }
    changed();
  }

  public void select(int number) {
    if (number != selected) {
      selected = number;
      changed();
    }
  }

  /** The records that pass the filter. */
  public List<Row> rowsShown() {
    return onlyFailing ? run.rows().stream().filter(Row::failing).toList() : run.rows();
  }

  /** What the records of the mapping are called by. */
  RecordNames names() {
    return names;
  }

  /** The record that is shown side by side. */
  public Optional<Row> row() {
    return rowsShown().stream().filter(r -> r.number() == selected).findFirst();
  }

  public List<Trouble> troubles() {
    return run.troubles();
  }

  public Optional<MappingContext> context() {
    return Optional.ofNullable(context);
  }

  public Optional<Mapping> mapping() {
    return Optional.ofNullable(mapping);
  }

  public boolean onlyFailing() {
    return onlyFailing;
  }

  public boolean busy() {
    return busy;
  }

  /** Why the mapping cannot run at all; empty if it can. */
  public String reason() {
    return reason;
  }

  /** {@code 25 records, 4 fail}. */
  public String summary() {
    String summary = texts.of("preview.summary", run.rows().size(), run.failing(), run.filtered());
    String unread = unread();
    return unread.isEmpty() ? summary : summary + ". " + texts.of("preview.unread", unread);
  }

  /** What the mapping reads across references and these records do not hold; empty if nothing. */
  private String unread() {
    MappingContext c = context;
    return c == null
        ? ""
        : BehindReferences.unread(behind(c), run.records()).stream()
            .map(FieldPath::toString)
            .collect(Collectors.joining(", "));
  }

  /** Grows whenever something here changed. */
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }
}
