package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.engine.schema.FieldType;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The picture that stands for a type. */
public final class FieldIcons {
  private FieldIcons() {}

  public static Ikon of(FieldType type) {
    return switch (type) {
      case ID -> MaterialDesignK.KEY_OUTLINE;
      case STRING -> MaterialDesignA.ALPHABETICAL;
      case TEXT, HTML -> MaterialDesignT.TEXT;
      case EMAIL -> MaterialDesignE.EMAIL_OUTLINE;
      case PHONE -> MaterialDesignP.PHONE_OUTLINE;
      case URL -> MaterialDesignL.LINK_VARIANT;
      case BOOLEAN -> MaterialDesignC.CHECKBOX_MARKED_OUTLINE;
      case INTEGER, DECIMAL -> MaterialDesignN.NUMERIC;
      case MONEY -> MaterialDesignC.CURRENCY_USD;
      case PERCENT -> MaterialDesignP.PERCENT;
      case DATE, DATE_RANGE -> MaterialDesignC.CALENDAR;
      case DATETIME, TIME, TIME_RANGE -> MaterialDesignC.CLOCK_OUTLINE;
      case ENUM, ENUM_OPEN, MULTI_ENUM, STRING_LIST -> MaterialDesignF.FORMAT_LIST_BULLETED;
      case REFERENCE, REFERENCE_ANY, REFERENCE_LIST -> MaterialDesignA.ARROW_TOP_RIGHT;
      case COMPOUND, OBJECT, JSON -> MaterialDesignC.CODE_BRACES;
      case GEO -> MaterialDesignM.MAP_MARKER_OUTLINE;
      case FILE -> MaterialDesignF.FILE_OUTLINE;
      case BINARY -> MaterialDesignI.IMAGE_OUTLINE;
      case CALCULATED, VIRTUAL -> MaterialDesignS.SIGMA;
      case ANY -> MaterialDesignC.CIRCLE_OUTLINE;
    };
  }
}
