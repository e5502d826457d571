package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.Reach;
import dev.crosswalk.app.workspace.TreeComparison.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The forms in which changes are written. */
enum DiffFormat {
  TEXT {
    @Override
    String write(List<Entry> entries) {
      StringBuilder text = new StringBuilder();
      for (Entry entry : entries) {
        text.append(text.isEmpty() ? "" : "\n").append(title(entry.file())).append('\n');
        words(entry).forEach(w -> text.append("  ").append(w).append('\n'));
        reach(entry).forEach(w -> text.append("  → ").append(w).append('\n'));
      }
      return text.toString().stripTrailing();
    }
  },
  JSON {
    @Override
    String write(List<Entry> entries) {
      Map<String, Object> root = new LinkedHashMap<>();
      root.put("same", entries.isEmpty());
      root.put("files", entries.stream().map(DiffFormat::json).toList());
      return Json.write(root);
    }
  },
  /** For a comment on a pull request. */
  MARKDOWN {
    @Override
    String write(List<Entry> entries) {
      if (entries.isEmpty()) {
        return "**No mapping changed.**";
      }
      StringBuilder text = new StringBuilder();
      for (Entry entry : entries) {
        text.append(text.isEmpty() ? "" : "\n")
            .append("**`")
            .append(entry.file().path())
            .append("`**")
            .append(mark(entry.file()))
            .append("\n\n");
        words(entry).forEach(w -> text.append("- ").append(Markdown.text(w)).append('\n'));
        reach(entry).forEach(w -> text.append("  - ").append(Markdown.text(w)).append('\n'));
      }
      return text.toString().stripTrailing();
    }
  };

  /** The whole of it; empty where there is nothing to say. */
  abstract String write(List<Entry> entries);

  private static String title(FileChange file) {
    return file.path() + mark(file);
  }

  private static String mark(FileChange file) {
    return switch (file.kind()) {
      case ADDED -> " (new)";
      case DELETED -> " (gone)";
      case MODIFIED -> "";
    };
  }

  private static List<String> words(Entry entry) {
    if (!entry.words().isEmpty()) {
      return entry.words();
    }
    FileChange file = entry.file();
    long was = file.oldText().lines().count();
    long is = file.newText().lines().count();
    return List.of(
        switch (file.kind()) {
          case ADDED -> Counts.of((int) is, "line") + ".";
          case DELETED -> "It had " + Counts.of((int) was, "line") + ".";
          case MODIFIED ->
              entry.file().path().endsWith(".yaml")
                  ? "Nothing that matters to records: comments, layout or where a field came from."
                  : "The text changed: " + was + " lines before, " + is + " now.";
        });
  }

  /** Who gets the change, and who does not; nothing where no customer is concerned. */
  private static List<String> reach(Entry entry) {
    List<String> whole =
        entry.reach().stream()
            .filter(Reach.Customer::isWhole)
            .map(Reach.Customer::customer)
            .toList();
    List<String> words = new ArrayList<>();
    if (!whole.isEmpty()) {
      words.add(Reach.and(whole) + (whole.size() == 1 ? " inherits this." : " inherit this."));
    }
    entry.reach().stream().flatMap(c -> c.words().stream()).forEach(words::add);
    return words;
  }

  private static Map<String, Object> json(Entry entry) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", entry.file().path());
    map.put("change", entry.file().kind().name().toLowerCase(Locale.ROOT));
    map.put("words", entry.words());
    if (!entry.problems().isEmpty()) {
      map.put("problems", entry.problems().stream().map(p -> p.toString()).toList());
    }
    if (!entry.reach().isEmpty()) {
      map.put(
          "customers",
          entry.reach().stream()
              .map(c -> {
                Map<String, Object> customer = new LinkedHashMap<>();
                customer.put("customer", c.customer());
                customer.put("inherits", c.inherits());
                customer.put("keeps", c.keeps());
                customer.put("words", c.words());
                return customer;
              })
              .toList());
    }
    return map;
  }
}
