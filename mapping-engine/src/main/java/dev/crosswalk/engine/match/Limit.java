package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Reason.Kind;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The most that is said for a pair that something speaks plainly against, however much its names
 * have in common.
 *
 * @param most the highest score; 1 where nothing is in the way
 * @param reason what is in the way; empty where nothing is. Most pairs are scored and never shown,
 *     so it is put together only when asked for
 */
record Limit(double most, Supplier<Optional<Reason>> reason) {
  /** Where no step could make one type of the other. */
  static final double IMPOSSIBLE = 0.3;

  /** Where only the labels of a choice are what is wanted, or something of another sort is. */
  private static final double HARDLY = 0.6;

  /** Where somebody has to look: below what is taken many at a time. */
  static final double LOOK = 0.85;

  /** Where what a field is about speaks against the pair: none is chosen. */
  private static final double DOUBTFUL = 0.45;

  /** What speaks for the pair says already that it is not much. */
  private static final Limit VAGUELY = new Limit(LOOK, Optional::empty);

  /** Below this, words have something in common, and more that they have not. */
  private static final double VAGUE = 0.6;

  /** From here on names say so plainly the same that the sort of one is told wrongly. */
  private static final double ALIKE = 0.9;

  private static final Limit NONE = new Limit(1, Optional::empty);

  private static Limit at(double most, Supplier<Reason> reason) {
    return new Limit(most, () -> Optional.of(reason.get()));
  }

  /** What is in the way; empty where nothing is. */
  Optional<Reason> why() {
    return reason.get();
  }

  /**
   * What holds the score of a pair down.
   *
   * @param said how much speaks for the pair
   * @param values compares the values of two lists
   */
  static Limit of(FieldProfile source, FieldProfile target, Features.Said said, Values values) {
    Limit plain = plain(source, target, said);
    return plain == NONE ? look(source, target, said, values) : plain;
  }

  /** The same without what takes time, which is {@link #look}. */
  static Limit plain(FieldProfile source, FieldProfile target, Features.Said said) {
    FieldType from = source.field().type();
    FieldType to = target.field().type();
    if (TypeEvidence.impossible(from, to)) {
      return at(
          IMPOSSIBLE, () -> Reason.of(Kind.TYPE_IMPOSSIBLE, Reason.type(from), Reason.type(to)));
    }
    if (source.permission() != target.permission()) {
      Kind permission = source.permission() ? Kind.IS_PERMISSION : Kind.TARGET_IS_PERMISSION;
      return at(DOUBTFUL, () -> Reason.of(permission));
    }
    if (isAboutAnother(source.subject(), target.subject())) {
      return at(DOUBTFUL, () -> source.subject().differs(target.subject()));
    }
    Limit choice = choice(source, target);
    return choice == NONE ? sort(source, target, said) : choice;
  }

  /** Values of another sort, however many words the names share. */
  private static Limit sort(FieldProfile source, FieldProfile target, Features.Said said) {
    Measure counts = source.measure();
    if (counts.excludes(target.measure())) {
      return at(
          said.words() < ALIKE ? HARDLY : LOOK,
          () ->
              Reason.of(counts == Measure.AMOUNT ? Kind.AMOUNT_FOR_SHARE : Kind.SHARE_FOR_AMOUNT));
    }
    Sort from = source.sort();
    Sort to = target.sort();
    if (said.words() >= ALIKE || !from.isUnlike(to) || isReference(source) || isReference(target)) {
      return NONE;
    }
    return at(
        from.identifies() && to.identifies() || from == Sort.FLAG || to == Sort.FLAG
            ? LOOK
            : HARDLY,
        () -> Reason.of(Kind.HOLDS_ANOTHER, from.holds(), to.holds()));
  }

  /** A reference is told by a key or by a name, whatever it is called. */
  private static boolean isReference(FieldProfile field) {
    return field.field().type().isReference();
  }

  /** At most {@link #LOOK}, and so of no interest for a score below it. */
  static Limit look(FieldProfile source, FieldProfile target, Features.Said said, Values values) {
    if (Fit.partOfName(source, target) != null) {
      return at(LOOK, () -> Reason.of(Kind.WHOLE_NAME));
    }
    if (Markers.isLater(target.qualifiers()) && source.qualifiers().isEmpty()) {
      return at(LOOK, () -> Reason.of(Kind.NOT_SECOND));
    }
    if (FieldProfile.opposite(source, target)) {
      return at(LOOK, () -> Reason.of(Kind.OPPOSITE));
    }
    // Neither names, labels, the thesaurus nor the values say plainly that both are the same.
    if (said.words() < VAGUE && said.values() < VAGUE) {
      return VAGUELY;
    }
    return lists(source, target, values);
  }

  /** Two lists without a value in common: somebody has to say which stands for which. */
  private static Limit lists(FieldProfile source, FieldProfile target, Values values) {
    boolean listed = source.field().type().isPicklist() && !source.options().isEmpty();
    if (!listed || !target.field().isClosed()) {
      return NONE;
    }
    if (values.mayShare(source.options(), target.options())) {
      return NONE;
    }
    int all = source.field().values().size();
    return at(
        LOOK,
        () ->
            all == 1
                ? Reason.of(Kind.ONLY_VALUE_MISSING)
                : Reason.of(Kind.NO_VALUE_SHARED, new Reason.Count(all)));
  }

  /** The name or address of one record is not that of another, nor is its key. */
  private static boolean isAboutAnother(Subject source, Subject target) {
    boolean names = target.identifying() && !target.key();
    return (names || source.key() && target.key()) && source.agrees(target) == 0;
  }

  /**
   * A choice where an e-mail or web address or a phone number is wanted: nothing is in the way
   * where its values are such; where only their labels are, a value map does it that somebody must
   * keep up; and where neither is, no step does.
   */
  static Limit choice(FieldProfile source, FieldProfile target) {
    List<PicklistValue> options = source.field().values();
    ValueFormat wanted =
        switch (target.field().type()) {
          case EMAIL, PHONE, URL -> SamplesEvidence.ofType(target.field().type());
          default -> null;
        };
    if (wanted == null || options.isEmpty() || source.samples().format() == wanted) {
      return NONE;
    }
    if (wanted == ValueFormat.of(options.stream().map(PicklistValue::value).toList())) {
      return NONE;
    }
    return wanted == ValueFormat.of(options.stream().map(PicklistValue::shown).toList())
        ? at(HARDLY, () -> Reason.of(Kind.ONLY_LABELS, wanted.words()))
        : at(IMPOSSIBLE, () -> Reason.of(Kind.NO_CHOICE, wanted.words()));
  }
}
