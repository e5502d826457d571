package dev.crosswalk.app.studio.changes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes what a commit may say: a person mends it. */
final class CommitMessages {
  private static final int SUBJECT = 72;
  private static final int MOST_LINES = 20;
  private static final Pattern REVIEWED = Pattern.compile("^customers/[^/]+/schemas/");

  private static final Pattern GOLDEN =
      Pattern.compile("(?:customers/(?<customer>[^/]+)/)?golden/(?<mapping>.+)\\.yaml");

  private CommitMessages() {}

  /**
   * Subject, and the sentences below it where there is more than one; empty for no changes, and
   * while a merge is not settled.
   */
  static String propose(List<Change> changes) {
    if (changes.isEmpty() || changes.stream().anyMatch(Change::isContested)) {
      return "";
    }
    List<Change> leading = leading(changes);
    List<String> sentences = leading.stream().flatMap(c -> sentences(c).stream()).toList();
    String subject =
        sentences.size() == 1
            ? upper(withoutDot(sentences.getFirst()))
            : leading.size() == 1
                ? "Change " + name(leading.getFirst().file().path())
                : "Change " + leading.size() + " files";
    if (subject.length() > SUBJECT) {
      subject = "Change " + name(leading.getFirst().file().path());
    }
    if (sentences.size() < 2) {
      return subject;
    }
    StringBuilder text = new StringBuilder(subject).append('\n');
    sentences.stream().limit(MOST_LINES).forEach(s -> text.append("\n- ").append(s));
    if (sentences.size() > MOST_LINES) {
      text.append("\n- and ").append(sentences.size() - MOST_LINES).append(" more");
    }
    return text.toString();
  }

  /** Without the reviewed schemas, which follow the mappings; all where nothing else changed. */
  private static List<Change> leading(List<Change> changes) {
    List<Change> others =
        changes.stream().filter(c -> !REVIEWED.matcher(c.file().path()).find()).toList();
    return others.isEmpty() ? changes : others;
  }

  /** What is said of a file; of golden records, which their own file does not say, by its name. */
  private static List<String> sentences(Change change) {
    Matcher golden = GOLDEN.matcher(change.file().path());
    if (!change.words().isEmpty() || !golden.matches()) {
      return change.words();
    }
    String act =
        switch (change.file().kind()) {
          case ADDED -> "Keep";
          case MODIFIED -> "Change";
          case DELETED -> "Drop";
        };
    String customer = golden.group("customer");
    return List.of(
        act
            + " golden records of "
            + golden.group("mapping")
            + (customer == null ? "" : " for " + customer));
  }

  private static String withoutDot(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String upper(String text) {
    int first = text.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(text.substring(Character.charCount(first)))
        .toString();
  }

  private static String name(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.endsWith(".yaml") ? file.substring(0, file.length() - 5) : file;
  }
}
