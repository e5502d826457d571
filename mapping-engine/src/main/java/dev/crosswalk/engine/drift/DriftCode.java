package dev.crosswalk.engine.drift;

import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.problem.Severity;

/**
 * What a change in a customer's system means for a mapping. The names are those that {@code check}
 * reports; how much each matters depends on which way the mapping goes.
 */
public enum DriftCode {
  /** The source object is gone, or has another name. */
  FM101(Severity.ERROR, Severity.ERROR),
  /** A mapped field is gone. */
  FM102(Severity.ERROR, Severity.ERROR),
  /** A mapped field is gone, and another is likely the same by another name. */
  FM103(Severity.ERROR, Severity.ERROR),
  /** The system shows the object, but refuses its fields to this user. */
  FM104(Severity.ERROR, Severity.ERROR),
  /** The type changed and no longer fits after the steps. */
  FM105(Severity.ERROR, Severity.ERROR),
  /** The type changed and still fits. */
  FM106(Severity.WARNING, Severity.WARNING),
  /** Length, precision or scale fell, below what the target may hold. */
  FM107(Severity.INFO, Severity.ERROR),
  /** Became read-only, calculated or settable at creation only. */
  FM108(Severity.INFO, Severity.ERROR),
  /** Must be given when a record is created, and nothing fills it. */
  FM109(Severity.INFO, Severity.ERROR),
  /** No longer unique or an external id, and a key that records are matched by. */
  FM110(Severity.WARNING, Severity.ERROR),
  /** One value became many or the other way; or the picklist became restricted. */
  FM111(Severity.ERROR, Severity.ERROR),
  /** A value of the value map was removed or switched off. */
  FM112(Severity.WARNING, Severity.ERROR),
  /** A new value that the value map does not have. */
  FM113(Severity.WARNING, Severity.INFO),
  /** A reference points elsewhere. */
  FM114(Severity.ERROR, Severity.ERROR),
  /** The system ends the version of its API that is in use. */
  FM116(Severity.WARNING, Severity.WARNING),
  /** A new field that most likely fits a target that nothing fills. */
  FM120(Severity.INFO, Severity.INFO),
  /** Anything else. */
  FM121(Severity.INFO, Severity.INFO);

  private final Severity reading;
  private final Severity writing;

  DriftCode(Severity reading, Severity writing) {
    this.reading = reading;
    this.writing = writing;
  }

  /** How much it matters to a mapping; one that goes both ways takes the worse. */
  public Severity severity(Direction direction) {
    return switch (direction) {
      case READ -> reading;
      case WRITE -> writing;
      case BOTH -> reading.compareTo(writing) <= 0 ? reading : writing;
    };
  }
}
