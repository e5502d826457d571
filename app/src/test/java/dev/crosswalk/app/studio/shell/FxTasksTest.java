package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the UI thread may rely on. The queue stands in for that thread. */
@Timeout(120)
class FxTasksTest {
  private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  private final FxTasks tasks = new FxTasks(ui::add);
  private final List<Object> seen = new ArrayList<>();

  private void pump() throws InterruptedException {
    Runnable next = ui.poll(60, TimeUnit.SECONDS);
    assertThat(next).as("something for the UI thread").isNotNull();
    next.run();
  }

  @Test
  void a_result_arrives_on_the_ui_thread_and_the_task_leaves_the_status_bar() throws Exception {
    tasks.run("Adding", progress -> 1 + 1, seen::add, seen::add);
    assertThat(tasks.running()).hasSize(1);
    assertThat(seen).isEmpty();
    pump();
    assertThat(seen).containsExactly(2);
    assertThat(tasks.running()).isEmpty();
  }

  @Test
  void a_problem_comes_as_it_is_and_anything_else_names_the_work() throws Exception {
    Problem known = Problem.error("login", null, "The password is wrong.", "Type it again.");
    tasks.run(
        "Testing northwind",
        progress -> {
          throw new ProblemException(known);
        },
        seen::add,
        seen::add);
    pump();
    tasks.run(
        "Testing northwind",
        progress -> {
          throw new IllegalStateException("odd");
        },
        seen::add,
        seen::add);
    pump();
    assertThat(seen.get(0)).isEqualTo(known);
    assertThat(((Problem) seen.get(1)).what()).contains("Testing northwind").contains("odd");
  }

  @Test
  void an_error_ends_the_work_like_any_other_failure() throws Exception {
    tasks.run(
        "Reading",
        progress -> {
          throw new StackOverflowError();
        },
        seen::add,
        seen::add);
    pump();
    assertThat(seen).singleElement().isInstanceOf(Problem.class);
    assertThat(tasks.running()).isEmpty();
  }

  @Test
  void nothing_is_called_after_a_cancel_and_the_work_is_interrupted() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Tasks.Handle handle =
        tasks.run(
            "Waiting",
            progress -> {
              started.countDown();
              try {
                Thread.sleep(Duration.ofSeconds(15));
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
              return "never";
            },
            seen::add,
            seen::add);
    started.await();
    handle.cancel();
    assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    pump();
    pump();
    assertThat(seen).isEmpty();
    assertThat(tasks.running()).isEmpty();
  }

  @Test
  void a_newer_call_with_the_same_key_supersedes_the_one_before() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    tasks.latest(
        "preview",
        progress -> {
          release.await();
          return "old";
        },
        seen::add,
        p -> seen.add("failed"));
    tasks.latest("preview", progress -> "new", seen::add, p -> seen.add("failed"));
    release.countDown();
    pump();
    pump();
    assertThat(seen).containsExactly("new");
  }

  @Test
  void progress_is_told_in_the_works_own_units() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    tasks.run(
        "Discovering northwind",
        progress -> {
          progress.update(212, 1041, "objects");
          release.await();
          return "done";
        },
        seen::add,
        seen::add);
    RunningTask task = tasks.running().getFirst();
    pump();
    assertThat(task.counted().get()).isEqualTo(new RunningTask.Told(212, 1041, "objects"));
    assertThat(task.fraction().get()).isBetween(0.20, 0.21);
    release.countDown();
    pump();
    assertThat(seen).containsExactly("done");
  }
}
