package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;

/**
 * Scrolls boards of 500, 2,000 and 5,000 fields a side with two links for every five fields, and
 * prints how long frames took, without waiting for a display. Run by {@code mvn -Pboard-benchmark}
 * (docs/studio.md); with a file as argument, the table between that file's marks is replaced.
 */
public final class BoardBenchmark {
  private static final int WARM = 60;
  private static final int FRAMES = 400;
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 900;
  private static final String BEGIN = "<!-- board-benchmark -->";
  private static final String END = "<!-- /board-benchmark -->";

  private BoardBenchmark() {}

  public static void main(String[] args) throws InterruptedException, IOException {
    CountDownLatch ready = new CountDownLatch(1);
    Platform.startup(ready::countDown);
    ready.await();
    Platform.setImplicitExit(false);
    StringBuilder table =
        new StringBuilder(
            """
            | fields a side | links | p50 | p95 | worst | processor time a frame | filter answers in |
            |---:|---:|---:|---:|---:|---:|---:|
            """);
    for (int size : new int[] {500, 2_000, 5_000}) {
      CountDownLatch done = new CountDownLatch(1);
      Run[] run = new Run[1];
      Platform.runLater(() -> run[0] = new Run(size, done));
      done.await();
      table.append(run[0].row());
    }
    Platform.exit();
    System.out.println(table);
    if (args.length > 0 && !args[0].isBlank()) {
      write(Path.of(args[0]), table.toString());
    }
  }

  private static void write(Path file, String table) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + " has no marks " + BEGIN + " and " + END);
    }
    Files.writeString(
        file, text.substring(0, begin + BEGIN.length()) + "\n" + table + text.substring(end));
  }

  /** One size: shows a board, scrolls both sides against each other, then filters. */
  private static final class Run extends AnimationTimer {
    private final int size;
    private final CountDownLatch done;
    private final BoardModel model = new BoardModel(Texts.load(Locale.ENGLISH), new NoCommands());
    private final Stage stage = new Stage();
    private final MappingBoard board = new MappingBoard(model);
    private final long[] times = new long[FRAMES];
    private final int links;
    private @Nullable ScrollBar left;
    private @Nullable ScrollBar right;
    private int frame = -WARM;
    private long last;
    private long cpu;
    private long filtering;
    private long filtered;

    Run(int size, CountDownLatch done) {
      this.size = size;
      this.done = done;
      this.links = fill(model, size);
      stage.setX(0);
      stage.setY(0);
      stage.setScene(new Scene(board, WIDTH, HEIGHT));
      stage.show();
      start();
    }

    @Override
    public void handle(long now) {
      long at = System.nanoTime();
      if (left == null) {
        left = bar("#source-fields");
        right = bar("#target-fields");
      }
      if (filtering > 0) {
        filtered = at - filtering;
        stop();
        stage.close();
        done.countDown();
        return;
      }
      if (frame == 0) {
        cpu = cpu();
      }
      if (frame >= 0 && frame < FRAMES) {
        times[frame] = at - last;
      }
      last = at;
      double share = Math.floorMod(frame, 200) / 200.0;
      set(left, share);
      set(right, 1 - share);
      if (++frame == FRAMES) {
        cpu = cpu() - cpu;
        filtering = System.nanoTime();
        model.setFilter(Side.SOURCE, FieldFilter.ALL.withText("label of source_1"));
      }
    }

    private @Nullable ScrollBar bar(String list) {
      return board.lookup(list).lookup(".scroll-bar:vertical") instanceof ScrollBar b ? b : null;
    }

    private static void set(@Nullable ScrollBar bar, double share) {
      if (bar != null) {
        bar.setValue(share * bar.getMax());
      }
    }

    String row() {
      long[] sorted = times.clone();
      Arrays.sort(sorted);
      return String.format(
          Locale.ROOT,
          "| %,d | %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.0f ms |%n",
          size,
          links,
          sorted[FRAMES / 2] / 1e6,
          sorted[FRAMES * 95 / 100] / 1e6,
          sorted[FRAMES - 1] / 1e6,
          cpu / 1e6 / FRAMES,
          filtered / 1e6);
    }
  }

  /** Processor time of all threads, which others on the machine do not lengthen. */
  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getProcessCpuTime()
        : 0;
  }

  private static int fill(BoardModel model, int size) {
    List<FieldFacts> sources = new ArrayList<>();
    List<FieldFacts> targets = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sources.add(new FieldFacts(field("Source_" + i + "__c", i), 0.5));
      targets.add(new FieldFacts(field("target_" + i, i), Double.NaN));
      if (i % 5 < 2) {
        Link.Kind kind = i % 2 == 0 ? Link.Kind.ACCEPTED : Link.Kind.SUGGESTED;
        String from = "Source_" + Math.floorMod(i * 7, size) + "__c";
        String chip = i % 10 == 0 ? "trim · date" : "";
        links.add(new Link("target_" + i, List.of(from), kind, 0.5 + i % 50 / 100.0, chip, false));
      }
    }
    model.showFields(sources, targets);
    model.showState(links, Map.of(), Map.of());
    return links.size();
  }

  private static Field field(String name, int at) {
    return Field.builder(name, FieldType.STRING)
        .group("Group " + at / 100)
        .label("Label of " + name)
        .build();
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
