package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.mapping.canvas.BoardModel;
import dev.crosswalk.app.studio.mapping.canvas.FieldFacts;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.mapping.review.ReviewModel;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One mapping being edited: the file, the suggestions, what is selected, and the result on sample
 * records. Holds no nodes. Every change goes through {@link MappingDraft}, so all of it can be
 * undone by name. Hand-made mappings change only when a person changes that very target.
 */
public final class MappingViewModel implements BoardModel.Commands, ReviewModel.Decisions {

  /** What the studio tells the person beside the picture. */
  public interface Voice {
    void say(String text);

    void problem(Problem problem);
  }

  private final Suggesting suggesting;
  private final Texts texts;
  private final BoardModel board;
  private final ReviewModel review;
  private final LivePreview preview;
  private final DraftActs acts;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReviewTrials trials;
  private final Inspection inspection;
  private final TypedText typed;
  private final Faults faults;
  private final OfferFaults offerFaults;
  private final MappingSelection selection;
  private @Nullable MappingContext context;
  private @Nullable MappingDraft editor;

  /** A field on one side of the board. */
  public record FieldRef(Side side, String path) {}

  /**
   * @param clock tells how fast a person decides
   */
  public MappingViewModel(
      Tasks tasks,
      Texts texts,
      InstantSource clock,
      Matcher matcher,
      LivePreview.Runner runner,
      Voice voice) {
    this.texts = texts;
    this.board = new BoardModel(texts, this);
    this.review = new ReviewModel(texts, clock, this);
    this.suggesting = new Suggesting(tasks, texts, matcher, this::answered, voice::problem);
    this.acts = new DraftActs(this::editor, texts, voice, this::refresh);
    this.preview = new LivePreview(tasks, runner, this::previewed);
    this.trials = new ReviewTrials(tasks, runner, review);
    this.inspection = new Inspection(tasks, voice);
    this.typed = new TypedText(this::editor, this::refresh, this::changed);
    this.faults = new Faults(preview, board, acts);
    this.offerFaults = new OfferFaults(tasks, runner, review);
    this.selection = new MappingSelection(board, review, inspection, this::mapping);
    review
        .selected()
        .addListener((o, was, is) -> {
          selection.show(is);
          trials.tryOut(is, context, mapping().orElse(null));
        });
  }

  /** Opens a mapping and starts to look for suggestions. */
  public void open(MappingContext newContext, MappingDraft newEditor) {
    open(newContext, newEditor, Inspection.Stories.NONE);
  }

  /** Opens a mapping and starts to look for suggestions. */
  public void open(MappingContext newContext, MappingDraft newEditor, Inspection.Stories stories) {
    inspection.use(newContext, stories);
    if (newEditor != editor) {
      typed.forget();
    }
    context = newContext;
    editor = newEditor;
    suggesting.use(newContext, newEditor);
    Map<String, Double> fill = newContext.fillRates();
    board.showFields(
        facts(newContext.source().fields(), fill), facts(newContext.target().fields(), Map.of()));
    review.reset();
    preview.reset(newContext.records());
    offerFaults.reset(newContext.records());
    refresh();
    suggest();
  }

  /** Forgets the mapping, when its workspace is closed. */
  public void close() {
    suggesting.use(null, null);
    context = null;
    editor = null;
    typed.forget();
    refresh();
  }

  private static List<FieldFacts> facts(List<Field> fields, Map<String, Double> fill) {
    return fields.stream()
        .map(f -> new FieldFacts(f, fill.getOrDefault(f.name(), Double.NaN)))
        .toList();
  }

  /** Looks for suggestions again. */
  public void suggest() {
    suggesting.ask();
  }

  /** The suggestions themselves, and what a language model says of them. */
  Suggesting suggesting() {
    return suggesting;
  }

  private void answered() {
    refresh();
    FieldRef shown = inspection.field().get();
    if (shown == null) {
      review.move(0);
    } else if (shown.side() == Side.TARGET && review.selected().get() == null) {
      // What was selected before the suggestions were there.
      review.selectTarget(shown.path());
    }
  }

  /** Uses other sample records, when new ones were fetched. */
  public void setRecords(List<Map<String, @Nullable Object>> records) {
    MappingContext now = context;
    if (now != null) {
      MappingContext with = now.withRecords(records);
      context = with;
      suggesting.useRecordsOf(with);
      preview.reset(records);
      offerFaults.reset(records);
      refresh();
      suggest();
    }
  }

  private void refresh() {
    MappingDraft e = editor;
    MappingContext c = context;
    if (e != null && c != null) {
      Offers offers = Offers.of(suggesting.suggestions(), e.mapping());
      selection.holding(() -> {
        draw(offers);
        review.show(offers);
      });
      offerFaults.look(offers.waiting(), e.mapping());
      preview.run(e.mapping());
      suggesting.askAgain();
    } else {
      board.showFields(List.of(), List.of());
      review.show(Offers.NONE);
    }
    changed();
  }

