package dev.crosswalk.app.studio.mapping.review;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.app.studio.mapping.Offers;
import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: suggestions that are ranked anew move neither the selection nor what is looked at. */
@ExtendWith(FxToolkitExtension.class)
class ReviewPaneTest {
  private final ReviewModel model =
      new ReviewModel(
          MappingFixture.TEXTS,
          () -> Instant.EPOCH,
          new ReviewModel.Decisions() {
            @Override
            public void accept(Offer offer, int alternative) {}

            @Override
            public void reject(Offer offer) {}

            @Override
            public void acceptAll(List<Offer> offers) {}

            @Override
            public void undo() {}
          });

  private static Offers ranked(double more) {
    List<Offer> waiting =
        IntStream.range(0, 60)
            .mapToObj(i -> {
              Candidate candidate =
                  new Candidate(
                      "S",
                      List.of("s" + i),
                      0.9 - i * 0.01 + more,
                      Why.NOTHING,
                      Map.of(),
                      List.of(),
                      null);
              return new Offer("t" + i, candidate, List.of(candidate));
            })
            .toList();
    return new Offers(waiting, 0, 60);
  }

  @Test
  void whoHasScrolledAwayStaysThere() throws Exception {
    onFx(() -> {
      ReviewPane pane = new ReviewPane(model, () -> {}, () -> {});
      Scene scene = new Scene(pane, 1200, 300);
      model.show(ranked(0));
      model.move(0);
      lay(scene);
      ListView<?> list = (ListView<?>) pane.lookup("#review");
      list.scrollTo(40);
      lay(scene);
      int first = first(list);
      assertThat(first).isGreaterThan(20);
      model.show(ranked(0.02));
      lay(scene);
      assertThat(first(list)).isEqualTo(first);
      assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
      model.move(1);
      lay(scene);
      assertThat(first(list)).isLessThan(2);
      return 0;
    });
  }

  private static void lay(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private static int first(ListView<?> list) {
    return ((VirtualFlow<?>) list.lookup(".virtual-flow")).getFirstVisibleCell().getIndex();
  }
}
