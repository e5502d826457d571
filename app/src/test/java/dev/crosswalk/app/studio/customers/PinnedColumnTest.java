package dev.crosswalk.app.studio.customers;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.shell.Tables;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: with twenty customers one still sees which target a row is. */
@ExtendWith(FxToolkitExtension.class)
@Timeout(120)
class PinnedColumnTest {
  private TableView<String> table;

  @Test
  void theFirstColumnStaysWhereItIsWhileTheOthersAreScrolled() throws Exception {
    onFx(() -> {
      table = new TableView<>();
      PinnedColumn<String> pinned = new PinnedColumn<>(table, Tables.ROW);
      TableColumn<String, String> targets = Tables.column("Target", 200, row -> row);
      var cells = targets.getCellFactory();
      targets.setCellFactory(c -> pinned.pinned(cells.call(c)));
      table.getColumns().add(targets);
      for (int i = 0; i < 20; i++) {
        table.getColumns().add(Tables.column("Customer " + i, 140, row -> "mapped"));
      }
      table.getItems().addAll(List.of("email", "name"));
      new Scene(table, 700, 300);
      lay();
      return table;
    });
    // What the skin asked for later is done before the next call.
    onFx(() -> {
      lay();
      return bar();
    });
    double end =
        onFx(() -> {
          bar().setValue(bar().getMax());
          lay();
          return bar().getValue();
        });
    assertThat(end).as("there is much to scroll").isGreaterThan(1_000);
    assertThat(onFx(() -> left(".table-cell.pinned"))).isCloseTo(0, within(3.0));
    assertThat(onFx(() -> left(".column-header.pinned"))).isCloseTo(0, within(3.0));
  }

  private void lay() {
    table.applyCss();
    table.layout();
  }

  private double left(String query) {
    return table.sceneToLocal(table.lookup(query).localToScene(0, 0)).getX();
  }

  private ScrollBar bar() {
    for (Node node : table.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar one && one.getOrientation() == Orientation.HORIZONTAL) {
        return one;
      }
    }
    throw new AssertionError("no scroll bar");
  }
}
