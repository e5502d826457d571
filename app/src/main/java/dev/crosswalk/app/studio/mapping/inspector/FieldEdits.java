package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.FieldMapping.Input;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field mapping with one part changed. Where it came from stays: a person mended it. */
final class FieldEdits {
  private FieldEdits() {}

  static FieldMapping input(FieldMapping f, Input input) {
    return new FieldMapping(
        input,
        f.when(),
        f.use(),
        f.values(),
        f.fallback(),
        f.required(),
        f.write(),
        f.reference(),
        f.shared(),
        null,
        f.note());
  }

  static FieldMapping use(FieldMapping f, List<StepCall> use) {
    return new FieldMapping(
        f.input(),
        f.when(),
        use,
        f.values(),
        f.fallback(),
        f.required(),
        f.write(),
        f.reference(),
        f.shared(),
        f.origin(),
        f.note());
  }

  static FieldMapping values(FieldMapping f, @Nullable ValueMap values) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        values,
        f.fallback(),
        f.required(),
        f.write(),
        f.reference(),
        f.shared(),
        f.origin(),
        f.note());
  }

  static FieldMapping fallback(FieldMapping f, @Nullable Fallback fallback) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        f.values(),
        fallback,
        f.required(),
        f.write(),
        f.reference(),
        f.shared(),
        f.origin(),
        f.note());
  }

  static FieldMapping when(FieldMapping f, @Nullable String when) {
    return new FieldMapping(
        f.input(),
        when,
        f.use(),
        f.values(),
        f.fallback(),
        f.required(),
        f.write(),
        f.reference(),
        f.shared(),
        f.origin(),
        f.note());
  }

  static FieldMapping note(FieldMapping f, @Nullable String note) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        f.values(),
        f.fallback(),
        f.required(),
        f.write(),
        f.reference(),
        f.shared(),
        f.origin(),
        note);
  }

  static FieldMapping required(FieldMapping f, boolean required) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        f.values(),
        f.fallback(),
        required,
        f.write(),
        f.reference(),
        f.shared(),
        f.origin(),
        f.note());
  }
}
