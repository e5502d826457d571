package dev.crosswalk.app.studio.mapping;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.mapping.MappingDesk.Group;
import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.mapping.MappingDesk.Whose;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: the keyboard is in the list, and who types finds any customer's mapping. */
@ExtendWith(FxToolkitExtension.class)
class MappingListViewTest {
  private final MappingListModel model = new MappingListModel(new SameThreadTasks(), p -> {});
  private final List<Item> opened = new ArrayList<>();

  private static Item item(String file, String customer, Group group) {
    return new Item(
        file,
        new Whose(customer, customer, false, group),
        file,
        "salesforce " + file,
        "acme x",
        new Coverage(0, 1, 0, 0),
        false,
        null);
  }

  private MappingListView view() {
    MappingListView view = new MappingListView(MappingFixture.TEXTS, model, opened::add, () -> {});
    new Scene(view, 600, 400);
    return view;
  }

  @Test
  void theKeyboardGoesOnToTheListThatComesLate() throws Exception {
    String focused =
        onFx(() -> {
          MappingListView view = view();
          view.applyCss();
          view.layout();
          view.focusList();
          assertThat(view.getScene().getFocusOwner().getId()).isEqualTo("new-mapping");
          model.take(List.of(item("a.yaml", "", Group.OWN)));
          return view.getScene().getFocusOwner().getId();
        });
    assertThat(focused).isEqualTo("mappings");
  }

  @Test
  void typingFindsTheMappingOfAnyCustomerAndEnterOpensIt() throws Exception {
    onFx(() -> {
      MappingListView view = view();
      model.take(
          List.of(
              item("contact", "", Group.OWN),
              item("deal", "", Group.OWN),
              item("contact", "contoso", Group.OTHER_CUSTOMER),
              item("contact", "northwind", Group.OTHER_CUSTOMER)));
      view.applyCss();
      view.layout();
      ListView<?> list = (ListView<?>) view.lookup("#mappings");
      TextField filter = (TextField) view.lookup("#mappings-filter");
      assertThat(list.getItems()).hasSize(2);
      list.fireEvent(
          new KeyEvent(KeyEvent.KEY_TYPED, "n", "", KeyCode.UNDEFINED, false, false, false, false));
      assertThat(view.getScene().getFocusOwner()).isSameAs(filter);
      filter.setText("north contact");
      assertThat(list.getItems()).hasSize(1);
      filter.getOnAction().handle(null);
      assertThat(opened).extracting(i -> i.whose().customer()).containsExactly("northwind");
      filter.clear();
      assertThat(list.getItems()).hasSize(2);
      return 0;
    });
  }

  @Test
  void whatIsWorkedOutLaterMovesNeitherSelectionNorRows() throws Exception {
    onFx(() -> {
      MappingListView view = view();
      List<Item> all =
          List.of(item("a", "", Group.OWN), item("b", "", Group.OWN), item("c", "", Group.OWN));
      model.take(all);
      view.applyCss();
      view.layout();
      ListView<?> list = (ListView<?>) view.lookup("#mappings");
      list.getSelectionModel().select(2);
      model.take(List.copyOf(all));
      assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
      model.take(List.of(item("0", "", Group.OWN), all.getFirst(), all.get(1), all.getLast()));
      assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo(all.getLast());
      return 0;
    });
  }

  @Test
  void thatThereIsNoMappingIsSaidOnlyOnceAllWereRead() throws Exception {
    onFx(() -> {
      MappingListView view = view();
      assertThat(title(view)).isEqualTo("Reading the mappings");
      model.take(List.of());
      assertThat(title(view)).isEqualTo("No mapping yet");
      return 0;
    });
  }

  private static String title(MappingListView view) {
    return ((Parent) view.getCenter())
        .getChildrenUnmodifiable().stream()
            .filter(Label.class::isInstance)
            .map(node -> ((Label) node).getText())
            .findFirst()
            .orElse("");
  }
}
