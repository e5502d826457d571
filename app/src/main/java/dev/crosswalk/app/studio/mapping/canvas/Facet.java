package dev.crosswalk.app.studio.mapping.canvas;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A property by which a list of fields can be narrowed, on either side. */
enum Facet {
  CUSTOM(MaterialDesignR.RHOMBUS_OUTLINE),
  REQUIRED(MaterialDesignS.STAR),
  UNMAPPED(MaterialDesignL.LINK_OFF),
  SUGGESTED(MaterialDesignA.AUTO_FIX),
  ERROR(MaterialDesignA.ALERT_CIRCLE_OUTLINE);

  private final Ikon icon;

  Facet(Ikon icon) {
    this.icon = icon;
  }

  Ikon icon() {
    return icon;
  }

  /** In lower case, for ids and text keys. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean holds(FieldFacts facts, FieldState state) {
    return switch (this) {
      case CUSTOM -> facts.field().isCustom();
      case REQUIRED -> facts.field().isRequired();
      case UNMAPPED -> !state.mapped() && !state.decided();
      case SUGGESTED -> state.suggested();
      case ERROR -> state.error();
    };
  }
}
