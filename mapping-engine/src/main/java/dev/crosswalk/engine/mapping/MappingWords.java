package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what changed between two states of a mapping in the words of the people who map. */
public final class MappingWords {
  private MappingWords() {}

  /**
   * The changes, one sentence each, in a fixed order. Empty where nothing changed that matters to
   * records: comments, layout and origins do not count.
   *
   * @param before null = there was none
   * @param after null = there is none any more
   */
  public static List<String> diff(@Nullable Mapping before, @Nullable Mapping after) {
    List<String> out = new ArrayList<>();
    if (before == null && after == null) {
      return out;
    }
    if (before == null && after != null) {
      out.add("New mapping from " + ends(after) + " with " + count(after) + ".");
      return out;
    }
    if (after == null && before != null) {
      out.add("The mapping from " + ends(before) + " is gone; it had " + count(before) + ".");
      return out;
    }
    Mapping was = Objects.requireNonNull(before);
    Mapping is = Objects.requireNonNull(after);
    whole(was, is, out);
    TreeSet<String> targets = new TreeSet<>(was.fields().keySet());
    targets.addAll(is.fields().keySet());
    for (String target : targets) {
      field(target, was.fields().get(target), is.fields().get(target), out);
    }
    decisions(was, is, out);
    return out;
  }

  /**
   * What changed about one target, one sentence each.
   *
   * @param before null = it was not mapped
   * @param after null = it is not mapped any more
   */
  public static List<String> field(
      String target, @Nullable FieldMapping before, @Nullable FieldMapping after) {
    List<String> out = new ArrayList<>();
    field(target, before, after, out);
    return out;
  }

  private static String ends(Mapping m) {
    return m.source().system()
        + " "
        + m.source().object()
        + " to "
        + m.target().system()
        + " "
        + m.target().object();
  }

  private static String count(Mapping m) {
    int n = m.fields().size();
    return n == 1 ? "1 field" : n + " fields";
  }

  private static void whole(Mapping was, Mapping is, List<String> out) {
    if (!end(was.source()).equals(end(is.source()))) {
      out.add("The source is now " + end(is.source()) + " (before: " + end(was.source()) + ").");
    }
    if (!end(was.target()).equals(end(is.target()))) {
      out.add("The target is now " + end(is.target()) + " (before: " + end(was.target()) + ").");
    }
    if (!Objects.equals(was.source().fingerprint(), is.source().fingerprint())
        || !Objects.equals(was.target().fingerprint(), is.target().fingerprint())) {
      out.add("The schema it was reviewed against is a newer one.");
    }
    if (!Objects.equals(was.title(), is.title())) {
      out.add("The title is now " + quoted(is.title()) + ".");
    }
    if (!Objects.equals(was.note(), is.note())) {
      out.add("The note of the mapping changed.");
    }
    if (was.direction() != is.direction()) {
      out.add("The direction is now " + word(is.direction()) + ".");
    }
    if (!was.defaults().equals(is.defaults())) {
      out.add("The defaults for all fields changed.");
    }
    if (!was.where().equals(is.where())) {
      out.add(
          is.where().isEmpty()
              ? "Records are no longer filtered."
              : "Only records are taken where "
                  + is.where().stream()
                      .map(w -> w.field() + " " + w.operator() + " " + shown(w.value()))
                      .collect(Collectors.joining(" and "))
                  + ".");
    }
    if (!was.key().equals(is.key())) {
      out.add(
          is.key().isEmpty()
              ? "Records are no longer matched by a key."
              : "Records are matched by " + String.join(" and ", is.key()) + ".");
    }
    if (!was.export().equals(is.export())) {
      out.add("Settings for exports changed.");
    }
  }

  private static String end(Mapping.Endpoint e) {
    return e.system() + (e.module() == null ? "" : "/" + e.module()) + " " + e.object();
  }

  private static void field(
      String target, @Nullable FieldMapping was, @Nullable FieldMapping is, List<String> out) {
    if (was == null && is != null) {
      out.add(
          target + " is new: it " + comes(is.input(), false) + StepWords.through(is.use()) + ".");
      return;
    }
    if (is == null && was != null) {
      out.add(target + " is no longer mapped; it " + comes(was.input(), true) + ".");
      return;
    }
    if (was != null && is != null) {
      both(target, was, is, out);
    }
  }

