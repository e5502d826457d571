package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.YamlNode.Entries;
import dev.crosswalk.engine.text.YamlNode.Entry;
import dev.crosswalk.engine.text.YamlNode.Items;
import dev.crosswalk.engine.text.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML document into nodes, within bounds and without anchors, aliases and tags. */
final class YamlReader {

  static final int DEEPEST = 100;

  private final String text;
  private final String file;
  private final int skipped;
  private final Iterator<Event> events;

  /** Char offset by code point index; null where they are the same. */
  private final int @Nullable [] offsets;

  private int depth;

  private YamlReader(String text, String file) {
    this.text = text;
    this.file = file;
    this.skipped = text.startsWith("\uFEFF") ? 1 : 0;
    String content = text.substring(skipped);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();
    this.events = new Parse(settings).parseString(content).iterator();
    this.offsets = offsets(content);
  }

  /**
   * @return the root node; null where the text holds no value at all
   */
  static @Nullable YamlNode read(String text, String file) {
    YamlReader reader = new YamlReader(text, file);
    try {
      return reader.document();
    } catch (MarkedYamlEngineException e) {
      List<Problem> conflicts = ConflictMarks.problems(text, file);
      if (!conflicts.isEmpty()) {
        throw new ProblemException(conflicts);
      }
      // What is never closed is shown where it opens.
      boolean open = String.valueOf(e.getProblem()).contains("stream");
      Mark mark =
          (open ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark())
              .or(e::getContextMark)
              .orElse(null);
      throw reader.bad("yaml-syntax", mark, YamlMessages.what(e), YamlMessages.next(e), e);
    } catch (YamlEngineException e) {
      throw reader.bad(
          "yaml-syntax",
          null,
          "The file is not YAML text: " + e.getMessage() + ".",
          "Save it as UTF-8 text without control characters.",
          e);
    }
  }

  private static int @Nullable [] offsets(String content) {
    int points = content.codePointCount(0, content.length());
    if (points == content.length()) {
      return null;
    }
    int[] offsets = new int[points + 1];
    int at = 0;
    for (int i = 0; i < points; i++) {
      offsets[i] = at;
      at += Character.charCount(content.codePointAt(at));
    }
    offsets[points] = at;
    return offsets;
  }

