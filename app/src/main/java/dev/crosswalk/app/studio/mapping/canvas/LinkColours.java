package dev.crosswalk.app.studio.mapping.canvas;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A region whose drawing colours come from the stylesheet, so that they follow the theme. */
abstract class LinkColours extends Region {
  private static final StyleablePropertyFactory<LinkColours> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableObjectProperty<Color> hand = colour("-link-hand", Color.DIMGRAY);
  private final StyleableObjectProperty<Color> high = colour("-link-high", Color.SEAGREEN);
  private final StyleableObjectProperty<Color> middle = colour("-link-middle", Color.STEELBLUE);
  private final StyleableObjectProperty<Color> low = colour("-link-low", Color.DARKORANGE);
  private final StyleableObjectProperty<Color> wrong = colour("-link-wrong", Color.FIREBRICK);
  private final StyleableObjectProperty<Color> text = colour("-link-text", Color.BLACK);
  private final StyleableObjectProperty<Color> back = colour("-link-back", Color.WHITE);

  private StyleableObjectProperty<Color> colour(String property, Color initial) {
    CssMetaData<LinkColours, Color> meta =
        FACTORY.createColorCssMetaData(property, s -> s.of(property), initial);
    return new StyleableObjectProperty<>(initial) {
      @Override
      public Object getBean() {
        return LinkColours.this;
      }

      @Override
      public String getName() {
        return property;
      }

      @Override
      public CssMetaData<LinkColours, Color> getCssMetaData() {
        return meta;
      }

      @Override
      protected void invalidated() {
        coloursChanged();
      }
    };
  }

  private StyleableProperty<Color> of(String property) {
    return switch (property) {
      case "-link-hand" -> hand;
      case "-link-high" -> high;
      case "-link-middle" -> middle;
      case "-link-low" -> low;
      case "-link-wrong" -> wrong;
      case "-link-text" -> text;
      default -> back;
    };
  }

  /** The theme changed; what is drawn must be drawn again. */
  abstract void coloursChanged();

  Color of(Link.Band band) {
    return switch (band) {
      case HAND -> hand.get();
      case HIGH -> high.get();
      case MIDDLE -> middle.get();
      case LOW -> low.get();
    };
  }

  /** What cannot work as it stands. */
  Color wrong() {
    return wrong.get();
  }

  /** Whether lines are drawn on a dark ground, on which faint ones are lost sooner. */
  boolean isDark() {
    return back.get().getBrightness() < 0.5;
  }

  Color text() {
    return text.get();
  }

  Color back() {
    return back.get();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
