package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingViewModel.FieldRef;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.connectors.Progress;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The field that is inspected, and what is known of it beyond its schema. Holds no nodes. */
public final class Inspection {

  /** Looks up what is known of a field beyond its schema, off the JavaFX thread. */
  @FunctionalInterface
  public interface Stories {
    Stories NONE = (context, side, path, progress) -> FieldStory.NONE;

    FieldStory of(MappingContext context, Side side, String path, Progress progress);
  }

  private final Tasks tasks;
  private final MappingViewModel.Voice voice;
  private final ObjectProperty<@Nullable FieldRef> field = new SimpleObjectProperty<>();
  private final ObjectProperty<FieldStory> story = new SimpleObjectProperty<>(FieldStory.NONE);
  private final BooleanProperty masked = new SimpleBooleanProperty();
  private @Nullable MappingContext context;
  private Stories stories = Stories.NONE;

  Inspection(Tasks tasks, MappingViewModel.Voice voice) {
    this.tasks = tasks;
    this.voice = voice;
    field.subscribe(f -> tell());
  }

  /** Another mapping was opened. */
  void use(MappingContext now, Stories from) {
    context = now;
    stories = from;
    field.set(null);
  }

  /** Looks up the story of the field; an older look-up is cancelled. */
  private void tell() {
    FieldRef asked = field.get();
    MappingContext c = context;
    story.set(FieldStory.NONE);
    if (asked != null && c != null) {
      Stories from = stories;
      tasks.latest(
          "field-story",
          progress -> from.of(c, asked.side(), asked.path(), progress),
          found -> {
            if (asked.equals(field.get())) {
              story.set(found);
            }
          },
          voice::problem);
    }
  }

  /** The field; null if none. */
  public ObjectProperty<@Nullable FieldRef> field() {
    return field;
  }

  /** Where the field is used, and how it changed. */
  public ObjectProperty<FieldStory> story() {
    return story;
  }

  /** Whether sample values are shown as x and 0 only. */
  public BooleanProperty masked() {
    return masked;
  }
}
