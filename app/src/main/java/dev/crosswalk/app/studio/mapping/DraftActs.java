package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Suggested;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.preview.Mends.Mend;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides, made changes of the draft: each is one act, which undo names. Does nothing
 * where no draft is open; what cannot be applied is said and changes nothing.
 */
final class DraftActs {
  private final Supplier<Optional<MappingDraft>> draft;
  private final Texts texts;
  private final MappingViewModel.Voice voice;
  private final Runnable onChanged;

  DraftActs(
      Supplier<Optional<MappingDraft>> draft,
      Texts texts,
      MappingViewModel.Voice voice,
      Runnable onChanged) {
    this.draft = draft;
    this.texts = texts;
    this.voice = voice;
    this.onChanged = onChanged;
  }

  private Map<String, FieldMapping> fields() {
    return draft.get().<Map<String, FieldMapping>>map(d -> d.mapping().fields()).orElse(Map.of());
  }

  void accept(Offer offer, int alternative) {
    Candidate candidate = offer.alternatives().get(alternative);
    set(
        texts.of("mapping.act.accept", offer.target(), Acts.rejectKey(candidate)),
        Map.of(offer.target(), Suggested.accepted(candidate)));
  }

  void reject(Offer offer) {
    String source = Acts.rejectKey(offer.candidate());
    apply(
        texts.of("mapping.act.reject", offer.target(), source),
        List.of(new MappingDraft.Reject(offer.target(), source)));
  }

  void acceptAll(List<Offer> offers) {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    offers.forEach(o -> fields.put(o.target(), Suggested.accepted(o.candidate())));
    if (!fields.isEmpty()) {
      set(texts.of("mapping.act.acceptAll", fields.size()), fields);
    }
  }

  /**
   * @param known a suggestion with the same sources; null if none
   */
  void map(List<String> sources, String target, @Nullable Candidate known) {
    set(
        texts.of("mapping.act.map", target, String.join(" + ", sources)),
        Map.of(target, Acts.byHand(sources, fields().get(target), known)));
  }

  /** Adds sources to a target that has some; gives all that it has then. */
  List<String> add(List<String> sources, String target, FieldMapping before) {
    FieldMapping after = Acts.withSources(before, sources);
    set(texts.of("mapping.act.add", String.join(" + ", sources), target), Map.of(target, after));
    return after.sources();
  }

  void unmap(List<String> targets) {
    Set<String> mapped = fields().keySet();
    List<MappingDraft.Change> changes = new ArrayList<>();
    targets.stream()
        .filter(mapped::contains)
        .forEach(t -> changes.add(new MappingDraft.RemoveField(t)));
    if (!changes.isEmpty()) {
      apply(
          changes.size() == 1
              ? texts.of("mapping.act.unmap", targets.getFirst())
              : texts.of("mapping.act.unmapAll", changes.size()),
          changes);
    }
  }

  /**
   * @param part what of the field mapping, in one word
   */
  void change(String target, FieldMapping field, String part) {
    set(texts.of("mapping.act.change", part, target), Map.of(target, field));
  }

  void mend(String target, Mend mend) {
    set(texts.of("mapping.act.mend", target), Map.of(target, mend.field()));
  }

  private void set(String name, Map<String, FieldMapping> fields) {
    Map<String, FieldMapping> marked = Acts.markShared(fields(), fields);
    List<MappingDraft.Change> edits = new ArrayList<>();
    marked.forEach((t, f) -> edits.add(new MappingDraft.SetField(t, f)));
    apply(name, edits);
    List<String> shared =
        marked.keySet().stream()
            .filter(t -> marked.get(t) instanceof FieldMapping f && f.shared())
            .filter(t -> fields.get(t) instanceof FieldMapping f && !f.shared())
            .toList();
    if (!shared.isEmpty()) {
      voice.say(texts.of("mapping.shared", String.join(", ", shared)));
    }
  }

  private void apply(String name, List<MappingDraft.Change> changes) {
    MappingDraft open = draft.get().orElse(null);
    if (open == null) {
      return;
    }
    try {
      open.apply(name, changes);
    } catch (ProblemException p) {
      voice.problem(p.problem());
      return;
    }
    onChanged.run();
  }
}
