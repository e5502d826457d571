package dev.crosswalk.engine.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a step says about itself.
 *
 * @param name the word in files
 * @param title for people, two or three words
 * @param doc one sentence
 * @param parameters in the order of the form
 * @param takes the kinds that it can work on
 * @param gives the kinds that come out
 * @param traits how it is to be run
 * @param examples three or more
 */
public record Declaration(
    String name,
    String title,
    String doc,
    List<Parameter> parameters,
    Set<Kind> takes,
    Set<Kind> gives,
    Set<Trait> traits,
    List<Example> examples) {

  /** How a step is to be run. */
  public enum Trait {
    /** A list is worked on element by element, and stays a list. */
    EACH,
    /**
     * Numbers and booleans are turned to text before the step sees them; an object fails, so it has
     * the parameter {@code onInvalid}.
     */
    AS_TEXT,
    /** It also sees null and missing values, which pass all other steps by. */
    SEES_NULL,
    /** It may look at any other field of the record. */
    READS_RECORD,
    /** It can fail on a value, so it has the parameter {@code onInvalid}. */
    CAN_FAIL,
    /** Running it twice gives what running it once gives, whatever the parameters. */
    IDEMPOTENT,
    /** It can be written as JSONata that gives the same on the values that it accepts. */
    JSONATA
  }

  public Declaration {
    List<Parameter> all = new ArrayList<>(parameters);
    boolean fails = traits.contains(Trait.CAN_FAIL) || traits.contains(Trait.AS_TEXT);
    if (fails && !all.contains(Parameter.ON_INVALID)) {
      all.add(Parameter.ON_INVALID);
    }
    parameters = List.copyOf(all);
    takes = Collections.unmodifiableSet(EnumSet.copyOf(takes));
    gives = Collections.unmodifiableSet(EnumSet.copyOf(gives));
    traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
    examples = List.copyOf(examples);
  }

  /** A step that makes text of any scalar, element by element for a list. */
  public static Declaration text(
      String name,
      String title,
      String doc,
      List<Parameter> parameters,
      Set<Trait> more,
      List<Example> examples) {
    EnumSet<Trait> traits = EnumSet.of(Trait.EACH, Trait.AS_TEXT);
    traits.addAll(more);
    return new Declaration(
        name, title, doc, parameters, Kind.SCALARS_AND_LISTS, Set.of(Kind.TEXT), traits, examples);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
