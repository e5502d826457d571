package dev.crosswalk.app.studio.mapping.review;

import dev.crosswalk.app.studio.mapping.Offers;
import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.shell.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The queue of suggestions that wait for a decision. Holds no nodes. */
public final class ReviewModel {

  /** What a person can decide. */
  public interface Decisions {
    /**
     * @param alternative position in the offer's alternatives; 0 is the proposal
     */
    void accept(Offer offer, int alternative);

    void reject(Offer offer);

    /** Accepts several as one act. */
    void acceptAll(List<Offer> offers);

    void undo();
  }

  private static final double START = 0.9;

  private final Texts texts;
  private final Pace pace;
  private final Decisions decisions;
  private final ObservableList<Offer> waiting = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Offer> selected = new SimpleObjectProperty<>();
  private final DoubleProperty threshold = new SimpleDoubleProperty(START);
  private final ReadOnlyStringWrapper bulk = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper risk = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper(true);
  private final ObjectProperty<Trial> trial = new SimpleObjectProperty<>(Trial.NONE);
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private Offers offers = Offers.NONE;
  private Set<String> left = Set.of();
  private boolean known = true;

  /** Whether all are to be accepted as soon as it is known which of them fit. */
  private boolean soon;

  /**
   * @param clock tells how fast a person decides
   */
  public ReviewModel(Texts texts, InstantSource clock, Decisions decisions) {
    this.texts = texts;
    this.pace = new Pace(clock);
    this.decisions = decisions;
    threshold.subscribe(t -> count());
  }

  /** Starts anew for another mapping. */
  public void reset() {
    offers = Offers.NONE;
    soon = false;
    waiting.clear();
    selected.set(null);
    trial.set(Trial.NONE);
    pace.reset();
  }

  /** Shows what waits now; keeps the selected target, else the one that moved into its place. */
  public void show(Offers now) {
    Offer was = selected.get();
    int at = was == null ? 0 : Math.max(0, waiting.indexOf(was));
    offers = now;
    if (!waiting.equals(now.waiting())) {
      waiting.setAll(now.waiting());
    }
    progress.set(now.total() == 0 ? "" : words(now));
    count();
    if (waiting.isEmpty()) {
      selected.set(null);
    } else if (was != null) {
      selected.set(
          now.forTarget(was.target()).orElse(waiting.get(Math.min(at, waiting.size() - 1))));
    }
  }

  private String words(Offers now) {
    String decided = texts.of("mapping.review.decided", now.decided(), now.total());
    return pace.left(waiting.size())
        .map(left -> {
          long minutes = Math.round(left.toSeconds() / 60.0);
          return minutes < 1
              ? texts.of("mapping.review.soon", decided)
              : texts.of("mapping.review.left", decided, minutes);
        })
        .orElse(decided);
  }

  private void count() {
    List<Offer> all = bulkOffers();
    long faulty = offers.atLeast(threshold()).size() - all.size();
    bulk.set(texts.of("mapping.review.bulk", all.size(), texts.score(threshold())));
    // A score is the probability that a person would accept, so what is missing to 1 adds up to
    // the expected number of wrong ones.
    double wrong = all.stream().mapToDouble(o -> 1 - o.score()).sum();
    String likely =
        all.isEmpty()
            ? ""
            : wrong < 0.5
                ? texts.of("mapping.review.safe")
                : texts.of("mapping.review.wrong", Math.round(wrong));
    risk.set(
        !known && faulty > 0
            ? texts.of("mapping.review.trying")
            : faulty == 0
                ? likely
                : texts.of("mapping.review.faulty", faulty)
                    + (all.isEmpty() ? "" : " · " + likely));
    none.set(all.isEmpty());
  }

  private List<Offer> bulkOffers() {
    return offers.atLeast(threshold()).stream().filter(o -> !left.contains(o.target())).toList();
  }

  /**
   * Leaves some suggestions to a person, whatever their score.
   *
   * @param targets of those that do not fit their target, and of those that were not tried yet
   * @param all whether all were tried, so that the number can be told
   */
  public void leave(Set<String> targets, boolean all) {
    left = Set.copyOf(targets);
    known = all;
    count();
    if (known && soon) {
      acceptAll();
    }
  }

  /** The threshold in whole hundredths, so that what is shown is what is used. */
  public double threshold() {
    return Math.round(threshold.get() * 100) / 100.0;
  }

  /** Accepts what is selected, or one of its alternatives (0 = the proposal). */
  public void accept(int alternative) {
    Offer offer = selected.get();
    if (offer != null && alternative < offer.alternatives().size()) {
      pace.decided();
      decisions.accept(offer, alternative);
    }
  }

  public void reject() {
    Offer offer = selected.get();
    if (offer != null) {
      pace.decided();
      decisions.reject(offer);
    }
  }

  /** Accepts all that fit; where that is still being tried, as soon as it is known. */
  public void acceptAll() {
    soon = !known;
    if (known) {
      decisions.acceptAll(bulkOffers());
    }
  }

  public void undo() {
    soon = false;
    decisions.undo();
  }

  /** Moves the selection by so many rows. */
  public void move(int by) {
    if (!waiting.isEmpty()) {
      int at = waiting.indexOf(selected.get());
      int to = at < 0 ? 0 : Math.clamp(at + by, 0, waiting.size() - 1);
      selected.set(waiting.get(to));
    }
  }

  /** Follows a selection made elsewhere. */
  public void selectTarget(String target) {
    offers.forTarget(target).ifPresent(selected::set);
  }

  public ObservableList<Offer> waiting() {
    return waiting;
  }

  public ObjectProperty<@Nullable Offer> selected() {
    return selected;
  }

  public DoubleProperty thresholdProperty() {
    return threshold;
  }

  /** {@code Accept 12 at or above 0.90}. */
  public ReadOnlyStringProperty bulk() {
    return bulk.getReadOnlyProperty();
  }

  /** Whether accepting all would accept nothing. */
  public ReadOnlyBooleanProperty nothingToAccept() {
    return none.getReadOnlyProperty();
  }

  /**
   * How many are left to a person because their values do not fit, and how many of the others are
   * likely to be wrong, in words; empty where there is nothing to say.
   */
  public ReadOnlyStringProperty risk() {
    return risk.getReadOnlyProperty();
  }

  /** What the selected suggestion would make of the samples. */
  public ObjectProperty<Trial> trial() {
    return trial;
  }

  Texts texts() {
    return texts;
  }

  /** {@code 38 of 52 decided, about 2 minutes left}. */
  public ReadOnlyStringProperty progress() {
    return progress.getReadOnlyProperty();
  }

  public Offers offers() {
    return offers;
  }
}
