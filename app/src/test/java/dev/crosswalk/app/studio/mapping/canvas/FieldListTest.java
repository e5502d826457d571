package dev.crosswalk.app.studio.mapping.canvas;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.app.studio.mapping.StudioPictures;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: who found a field by a filter still sees it when the filter is taken off. */
@ExtendWith(FxToolkitExtension.class)
class FieldListTest {
  private static List<FieldFacts> fields(String name) {
    return IntStream.range(0, 500)
        .mapToObj(i ->
            new FieldFacts(
                Field.builder("%s_%03d".formatted(name, i), FieldType.STRING).build(), Double.NaN))
        .toList();
  }

  @Test
  void whatIsSelectedStaysInSightWhenTheFilterGoes() throws Exception {
    onFx(() -> {
      BoardModel model = new BoardModel(MappingFixture.TEXTS, NO_COMMANDS);
      model.showFields(fields("source"), fields("target"));
      model.showState(List.of(), Map.of(), Map.of());
      MappingBoard board = new MappingBoard(model);
      StudioPictures.scene(board, false, 900, 360);
      model.setFilter(Side.TARGET, new FieldFilter("target_437", Set.of()));
      layout(board);
      model.selectTarget("target_437");
      model.setFilter(Side.TARGET, FieldFilter.ALL);
      layout(board);
      FieldList list = (FieldList) board.lookup("#target-fields");
      double y =
          model.rows(Side.TARGET).rowOf("target_437") * list.getFixedCellSize() - list.offset();
      assertThat(y).isBetween(0.0, list.getHeight() - list.getFixedCellSize());
      return 0;
    });
  }

  private static void layout(MappingBoard board) {
    board.applyCss();
    board.layout();
  }

  private static final BoardModel.Commands NO_COMMANDS =
      new BoardModel.Commands() {
        @Override
        public void map(List<String> sources, String target) {}

        @Override
        public void add(List<String> sources, String target) {}

        @Override
        public void unmap(List<String> targets) {}

        @Override
        public void open(Side side, String path) {}
      };
}
