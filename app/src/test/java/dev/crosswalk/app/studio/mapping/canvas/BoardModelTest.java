package dev.crosswalk.app.studio.mapping.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.app.studio.mapping.canvas.BoardModel.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protects: what is lifted, where a link leads, and that one gesture is one act. */
class BoardModelTest {
  private final List<String> acts = new ArrayList<>();
  private final BoardModel model =
      new BoardModel(
          MappingFixture.TEXTS,
          new BoardModel.Commands() {
            @Override
            public void map(List<String> sources, String target) {
              acts.add("map " + target + " " + sources);
            }

            @Override
            public void add(List<String> sources, String target) {
              acts.add("add " + target + " " + sources);
            }

            @Override
            public void unmap(List<String> targets) {
              acts.add("unmap " + targets);
            }

            @Override
            public void open(Side side, String path) {
              acts.add("open " + path);
            }
          });
  private final Link email = link("email", "Email");
  private final Link name = link("full_name", "FirstName", "LastName");
  private final Link phone = link("phone", "Email");

  BoardModelTest() {
    model.showFields(
        MappingFixture.contact().fields().stream().map(f -> new FieldFacts(f, 0.5)).toList(),
        MappingFixture.person().fields().stream().map(f -> new FieldFacts(f, 0.5)).toList());
    model.showState(List.of(email, name, phone), Map.of(), Map.of());
  }

  private static Link link(String target, String... sources) {
    return new Link(target, List.of(sources), Link.Kind.HAND, Double.NaN, "", false);
  }

  private List<Link> lifted() {
    return model.lift().map(l -> model.links().stream().filter(l).toList()).orElse(List.of());
  }

  @Test
  void whatIsUnderTheMouseIsLiftedBeforeWhatIsSelected() {
    assertThat(lifted()).isEmpty();
    model.selectTarget("full_name");
    assertThat(lifted()).containsExactly(name);
    model.hovered().set(new Spot(Side.SOURCE, "Email"));
    assertThat(lifted()).containsExactly(email, phone);
    model.hovered().set(new Spot(Side.SOURCE, "Birthdate"));
    assertThat(lifted()).containsExactly(name);
  }

  @Test
  void theOtherEndsOfAFieldAreKnownOnBothSides() {
    assertThat(model.across(Side.SOURCE, "Email")).containsExactly("email", "phone");
    assertThat(model.across(Side.TARGET, "full_name")).containsExactly("FirstName", "LastName");
    assertThat(model.across(Side.TARGET, "tier")).isEmpty();
  }

  @Test
  void takingAwayAllThatASourceFeedsIsOneAct() {
    model.selectSources(List.of("Email"));
    model.unmapSelected(Side.SOURCE);
    assertThat(acts).containsExactly("unmap [email, phone]");
  }

  @Test
  void withShiftTheSelectedSourcesJoin() {
    model.selectSources(List.of("Id"));
    assertThat(model.mapSelected(true)).isFalse();
    model.selectTarget("email");
    model.mapSelected(false);
    model.mapSelected(true);
    assertThat(acts).containsExactly("map email [Id]", "add email [Id]");
  }

  @Test
  void aFieldThatIsFilteredOutOrFoldedAwayIsShownAgain() {
    model.setFilter(Side.SOURCE, new FieldFilter("region", Set.of(Facet.CUSTOM)));
    assertThat(model.rows(Side.SOURCE).rowOf("Email")).isEqualTo(-1);
    assertThat(model.reveal(Side.SOURCE, "Email")).isPositive();
    assertThat(model.filter(Side.SOURCE)).isEqualTo(FieldFilter.ALL);
    model.toggleAllGroups(Side.SOURCE);
    assertThat(model.rows(Side.SOURCE).rows()).allMatch(BoardRow.Group.class::isInstance);
    int row = model.reveal(Side.SOURCE, "Email");
    assertThat(model.rows(Side.SOURCE).rows().get(row)).isInstanceOf(BoardRow.OfField.class);
  }

  @Test
  void zoomEndsAtBothEnds() {
    for (int i = 0; i < 9; i++) {
      model.zoom(1);
    }
    assertThat(model.density().get()).isEqualTo(Density.LARGE);
    for (int i = 0; i < 9; i++) {
      model.zoom(-1);
    }
    assertThat(model.density().get()).isEqualTo(Density.OVERVIEW);
  }
}
