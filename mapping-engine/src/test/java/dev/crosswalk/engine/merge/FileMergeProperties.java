package dev.crosswalk.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.merge.FileMerge.Merged;
import dev.crosswalk.engine.text.ConflictMarks;
import dev.crosswalk.engine.text.ConflictMarks.Side;
import dev.crosswalk.engine.text.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of merging, over mappings in several ways of writing. */
class FileMergeProperties {
  private static final List<String> TARGETS = List.of("a", "b", "c.d", "e", "f", "g");
  private static final List<String> STEPS = List.of("trim", "lower", "email", "{ pad: { to: 3 } }");

  /**
   * A target of a made mapping.
   *
   * @param style 0 several lines, 1 in braces, 2 with comments
   */
  record Target(String from, List<String> use, boolean required, int style) {

    String lines(String name) {
      String more =
          (use.isEmpty() ? "" : ", use: [" + String.join(", ", use) + "]")
              + (required ? ", required: true" : "");
      if (style == 1) {
        return "  " + name + ": { from: " + from + more + " }\n";
      }
      String note = style == 2 ? "  # about " + name + "\n" : "";
      return note
          + "  "
          + name
          + ":\n    from: "
          + from
          + "\n"
          + (use.isEmpty() ? "" : "    use: [" + String.join(", ", use) + "]\n")
          + (required ? "    required: true" + (style == 2 ? " # asked\n" : "\n") : "");
    }
  }

  private static String file(Map<String, Target> targets) {
    StringBuilder text =
        new StringBuilder(
            """
            # what we know
            format: crosswalk/v1
            kind: Mapping
            id: m
            source: { system: s, object: A }
            target: { system: t, object: B }
            """);
    text.append(targets.isEmpty() ? "fields: {}\n" : "fields:\n");
    new TreeMap<>(targets).forEach((name, target) -> text.append(target.lines(name)));
    return text.append("# the end\n").toString();
  }

  @Provide
  Arbitrary<Map<String, Target>> targets() {
    Arbitrary<Target> target =
        Combinators.combine(
                Arbitraries.of("A", "B", "C", "D"),
                Arbitraries.of(STEPS).list().ofMaxSize(3),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 2))
            .as(Target::new);
    return Arbitraries.maps(Arbitraries.of(TARGETS), target).ofMaxSize(6);
  }

  @Property(tries = 300)
  void one_side_alone_is_taken_to_the_byte(
      @ForAll("targets") Map<String, Target> base, @ForAll("targets") Map<String, Target> side) {
    String b = file(base);
    String x = file(side);
    assertThat(FileMerge.merge(b, x, b, "m")).isEqualTo(new Merged(x, List.of()));
    assertThat(FileMerge.merge(b, b, x, "m")).isEqualTo(new Merged(x, List.of()));
    assertThat(FileMerge.merge(b, x, x, "m")).isEqualTo(new Merged(x, List.of()));
  }

  @Property(tries = 400)
  void it_does_not_matter_who_is_who(
      @ForAll("targets") Map<String, Target> base,
      @ForAll("targets") Map<String, Target> mine,
      @ForAll("targets") Map<String, Target> other) {
    Merged one = FileMerge.merge(file(base), file(mine), file(other), "m");
    Merged two = FileMerge.merge(file(base), file(other), file(mine), "m");
    assertThat(paths(two)).isEqualTo(paths(one));
    assertThat(plain(two.text(), Side.THEIRS)).isEqualTo(plain(one.text(), Side.OURS));
    assertThat(plain(two.text(), Side.OURS)).isEqualTo(plain(one.text(), Side.THEIRS));
  }

  private static Set<List<String>> paths(Merged merged) {
    Set<List<String>> paths = new HashSet<>();
    merged.conflicts().forEach(c -> paths.add(c.path().subList(0, c.path().size() - 1)));
    return paths;
  }

  private static Object plain(String text, Side side) {
    return YamlDocument.parse(ConflictMarks.settled(text, side), "m").plain();
  }

  @Property(tries = 400)
  void edits_of_different_fields_merge_and_both_are_there_with_their_bytes(
      @ForAll("targets") Map<String, Target> base,
      @ForAll("targets") Map<String, Target> mine,
      @ForAll("targets") Map<String, Target> other,
      @ForAll Set<@net.jqwik.api.constraints.IntRange(max = 5) Integer> ours) {
    Map<String, Target> left = new HashMap<>(base);
    Map<String, Target> right = new HashMap<>(base);
    Map<String, Target> both = new HashMap<>(base);
    for (int i = 0; i < TARGETS.size(); i++) {
      Map<String, Target> from = ours.contains(i) ? mine : other;
      put(ours.contains(i) ? left : right, from, TARGETS.get(i));
      put(both, from, TARGETS.get(i));
    }
    // That a target went here and the same came there under another name is a rename.
    if (renamed(base, left) || renamed(base, right)) {
      return;
    }
    Merged merged = FileMerge.merge(file(base), file(left), file(right), "m");
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text()).isEqualTo(file(both));
  }

  private static boolean renamed(Map<String, Target> base, Map<String, Target> side) {
    List<Target> gone = new ArrayList<>();
    base.forEach((k, v) -> {
      if (!side.containsKey(k)) {
        gone.add(v);
      }
    });
    return side.entrySet().stream()
        .filter(e -> !base.containsKey(e.getKey()))
        .anyMatch(e ->
            gone.stream()
                .anyMatch(g ->
                    g.from().equals(e.getValue().from()) && g.use().equals(e.getValue().use())));
  }

  private static void put(Map<String, Target> to, Map<String, Target> from, String key) {
    if (from.containsKey(key)) {
      to.put(key, from.get(key));
    } else {
      to.remove(key);
    }
  }

  @Property(tries = 400)
  void each_word_of_either_side_is_in_the_outcome_or_between_marks(
      @ForAll("targets") Map<String, Target> base,
      @ForAll("targets") Map<String, Target> mine,
      @ForAll("targets") Map<String, Target> other) {
    Merged merged = FileMerge.merge(file(base), file(mine), file(other), "m");
    Map<?, ?> ours = fields(merged.text(), Side.OURS);
    Map<?, ?> theirs = fields(merged.text(), Side.THEIRS);
    mine.forEach((name, target) -> {
      Target was = base.get(name);
      boolean changed = was == null || !was.from().equals(target.from());
      if (changed && !renamed(base, mine) && !renamed(base, other)) {
        assertThat(from(ours, name)).as(merged.text()).isEqualTo(target.from());
      }
    });
    other.forEach((name, target) -> {
      Target was = base.get(name);
      boolean changed = was == null || !was.from().equals(target.from());
      if (changed && !renamed(base, mine) && !renamed(base, other)) {
        assertThat(from(theirs, name)).as(merged.text()).isEqualTo(target.from());
      }
    });
  }

  private static Map<?, ?> fields(String text, Side side) {
    return plain(text, side) instanceof Map<?, ?> root && root.get("fields") instanceof Map<?, ?> f
        ? f
        : Map.of();
  }

  private static Object from(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof Map<?, ?> field ? field.get("from") : "none";
  }
}
