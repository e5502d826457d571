package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Layers;
import dev.crosswalk.engine.mapping.Layers.EffectiveMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingEdit;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one customer has differently from a base mapping, while it is edited. The picture shows what
 * holds for the customer; the file holds only the differences.
 */
public final class OverlayDraft implements MappingDraft {
  private static final int MOST_STEPS = 500;

  private record Done(String name, OverlayDocument before) {}

  private final Mapping base;
  private final Deque<Done> done = new ArrayDeque<>();
  private final Deque<Done> undone = new ArrayDeque<>();
  private OverlayDocument document;
  private EffectiveMapping last;
  private String saved;

  /**
   * @throws ProblemException where the overlay has errors and so cannot be edited here
   */
  public OverlayDraft(Mapping base, OverlayDocument document) {
    this.base = base;
    this.document = document;
    this.last = readable(document);
    this.saved = document.text();
  }

  private EffectiveMapping readable(OverlayDocument of) {
    return Layers.effective(
        base, of.overlay().orElseThrow(() -> new ProblemException(of.problems())));
  }

  @Override
  public Mapping mapping() {
    return last.mapping();
  }

  @Override
  public String text() {
    return document.text();
  }

  @Override
  public void apply(String name, List<Change> changes) {
    take(name, with(changes));
  }

  @Override
  public String textWith(List<Change> changes) {
    return with(changes).text();
  }

  private OverlayDocument with(List<Change> changes) {
    OverlayDocument after = document;
    // One by one, thousands of suggestions would read the growing file thousands of times.
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    for (Change change : changes) {
      switch (change) {
        case SetField set -> fields.put(set.target(), set.field());
        case RemoveField remove -> {
          after = after.withFields(base, fields).withField(base, remove.target(), null);
          fields.clear();
        }
        case Reject reject -> {
          after = rejected(after.withFields(base, fields), reject);
          fields.clear();
        }
      }
    }
    return after.withFields(base, fields);
  }

  /** Lists of an overlay replace those of the base, so what the base rejects is said again. */
  private OverlayDocument rejected(OverlayDocument of, Reject reject) {
    OverlayDocument after = of;
    for (String source : base.rejected().getOrDefault(reject.target(), List.of())) {
      after = after.apply(new MappingEdit.Reject(reject.target(), source));
    }
    return after.apply(new MappingEdit.Reject(reject.target(), reject.source()));
  }

  @Override
  public void replaceText(String text) {
    MappingEdit typed = new MappingEdit.ReplaceText(text);
    take(typed.name(), document.apply(typed));
  }

  private void take(String name, OverlayDocument after) {
    EffectiveMapping now = readable(after);
    if (after.text().equals(document.text())) {
      return;
    }
    done.push(new Done(name, document));
    if (done.size() > MOST_STEPS) {
      done.removeLast();
    }
    undone.clear();
    document = after;
    last = now;
  }

  @Override
  public List<Integer> linesOf(String target) {
    return document
        .yaml()
        .flatMap(yaml -> yaml.at(List.of("fields", target)))
        .map(spot -> IntStream.rangeClosed(spot.firstLine(), spot.lastLine()).boxed().toList())
        .orElse(List.of());
  }

  @Override
  public Optional<Said> saidBy(String target) {
    Layers.Layer layer = last.layerOfTarget().get(target);
    if (layer == null) {
      return base.fields().containsKey(target) ? Optional.of(Said.TAKEN_AWAY) : Optional.empty();
    }
    return Optional.of(
        switch (layer) {
          case BASE -> Said.BASE;
          case CHANGED -> Said.CHANGED;
          case OVERLAY -> Said.OVERLAY;
        });
  }

  @Override
  public Optional<String> undoName() {
    return Optional.ofNullable(done.peek()).map(Done::name);
  }

  @Override
  public Optional<String> redoName() {
    return Optional.ofNullable(undone.peek()).map(Done::name);
  }

  @Override
  public void undo() {
    move(done, undone);
  }

  @Override
  public void redo() {
    move(undone, done);
  }

  private void move(Deque<Done> from, Deque<Done> to) {
    Done step = from.poll();
    if (step != null) {
      to.push(new Done(step.name(), document));
      document = step.before();
      last = readable(document);
    }
  }

  @Override
  public boolean dirty() {
    return !document.text().equals(saved);
  }

  @Override
  public void markSaved(String text) {
    saved = text;
  }
}
