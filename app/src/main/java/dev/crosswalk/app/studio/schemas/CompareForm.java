package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks for two snapshots, of one connection or of two. */
final class CompareForm {
  private CompareForm() {}

  /**
   * @param now the one on show, to begin with; null if there is none
   */
  static void ask(
      Dialogs dialogs,
      Texts texts,
      DateTimeFormatter time,
      List<SnapshotInfo> all,
      @Nullable SnapshotInfo now,
      BiConsumer<SnapshotInfo, SnapshotInfo> onOk) {
    ComboBox<SnapshotInfo> one = box("compare-one", all, time);
    ComboBox<SnapshotInfo> other = box("compare-other", all, time);
    one.setValue(now == null ? all.getFirst() : now);
    other.setValue(
        all.stream().filter(s -> !s.equals(one.getValue())).findFirst().orElse(one.getValue()));
    VBox box =
        new VBox(
            8,
            Nodes.paragraph(texts.of("schemas.compareText"), "text-muted"),
            Nodes.fieldLabel(texts.of("schemas.compareOne"), one),
            one,
            Nodes.fieldLabel(texts.of("schemas.compareOther"), other),
            other);
    dialogs.form(
        new Dialogs.Form(
            texts.of("schemas.compareTitle"),
            box,
            texts.of("schemas.compareOk"),
            Bindings.createBooleanBinding(
                () -> one.getValue() != null && other.getValue() != null,
                one.valueProperty(),
                other.valueProperty())),
        () -> onOk.accept(one.getValue(), other.getValue()));
  }

  private static ComboBox<SnapshotInfo> box(
      String id, List<SnapshotInfo> all, DateTimeFormatter time) {
    ComboBox<SnapshotInfo> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(all);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(SnapshotInfo info) {
            return info == null ? "" : info.connection() + "  " + time.format(info.takenAt());
          }

          @Override
          public SnapshotInfo fromString(String text) {
            throw new UnsupportedOperationException("The box is not editable.");
          }
        });
    return box;
  }
}
