package dev.crosswalk.app.studio.mapping.yaml;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.mapping.MappingFixture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: a file with thousands of parts to fold opens at once. */
@ExtendWith(FxToolkitExtension.class)
@Timeout(120)
class YamlGutterTest {
  private int drawn;

  @Test
  void onlyLinesInSightAreDrawnAnew() throws Exception {
    String text =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "field" + i + ":\n  from: Source" + i + "\n")
            .collect(Collectors.joining());
    onFx(() -> {
      CodeArea area =
          new CodeArea() {
            @Override
            public void recreateParagraphGraphic(int line) {
              drawn++;
              super.recreateParagraphGraphic(line);
            }
          };
      YamlGutter gutter = new YamlGutter(area, MappingFixture.TEXTS);
      area.replaceText(text);
      gutter.update();
      area.resize(400, 300);
      area.applyCss();
      area.layout();
      area.replaceText(0, 0, "new:\n  from: New\n");
      gutter.update();
      return drawn;
    });
    assertThat(drawn).as("of 2,001 parts, in a pane of some 20 lines").isLessThan(100);
  }
}
