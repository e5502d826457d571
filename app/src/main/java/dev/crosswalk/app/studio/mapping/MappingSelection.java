package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingViewModel.FieldRef;
import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.mapping.canvas.BoardModel;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.mapping.review.ReviewModel;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is selected: the same on the board, in the review and in the inspector. Holds no nodes. */
final class MappingSelection {
  private final BoardModel board;
  private final ReviewModel review;
  private final Inspection inspection;
  private final Supplier<Optional<Mapping>> mapping;
  private Consumer<FieldRef> onOpen = f -> {};
  private boolean held;

  /**
   * @param mapping as it is now
   */
  MappingSelection(
      BoardModel board,
      ReviewModel review,
      Inspection inspection,
      Supplier<Optional<Mapping>> mapping) {
    this.board = board;
    this.review = review;
    this.inspection = inspection;
    this.mapping = mapping;
    board.selectionRevision().subscribe(this::followBoard);
  }

  private void followBoard() {
    String target = board.selectedTarget();
    List<String> sources = board.selectedSources();
    FieldRef last = inspection.field().get();
    if (target != null && (last == null || !last.equals(new FieldRef(Side.TARGET, target)))) {
      inspection.field().set(new FieldRef(Side.TARGET, target));
      review.selectTarget(target);
    } else if (target == null && !sources.isEmpty()) {
      inspection.field().set(new FieldRef(Side.SOURCE, sources.getFirst()));
    }
  }

  /** Draws anew; what the review selects of itself meanwhile moves nothing else. */
  void holding(Runnable draw) {
    held = true;
    try {
      draw.run();
    } finally {
      held = false;
    }
  }

  /** Selects a suggestion's target and sources; null leaves all as it is. */
  void show(@Nullable Offer offer) {
    if (offer != null && !held) {
      select(Acts.paths(offer.candidate()), offer.target());
    }
  }

  /** Where the suggestion for the selected target is another one now, its sources are selected. */
  void showOffered() {
    Offer offer = review.selected().get();
    if (offer != null && offer.target().equals(board.selectedTarget())) {
      show(offer);
    }
  }

  /** Selects a target and what feeds it. */
  void select(String target) {
    select(
        mapping.get().map(m -> m.fields().get(target)).map(FieldMapping::sources).orElse(List.of()),
        target);
  }

  void select(List<String> sources, String target) {
    board.selectSources(sources);
    board.selectTarget(target);
  }

  /** Shows a field in the inspector. */
  void open(FieldRef field) {
    inspection.field().set(field);
    onOpen.accept(field);
  }

  /** Who shows a field when it is opened by double click or Enter. */
  void onOpen(Consumer<FieldRef> shows) {
    onOpen = shows;
  }
}