  private @Nullable YamlNode document() {
    YamlNode root = null;
    boolean started = false;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          if (started) {
            throw bad(
                "yaml-documents",
                event,
                "A second document starts here; a file holds one.",
                "Remove the line with three dashes, or put the rest into its own file.");
          }
          started = true;
          root = node(events.next());
        }
        case StreamStart, DocumentEnd, StreamEnd, Comment -> {}
        default -> throw new IllegalStateException("Unexpected " + event);
      }
    }
    return root;
  }

  private YamlNode node(Event event) {
    if (event instanceof AliasEvent) {
      throw bad(
          "yaml-alias",
          event,
          "An alias (*name) stands here; aliases are not read.",
          "Write the value itself.");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw bad(
          "yaml-alias",
          event,
          "The anchor &"
              + node.getAnchor().get().getValue()
              + " stands here; anchors are not read.",
          "Remove it, and write the value again where it is needed.");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag().orElse(null), event);
      return scalar(scalar, false);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    refuseTag(start.getTag().orElse(null), event);
    if (++depth > DEEPEST) {
      throw bad(
          "yaml-depth",
          event,
          "The values are nested deeper than " + DEEPEST + " levels.",
          "Make the file flatter.");
    }
    YamlNode node = event.getEventId() == Event.ID.MappingStart ? entries(start) : items(start);
    depth--;
    return node;
  }

  private void refuseTag(@Nullable String tag, Event event) {
    if (tag != null) {
      throw bad(
          "yaml-tag",
          event,
          "The tag " + tag + " stands here; tags are not read.",
          "Remove it; quote the value where it must be text.");
    }
  }

  private YamlNode entries(CollectionStartEvent start) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Scalar> seen = new HashMap<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      if (!(event instanceof ScalarEvent scalar) || scalar.getAnchor().isPresent()) {
        if (event instanceof AliasEvent || event instanceof ScalarEvent) {
          node(event);
        }
        throw bad(
            "yaml-key", event, "A key must be text, not a map or list.", "Write the key as text.");
      }
      refuseTag(scalar.getTag().orElse(null), event);
      Scalar key = scalar(scalar, true);
      checkKey(key, seen, event);
      entries.add(new Entry(key, node(events.next())));
      event = events.next();
    }
    Mark mark = start.getStartMark().orElseThrow();
    int end = end(event, start.isFlow(), '}', lastEnd(entries));
    return Entries.of(
        offset(mark), end, mark.getLine() + 1, mark.getColumn() + 1, start.isFlow(), entries);
  }

  private void checkKey(Scalar key, Map<String, Scalar> seen, Event event) {
    String name = String.valueOf(key.plain());
    if (key.start() == key.end()) {
      throw bad("yaml-key", event, "A key is missing before the colon.", "Write the key.");
    }
    int before = key.start() - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    if (key.style() == Scalar.Style.BLOCK || (before >= 0 && text.charAt(before) == '?')) {
      throw bad(
          "yaml-key", event, "Keys after a question mark are not read.", "Write 'key: value'.");
    }
    Scalar first = seen.putIfAbsent(name, key);
    if (first != null) {
      throw bad(
          "yaml-duplicate",
          event,
          "The key '"
              + name
              + "' stands here for the second time; the first is on line "
              + first.line()
              + ".",
          "Keep one of them.");
    }
  }

  private static int lastEnd(List<Entry> entries) {
    return entries.isEmpty() ? -1 : entries.get(entries.size() - 1).value().end();
  }

  private YamlNode items(CollectionStartEvent start) {
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event));
      event = events.next();
    }
    Mark mark = start.getStartMark().orElseThrow();
    int last = items.isEmpty() ? -1 : items.get(items.size() - 1).end();
    int end = end(event, start.isFlow(), ']', last);
    return Items.of(
        offset(mark), end, mark.getLine() + 1, mark.getColumn() + 1, start.isFlow(), items);
  }

  /** Block collections end with their last value: the parser's mark is at the next token. */
  private int end(Event event, boolean flow, char close, int lastEnd) {
    int marked = offset(event.getEndMark().orElseThrow());
    boolean closed = flow && marked > 0 && text.charAt(marked - 1) == close;
    return closed || lastEnd < 0 ? marked : lastEnd;
  }

  private Scalar scalar(ScalarEvent event, boolean key) {
    Mark mark = event.getStartMark().orElseThrow();
    int start = offset(mark);
    int end = offset(event.getEndMark().orElseThrow());
    Scalar.Style style =
        switch (event.getScalarStyle()) {
          case PLAIN -> Scalar.Style.PLAIN;
          case SINGLE_QUOTED -> Scalar.Style.SINGLE;
          case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Scalar.Style.DOUBLE;
          case LITERAL, FOLDED -> Scalar.Style.BLOCK;
        };
    if (style == Scalar.Style.BLOCK) {
      end = blockEnd(start, end);
    }
    String value = event.getValue();
    Object plain = key || style != Scalar.Style.PLAIN ? value : YamlScalars.resolve(value);
    return new Scalar(start, end, mark.getLine() + 1, mark.getColumn() + 1, style, plain);
  }

  /** Line ends after a block scalar are not part of it, unless its header says to keep them. */
  private int blockEnd(int start, int marked) {
    String header = text.substring(start, YamlSplice.lineEnd(text, start));
    boolean keep = header.split("#", 2)[0].indexOf('+') >= 0;
    int end = marked;
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
      if (keep && text.charAt(end) == '\n') {
        return end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      }
    }
    return end;
  }

  private int offset(Mark mark) {
    int index = mark.getIndex();
    return skipped + (offsets == null ? index : offsets[index]);
  }

  private ProblemException bad(String code, Event event, String what, String next) {
    return bad(code, event.getStartMark().orElse(null), what, next, null);
  }

  private ProblemException bad(
      String code, @Nullable Mark mark, String what, String next, @Nullable Throwable cause) {
    Place place =
        mark == null
            ? Place.of(file)
            : new Place(file, mark.getLine() + 1, mark.getColumn() + 1, null);
    Problem problem = Problem.error(code, place, what, next);
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }
}
