package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.util.List;
import java.util.Locale;

/** Under which heading a field stands: the system's own, or one guessed from what it is. */
public final class FieldGroups {
  static final String IDENTITY = "Identity";
  static final String DETAILS = "Details";
  static final String REFERENCES = "References";
  static final String CUSTOM = "Custom";
  static final String SYSTEM = "System";
  private static final List<String> LAST = List.of(DETAILS, REFERENCES, CUSTOM, SYSTEM);

  private FieldGroups() {}

  static String of(Field field) {
    String given = field.group();
    if (given != null && !given.isBlank()) {
      return given;
    }
    if (field.isCustom()) {
      return CUSTOM;
    }
    String parent = field.partOf();
    if (parent != null) {
      return parent;
    }
    if (field.type() == FieldType.ID
        || field.type() == FieldType.EMAIL
        || Boolean.TRUE.equals(field.unique())
        || field.name().toLowerCase(Locale.ROOT).endsWith("name")) {
      return IDENTITY;
    }
    if (field.type().isReference()) {
      return REFERENCES;
    }
    return field.isReadOnly() || Boolean.TRUE.equals(field.calculated()) ? SYSTEM : DETAILS;
  }

  /** A group's heading; those that were guessed here have a text of their own. */
  static String shown(String group, Texts texts) {
    return group.equals(IDENTITY) || LAST.contains(group)
        ? texts.of("mapping.group." + group.toLowerCase(Locale.ROOT))
        : group;
  }

  /** Where a group stands: identity first, groups of the system next, the common ones last. */
  static int rank(String group) {
    return group.equals(IDENTITY) ? 0 : 1 + Math.max(0, LAST.indexOf(group) + 1);
  }
}
