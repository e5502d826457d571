package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value between two parts of a field mapping.
 *
 * @param picks the only texts that it can be, where it comes from a picklist; null where it can be
 *     any
 */
record Flow(Shape shape, @Nullable Picks picks) {

  static final Flow UNKNOWN = new Flow(Shape.UNKNOWN, null);

  /**
   * The picks of a source field on their way.
   *
   * @param field the source field
   */
  record Picks(String field, Set<String> values) {
    Picks {
      values = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
  }

  /** What comes out of a step. */
  Flow after(CompiledStep step, StepCall call) {
    Declaration declaration = step.declaration();
    Shape given = step.shape(shape);
    EnumSet<Kind> kinds = EnumSet.copyOf(given.kinds());
    if (declaration.is(Declaration.Trait.EACH) && shape.kinds().contains(Kind.LIST)) {
      if (shape.onlyLists()) {
        kinds.clear();
      }
      kinds.add(Kind.LIST);
    }
    Integer length = given.length();
    boolean keeps =
        step.onInvalid() == OnInvalid.KEEP
            && declaration.parameters().contains(Parameter.ON_INVALID);
    if (keeps && declaration.is(Declaration.Trait.CAN_FAIL)) {
      kinds.addAll(shape.kinds());
      length = null;
    }
    return new Flow(new Shape(kinds, length, given.scale()), picks(step, call, kinds));
  }

  /** Each pick is run through the step, where the step looks at nothing else. */
  private @Nullable Picks picks(CompiledStep step, StepCall call, Set<Kind> after) {
    Declaration declaration = step.declaration();
    boolean alone =
        !declaration.is(Declaration.Trait.READS_RECORD)
            && declaration.parameters().stream()
                .noneMatch(p ->
                    p.type() == Parameter.Type.PATH && call.parameters().get(p.name()) != null);
    boolean single =
        declaration.is(Declaration.Trait.EACH)
            || !shape.kinds().contains(Kind.LIST)
            || after.equals(Set.of(Kind.LIST));
    if (picks == null || !alone || !single) {
      return null;
    }
    Set<String> results = new LinkedHashSet<>();
    for (String pick : picks.values()) {
      Object result = step.apply(pick);
      if (result instanceof Warned warned) {
        result = warned.value();
      }
      if (result instanceof Failure) {
        if (step.onInvalid() == OnInvalid.KEEP) {
          results.add(pick);
        }
        continue;
      }
      for (Object item : result instanceof List<?> list ? list : Example.list(result)) {
        String text = Texts.of(item);
        if (text != null) {
          results.add(text);
        } else if (item != null) {
          return null;
        }
      }
    }
    return new Picks(picks.field(), results);
  }
}