  private static void both(String target, FieldMapping was, FieldMapping is, List<String> out) {
    if (!was.input().equals(is.input())) {
      out.add(
          target + " now " + comes(is.input(), false) + " (before: " + name(was.input()) + ").");
    }
    if (!was.use().equals(is.use())) {
      out.add(StepWords.of(target, was.use(), is.use()));
    }
    values(target, was.values(), is.values(), out);
    if (!Objects.equals(was.when(), is.when())) {
      out.add(
          is.when() == null
              ? target + " is now set always."
              : target + " is now set only when " + is.when() + ".");
    }
    if (!Objects.equals(was.fallback(), is.fallback())) {
      Fallback fallback = is.fallback();
      out.add(
          fallback == null
              ? target + " no longer has a default."
              : target + " is now " + shown(fallback.value()) + " where nothing is there.");
    }
    if (was.required() != is.required()) {
      out.add(target + (is.required() ? " is now required." : " is no longer required."));
    }
    if (was.write() != is.write()) {
      out.add(target + " is now written: " + word(is.write()) + ".");
    }
    if (!Objects.equals(was.reference(), is.reference())) {
      FieldMapping.Reference to = is.reference();
      out.add(
          to == null
              ? target + " no longer refers to another object."
              : target + " now refers to " + to.object() + " by " + to.key() + ".");
    }
    if (was.shared() != is.shared()) {
      out.add(
          target
              + (is.shared()
                  ? " now shares its source with another target."
                  : " no longer shares its source."));
    }
    if (!Objects.equals(was.note(), is.note())) {
      out.add("The note of " + target + " changed.");
    }
  }

  private static void values(
      String target, @Nullable ValueMap was, @Nullable ValueMap is, List<String> out) {
    if (Objects.equals(was, is)) {
      return;
    }
    if (is == null) {
      out.add(target + " no longer translates values.");
      return;
    }
    Map<String, @Nullable Object> before = was == null ? Map.of() : was.map();
    TreeSet<String> all = new TreeSet<>(before.keySet());
    all.addAll(is.map().keySet());
    for (String value : all) {
      boolean had = before.containsKey(value);
      boolean has = is.map().containsKey(value);
      if (!has) {
        out.add(target + ": the value " + quoted(value) + " is no longer translated.");
      } else if (!had || !Objects.equals(before.get(value), is.map().get(value))) {
        out.add(
            target
                + ": the value "
                + quoted(value)
                + " now becomes "
                + shown(is.map().get(value))
                + (had ? " (before: " + shown(before.get(value)) + ")." : "."));
      }
    }
    if (was == null || !was.other().equals(is.other()) || was.warn() != is.warn()) {
      out.add(target + ": other values are " + other(is.other(), is.warn()) + ".");
    }
  }

  private static String other(Other other, boolean warn) {
    String what =
        switch (other) {
          case SetOther set -> "set to " + shown(set.value());
          case KeepOther keep -> "kept";
          case RejectOther reject -> "rejected";
        };
    return warn ? what + ", with a warning" : what;
  }

  private static void decisions(Mapping was, Mapping is, List<String> out) {
    TreeSet<String> targets = new TreeSet<>(was.rejected().keySet());
    targets.addAll(is.rejected().keySet());
    for (String target : targets) {
      List<String> before = was.rejected().getOrDefault(target, List.of());
      List<String> now = is.rejected().getOrDefault(target, List.of());
      now.stream()
          .filter(s -> !before.contains(s))
          .forEach(s -> out.add(s + " was rejected for " + target + "."));
      before.stream()
          .filter(s -> !now.contains(s))
          .forEach(s -> out.add(s + " may be suggested for " + target + " again."));
    }
    TreeSet<String> ignored = new TreeSet<>(was.ignored().keySet());
    ignored.addAll(is.ignored().keySet());
    for (String source : ignored) {
      String reason = is.ignored().get(source);
      if (reason == null) {
        out.add(source + " is no longer ignored.");
      } else if (!reason.equals(was.ignored().get(source))) {
        out.add(source + " is ignored" + (reason.isBlank() ? "." : ": " + reason + "."));
      }
    }
  }

  private static String comes(FieldMapping.Input input, boolean past) {
    return switch (input) {
      case From from -> (past ? "came from " : "comes from ") + paths(from);
      case Expr expr -> (past ? "was computed as " : "is computed as ") + expr.expression();
      case Constant constant -> (past ? "was always " : "is always ") + shown(constant.value());
      case Ask ask -> (past ? "asked each customer: " : "asks each customer: ") + ask.question();
    };
  }

  private static String name(FieldMapping.Input input) {
    return switch (input) {
      case From from -> paths(from);
      case Expr expr -> "computed as " + expr.expression();
      case Constant constant -> "always " + shown(constant.value());
      case Ask ask -> "a question";
    };
  }

  private static String paths(From from) {
    return from.paths().isEmpty() ? "nothing" : String.join(" and ", from.paths());
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "empty" : "\"" + text + "\"";
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "empty" : value instanceof String s ? quoted(s) : value.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
