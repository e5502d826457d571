package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;

/**
 * Scrolls boards of 500, 2,000 and 5,000 fields a side and prints the frame times. Run by hand:
 * {@code java -Dglass.platform=Headless -Dprism.order=sw -cp … BoardBenchmark}.
 */
public final class BoardBenchmark {
  private static final int FRAMES = 240;

  private BoardBenchmark() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    Platform.startup(ready::countDown);
    ready.await();
    for (int size : new int[] {500, 2_000, 5_000}) {
      CountDownLatch done = new CountDownLatch(1);
      Platform.runLater(() -> run(size, done));
      done.await();
    }
    Platform.exit();
  }

  private static void run(int size, CountDownLatch done) {
    BoardModel model = new BoardModel(Texts.load(Locale.ENGLISH), new NoCommands());
    List<FieldFacts> sources = new ArrayList<>();
    List<FieldFacts> targets = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sources.add(new FieldFacts(field("Source_" + i + "__c"), 0.5));
      targets.add(new FieldFacts(field("target_" + i), Double.NaN));
      if (i % 5 < 2) {
        Link.Kind kind = i % 2 == 0 ? Link.Kind.ACCEPTED : Link.Kind.SUGGESTED;
        String from = "Source_" + Math.floorMod(i * 7, size) + "__c";
        links.add(new Link("target_" + i, List.of(from), kind, 0.5 + i % 50 / 100.0, "", false));
      }
    }
    model.showFields(sources, targets);
    model.showState(links, Map.of(), Map.of());
    MappingBoard board = new MappingBoard(model);
    Stage stage = new Stage();
    stage.setX(0);
    stage.setY(0);
    stage.setScene(new Scene(board, 1000, 900));
    stage.show();
    long[] times = new long[FRAMES];
    new AnimationTimer() {
      private int frame = -20;
      private long last;

      @Override
      public void handle(long now) {
        for (var node : board.lookupAll(".scroll-bar")) {
          if (node instanceof ScrollBar bar && bar.getMax() > 0) {
            bar.setValue((frame + 20) % 100 / 100.0 * bar.getMax());
          }
        }
        if (frame >= 0 && frame < FRAMES) {
          times[frame] = now - last;
        }
        last = now;
        if (++frame == FRAMES) {
          stop();
          stage.close();
          print(size, links.size(), times);
          done.countDown();
        }
      }
    }.start();
  }

  private static Field field(String name) {
    return Field.builder(name, FieldType.STRING).group("Fields").label("Label of " + name).build();
  }

  private static void print(int size, int links, long[] times) {
    Arrays.sort(times);
    System.out.printf(
        "%5d fields a side, %4d links: p50 %.1f ms, p95 %.1f ms, worst %.1f ms%n",
        size,
        links,
        times[times.length / 2] / 1e6,
        times[times.length * 95 / 100] / 1e6,
        times[times.length - 1] / 1e6);
  }

  private static final class NoCommands implements BoardModel.Commands {
    @Override
    public void map(List<String> sources, String target) {}

    @Override
    public void add(List<String> sources, String target) {}

    @Override
    public void unmap(List<String> targets) {}

    @Override
    public void open(Side side, String path) {}
  }
}