  private void draw(Offers offers) {
    MappingDraft e = editor;
    MappingContext c = context;
    if (e != null && c != null) {
      MappingLinks picture =
          MappingLinks.of(
              e.mapping(),
              offers,
              c.source(),
              preview.failing(),
              preview.clashes().keySet(),
              texts);
      board.showState(picture.links(), picture.sources(), picture.targets());
    }
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  private void previewed() {
    draw(review.offers());
    changed();
  }

  // Decisions of the review.

  @Override
  public void accept(Offer offer, int alternative) {
    acts.accept(offer, alternative);
    selection.show(review.selected().get());
  }

  @Override
  public void reject(Offer offer) {
    acts.reject(offer);
    selection.show(review.selected().get());
  }

  @Override
  public void acceptAll(List<Offer> offers) {
    acts.acceptAll(offers);
    selection.show(review.selected().get());
  }

  // Commands of the board.

  @Override
  public void map(List<String> sources, String target) {
    acts.map(sources, target, suggesting.known(sources, target));
    selection.select(sources, target);
  }

  @Override
  public void add(List<String> sources, String target) {
    FieldMapping before = mapping().map(m -> m.fields().get(target)).orElse(null);
    if (before == null || before.sources().isEmpty()) {
      map(sources, target);
    } else {
      selection.select(acts.add(sources, target, before), target);
    }
  }

  @Override
  public void unmap(List<String> targets) {
    acts.unmap(targets);
  }

  @Override
  public void open(Side side, String path) {
    selection.open(new FieldRef(side, path));
  }

  /** Who shows a field when it is opened by double click or Enter. */
  public void onOpen(Consumer<FieldRef> shows) {
    selection.onOpen(shows);
  }

  /**
   * Changes one field mapping from the inspector.
   *
   * @param part what of it, in one word
   */
  public void setField(String target, FieldMapping field, String part) {
    acts.change(target, field, part);
  }

  /** Shows the result of a change while it is still being typed; nothing is written. */
  public void tryField(String target, FieldMapping field) {
    MappingDraft e = editor;
    if (e != null) {
      TreeMap<String, FieldMapping> fields = new TreeMap<>(e.mapping().fields());
      fields.put(target, field);
      preview.run(e.mapping().withFields(fields));
    }
  }

  /** Shows the next target of which something is wrong, after the one that is selected. */
  public void nextWrong() {
    faults
        .next()
        .ifPresent(next -> {
          select(next);
          inspection.field().set(new FieldRef(Side.TARGET, next));
        });
  }

  /** Selects a target and what feeds it. */
  public void select(String target) {
    selection.select(target);
  }

  /** The targets of which something is wrong. */
  public Faults faults() {
    return faults;
  }

  /** What is typed as text, and what of it cannot be read. */
  public TypedText typed() {
    return typed;
  }

  /** Whether anything was done or typed that the file does not hold. */
  public boolean unsaved() {
    return typed.unread().isPresent() || editor().map(MappingDraft::dirty).orElse(false);
  }

  /** The lines of the file, first is 1, that speak of a target; empty where it is not mapped. */
  public List<Integer> linesOf(String target) {
    return editor().map(e -> e.linesOf(target)).orElse(List.of());
  }

  /** What {@link #undo} takes back; empty for nothing. A text that cannot be read comes first. */
  public Optional<String> undoName() {
    return typed.canUndo()
        ? Optional.of(texts.of("mapping.act.typed"))
        : editor().flatMap(MappingDraft::undoName);
  }

  /** What {@link #redo} does again; empty for nothing. */
  public Optional<String> redoName() {
    return typed.canRedo()
        ? Optional.of(texts.of("mapping.act.typed"))
        : editor().flatMap(MappingDraft::redoName);
  }

  @Override
  public void undo() {
    if (typed.undo()) {
      return;
    }
    MappingDraft e = editor;
    if (e != null && e.undoName().isPresent()) {
      e.undo();
      refresh();
      selection.showOffered();
    }
  }

  public void redo() {
    if (typed.redo()) {
      return;
    }
    MappingDraft e = editor;
    if (e != null && e.redoName().isPresent()) {
      e.redo();
      refresh();
      selection.showOffered();
    }
  }

  /** The mapping was written; nothing is unsaved. */
  public void saved() {
    changed();
  }

  public Optional<MappingDraft> editor() {
    return Optional.ofNullable(editor);
  }

  public Optional<MappingContext> context() {
    return Optional.ofNullable(context);
  }

  public Optional<Mapping> mapping() {
    return editor().map(MappingDraft::mapping);
  }

  public BoardModel board() {
    return board;
  }

  public ReviewModel review() {
    return review;
  }

  public LivePreview preview() {
    return preview;
  }

  /** Grows with every change of the mapping, the suggestions or the preview. */
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** Whether suggestions are being looked for. */
  public ReadOnlyBooleanProperty matching() {
    return suggesting.running();
  }

  /** The field that the inspector shows; null if none. */
  public ObjectProperty<@Nullable FieldRef> inspected() {
    return inspection.field();
  }

  /** {@code mapped 12 of 22 · required 5 of 6}, or empty where nothing is open. */
  public String coverage() {
    MappingContext c = context;
    return c == null ? "" : mapping().map(m -> Coverage.of(c.target(), m).words(texts)).orElse("");
  }

  /** The field that the inspector shows, and what is known of it. */
  public Inspection inspection() {
    return inspection;
  }

  /** The words of the window. */
  public Texts texts() {
    return texts;
  }
}
