package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The person's own {@code git}, which has their keys, agents and password helpers. It is never let
 * ask anything in a terminal, tells how far it is, and ends with what it started when cancelled.
 */
final class GitProgram {
  private static final Duration TIMEOUT = Duration.ofMinutes(15);
  private static final Pattern COUNT = Pattern.compile(":\\s+\\d+% \\((\\d{1,18})/(\\d{1,18})\\)");
  private static final int MOST_LINES = 3;

  /** The last so many lines are kept; what a server says through git has no end of its own. */
  private static final int MOST_KEPT = 200;

  private static final int LONGEST_LINE = 4000;

  /** How long git has to end when it is told to. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /**
   * How it went.
   *
   * @param said the lines that say why, without counts, hints and passwords
   */
  record Result(boolean good, String said) {}

  private GitProgram() {}

  /** Empty where there is no such program. */
  static Optional<Result> run(Path folder, List<String> arguments, Progress progress) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    quiet(builder.environment());
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return Optional.empty();
    }
    List<String> lines = new CopyOnWriteArrayList<>();
    Thread reader = Thread.ofVirtual().start(() -> read(process, lines, progress));
    try {
      return Optional.of(await(process, reader, lines, progress));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    } finally {
      // Its children first: while git lives it takes note of their end.
      process.descendants().forEach(GitProgram::end);
      end(process.toHandle());
    }
  }

  /**
   * Ends a process and waits until it is gone: what still ran would write into a folder that the
   * caller removes next.
   */
  private static void end(ProcessHandle process) {
    process.destroy();
    // A join cannot be interrupted: the thread that is cancelled has to clean up all the same.
    process.onExit().completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
    process.destroyForcibly();
  }

  /** In English, since its words are read, and without questions that nobody would see. */
  private static void quiet(Map<String, String> environment) {
    environment.put("LC_ALL", "C");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    if (!environment.containsKey("GIT_SSH") && !environment.containsKey("GIT_SSH_COMMAND")) {
      environment.put("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
    }
  }

  private static Result await(Process process, Thread reader, List<String> lines, Progress progress)
      throws InterruptedException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      progress.check();
      if (System.nanoTime() > end) {
        return new Result(false, "it took longer than " + TIMEOUT.toMinutes() + " minutes");
      }
    }
    reader.join(Duration.ofSeconds(5));
    return new Result(process.exitValue() == 0, said(lines));
  }

  /** Lines end with a line feed, counts that replace each other with a carriage return. */
  private static void read(Process process, List<String> lines, Progress progress) {
    StringBuilder line = new StringBuilder();
    try (Reader in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n' && c != '\r') {
          if (line.length() < LONGEST_LINE) {
            line.append((char) c);
          }
          continue;
        }
        take(line.toString(), lines, progress);
        line.setLength(0);
      }
      take(line.toString(), lines, progress);
    } catch (IOException e) {
      lines.add("its output broke off");
    }
  }

  private static void take(String line, List<String> lines, Progress progress) {
    Matcher count = COUNT.matcher(line);
    if (count.find()) {
      progress.update(Long.parseLong(count.group(1)), Long.parseLong(count.group(2)), "objects");
    } else if (!line.isBlank()) {
      lines.add(GitUrl.blanked(line.strip()));
      if (lines.size() > MOST_KEPT) {
        lines.removeFirst();
      }
    }
  }

  private static String said(List<String> lines) {
    List<String> telling =
        lines.stream()
            .filter(l -> !l.startsWith("hint:") && !l.startsWith("Cloning into"))
            .toList();
    List<String> errors =
        telling.stream()
            .filter(l ->
                l.startsWith("fatal:")
                    || l.startsWith("error:")
                    || l.startsWith("remote:")
                    || l.startsWith("ssh:")
                    || l.contains("denied")
                    || l.contains("rejected")
                    || l.contains("failed"))
            .toList();
    return (errors.isEmpty() ? telling : errors)
        .stream().limit(MOST_LINES).collect(Collectors.joining("; "));
  }
}
