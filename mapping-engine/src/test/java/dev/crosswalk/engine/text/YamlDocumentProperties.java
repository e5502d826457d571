package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Protects the laws of the byte-stable YAML: what an edit means, and what it leaves alone. */
class YamlDocumentProperties {

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "yes",
          "No",
          "null",
          "~",
          "1",
          "1.0",
          "-3",
          "0x1f",
          "2026-11-21",
          "12:30",
          "a: b",
          "a #b",
          "#",
          "- a",
          "a,b",
          "{x}",
          "[y]",
          "it's",
          "say \"hi\"",
          "back\\slash",
          "tab\there",
          "two\nlines",
          "end\n",
          " lead",
          "trail ",
          "é ü 漢",
          "😀 😀",
          "\u0085",
          "?",
          "*a",
          "&a",
          "!t",
          "%d",
          "@x",
          "`",
          "...",
          "---",
          "a:",
          ":a",
          "key: |",
          "\r",
          "x\n\ny\n",
          "true",
          ".5",
          "1e3",
          "<<",
          "=",
          "\u2028",
          "$sum(a) / 100",
          "properties['a.b']",
          "Owner.Email");

  // Values come from a seed rather than from combined arbitraries, whose shrinking takes minutes.

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 6 : 9)) {
      case 0, 1 -> NASTY.get(random.nextInt(NASTY.size()));
      case 2 -> "word" + random.nextInt(1000);
      case 3 -> random.nextBoolean() ? (Object) random.nextLong() : random.nextBoolean();
      case 4 -> YamlWriter.normal(BigDecimal.valueOf(random.nextInt(100000) - 50000, 3));
      case 5 -> null;
      case 6 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth + 1));
        }
        yield list;
      }
      default -> map(random, depth + 1, random.nextInt(5));
    };
  }

  private static Map<String, Object> map(Random random, int depth, int size) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String key =
          random.nextInt(3) == 0
              ? NASTY.get(random.nextInt(NASTY.size()))
              : String.valueOf((char) ('a' + random.nextInt(8)));
      map.put(key, value(random, depth));
    }
    return map;
  }

  private static Map<String, Object> root(Random random) {
    return map(random, 0, 1 + random.nextInt(5));
  }

  /** A house-style file to which a person has added comments, blank lines and other line ends. */
  private static YamlDocument byHand(long seed) {
    Random random = new Random(seed);
    Map<String, Object> model = root(random);
    int salt = random.nextInt();
    String text =
        YamlWriter.write(model, path -> path.isEmpty() || (path.hashCode() ^ salt) % 2 == 0);
    StringBuilder noisy = new StringBuilder(random.nextInt(4) == 0 ? "# first\n\n" : "");
    for (String line : text.split("\n")) {
      boolean plain = !line.contains("|") && !line.isBlank();
      noisy.append(line).append(plain && random.nextInt(6) == 0 ? "   # why" : "").append('\n');
      if (random.nextInt(6) == 0) {
        noisy.append(" ".repeat(random.nextInt(5))).append("# between\n");
      }
      if (random.nextInt(8) == 0) {
        noisy.append('\n');
      }
    }
    String result = noisy.toString();
    if (random.nextInt(4) == 0) {
      result = result.stripTrailing();
    }
    if (random.nextInt(4) == 0) {
      result = result.replace("\n", "\r\n");
    }
    try {
      return YamlDocument.parse(result, "test.yaml");
    } catch (ProblemException e) {
      return YamlDocument.parse(text, "test.yaml");
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void whatIsWrittenReadsBackTheSame(@ForAll long seed) {
    Map<String, Object> model = root(new Random(seed));
    String text = YamlWriter.write(model, YamlLayout.PLAIN);

    assertThat(YamlDocument.parse(text, "t").plain()).isEqualTo(model);
    assertThat(text).endsWith("\n").doesNotContain("\r", "\t");
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void readingKeepsEveryByte(@ForAll long seed) {
    YamlDocument document = byHand(seed);

    assertThat(YamlDocument.parse(document.text(), "t").text()).isEqualTo(document.text());
  }

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void settingAValueIsSettingItInTheModel(@ForAll long seed) {
    YamlDocument before = byHand(seed);
    Assume.that(before.plain() instanceof Map);
    Object value = value(new Random(~seed), 1);
    List<String> path = path(before, new Random(seed), seed % 3 != 0);
    Object normal = YamlWriter.normal(value);

    YamlDocument after = before.set(path, value);

    String shown = before.text() + "\n=== " + path + " = " + value + "\n" + after.text();
    assertThat(after.plain()).as(shown).isEqualTo(set(before.plain(), path, 0, normal));
    assertThat(YamlDocument.parse(after.text(), "test.yaml").root())
        .as(shown)
        .isEqualTo(after.root());
    onlyItsLinesDiffer(before, path, after, shown);
    assertThat(after.set(path, value)).isSameAs(after);
  }

  private static void onlyItsLinesDiffer(
      YamlDocument before, List<String> path, YamlDocument after, String shown) {
    List<String> old = before.text().lines().toList();
    List<String> now = after.text().lines().toList();
    int size = path.size();
    while (before.at(path.subList(0, size)).isEmpty()) {
      size--;
    }
    var spot = before.at(path.subList(0, size)).orElseThrow();
    if (size < path.size() && size == 0) {
      assertThat(now).as(shown).containsSubsequence(old);
      return;
    }
    int first = spot.firstLine() - 1;
    assertThat(now.subList(0, first)).as(shown).isEqualTo(old.subList(0, first));
    List<String> rest = old.subList(spot.lastLine(), old.size());
    assertThat(now.subList(now.size() - rest.size(), now.size())).as(shown).isEqualTo(rest);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void settingManyKeysIsSettingOneAfterTheOther(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "a: 1\n" : "# head\n");
    text.append("map:   # what it is\n");
    int size = 20 + random.nextInt(120);
    for (int i = 0; i < size; i++) {
      text.append("  k").append(1000 + 10 * (seed % 5 == 0 ? size - i : i)).append(": ");
      text.append(
          switch (random.nextInt(5)) {
            case 0 -> "{ a: 1 }   # why\n";
            case 1 -> "|\n    lines\n\n    more\n" + (random.nextBoolean() ? "\n" : "");
            case 2 -> "\n    a: b\n    # inner\n    c: [d]\n  # between\n";
            case 3 -> "\n";
            default -> "word\n";
          });
    }
    text.append(random.nextBoolean() ? "z: 1\n" : "");
    String lines = random.nextInt(3) == 0 ? text.toString().replace("\n", "\r\n") : text.toString();
    YamlDocument before = YamlDocument.parse(lines, "test.yaml");
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = random.nextInt(30); i >= 0; i--) {
      values.put("k" + (995 + random.nextInt(10 * size)), value(random, 2));
    }

    YamlDocument after = before.setAll("map", values, YamlLayout.PLAIN);

    YamlDocument expected = before;
    for (Map.Entry<String, Object> e : values.entrySet()) {
      expected = expected.set(List.of("map", e.getKey()), e.getValue());
    }
    assertThat(after.text()).isEqualTo(expected.text());
    assertThat(after.root()).isEqualTo(YamlDocument.parse(after.text(), "test.yaml").root());
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void removingAKeyIsRemovingItInTheModel(@ForAll long seed) {
    YamlDocument before = byHand(seed);
    Assume.that(before.plain() instanceof Map);
    List<String> path = path(before, new Random(seed), true);
    Assume.that(before.at(path).isPresent());

    YamlDocument after = before.remove(path);

    String shown = before.text() + "\n=== remove " + path + "\n" + after.text();
    assertThat(after.plain()).as(shown).isEqualTo(without(before.plain(), path, 0));
    assertThat(YamlDocument.parse(after.text(), "test.yaml").root())
        .as(shown)
        .isEqualTo(after.root());
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void aNewEntryTakenAwayAgainLeavesTheBytes(@ForAll long seed) {
    YamlDocument before = byHand(seed);
    Assume.that(before.plain() instanceof Map && !before.map().containsKey("zz-new"));
    Assume.that(before.root().inline() == false && before.text().endsWith("\n"));

    Object v = value(new Random(~seed), 1);
    YamlDocument after = before.set(List.of("zz-new"), v).remove(List.of("zz-new"));

    assertThat(after.text()).isEqualTo(before.text());
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void typingReadsTheSameAsOpening(@ForAll long seed) {
    YamlDocument before = byHand(seed);
    Random random = new Random(seed);
    String text = before.text();
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(4));
    String piece =
        List.of("", "x", " ", "\n", ": ", "\"", "#", "a: b\n", "  - q\n", "]")
            .get(random.nextInt(10));
    String typed = text.substring(0, from) + piece + text.substring(to);

    assertThat(outcome(() -> before.withText(typed)))
        .as(text + "\n=== typed\n" + typed)
        .isEqualTo(outcome(() -> YamlDocument.parse(typed, "test.yaml")));
  }

  private static Object outcome(java.util.function.Supplier<YamlDocument> read) {
    try {
      YamlDocument document = read.get();
      return Arrays.asList(document.text(), document.root());
    } catch (ProblemException e) {
      return e.getMessage();
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void anyTextIsReadOrRefusedWithAProblem(@ForAll String text) {
    try {
      assertThat(YamlDocument.parse(text, "t").text()).isEqualTo(text);
    } catch (ProblemException e) {
      assertThat(e.problem().place()).isNotNull();
    }
  }

  // The model of an edit, on plain values.

  private static Object set(Object node, List<String> path, int depth, Object value) {
    if (depth == path.size()) {
      return value;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> old) {
      old.forEach((k, v) -> map.put((String) k, v));
    }
    String key = path.get(depth);
    map.put(key, set(map.get(key), path, depth + 1, value));
    return map;
  }

  private static Object without(Object node, List<String> path, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) node).forEach((k, v) -> map.put((String) k, v));
    String key = path.get(depth);
    if (depth == path.size() - 1) {
      map.remove(key);
    } else {
      map.put(key, without(map.get(key), path, depth + 1));
    }
    return map;
  }

  /** A path of map keys, there or (perhaps) not there. */
  private static List<String> path(YamlDocument document, Random random, boolean existing) {
    List<String> path = new ArrayList<>();
    Object node = document.plain();
    do {
      List<String> keys = new ArrayList<>();
      if (node instanceof Map<?, ?> map) {
        map.keySet().forEach(k -> keys.add((String) k));
      }
      if (keys.isEmpty() || (!existing && random.nextInt(3) == 0)) {
        if (node instanceof List) {
          return path;
        }
        path.add(List.of("new", "b", "yes", "c d", "1").get(random.nextInt(5)));
        return path;
      }
      String key = keys.get(random.nextInt(keys.size()));
      path.add(key);
      node = ((Map<?, ?>) node).get(key);
    } while ((node instanceof Map || !existing)
        && random.nextInt(3) > 0
        && !(node instanceof List));
    return path;
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void decimalsStayExact(@ForAll BigDecimal d) {
    Object normal = YamlWriter.normal(d);

    assertThat(YamlDocument.parse(YamlWriter.write(Map.of("d", d), YamlLayout.PLAIN), "t").map())
        .isEqualTo(Map.of("d", normal));
  }
}
