package dev.crosswalk.engine.match;

import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what must happen to a source value so that the target takes it. */
final class Fit {
  private static final int MOST_WORDS = 8;
  private static final double SYNONYM = 0.9;

  private static final String FULL = Thesaurus.term("full name");

  /** By what a target holds the part of a name. */
  private static final List<Map.Entry<String, String>> PARTS =
      List.of(
          Map.entry(Thesaurus.term("first name"), "first"),
          Map.entry(Thesaurus.term("middle name"), "middle"),
          Map.entry(Thesaurus.term("last name"), "last"));

  /** Words that the step knows by itself. */
  private static final List<String> YES = List.of("true", "yes", "y", "t", "on", "1");

  private static final List<String> NO = List.of("false", "no", "n", "f", "off", "0");

  private static final Set<String> USUAL =
      Stream.concat(YES.stream(), NO.stream()).collect(Collectors.toUnmodifiableSet());

  /** Yes for no. */
  private static final ValueMap INVERTED = inverted();

  private final Values values;

  Fit(Values values) {
    this.values = values;
  }

  /**
   * Which part of a person's name must be taken out of the source, as the step calls it; null where
   * the source is no whole name or the target no part of one.
   */
  static @Nullable String partOfName(FieldProfile source, FieldProfile target) {
    List<String> have = source.phrases();
    if (!have.contains(FULL) || !source.field().type().isText()) {
      return null;
    }
    for (var part : PARTS) {
      if (target.phrases().contains(part.getKey())) {
        // What is a whole name by one of its names and that very part by another is left alone.
        return have.contains(part.getKey()) || target.phrases().contains(FULL)
            ? null
            : part.getValue();
      }
    }
    return null;
  }

  private static ValueMap inverted() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("true", false);
    map.put("false", true);
    return new ValueMap(map, new RejectOther(), false);
  }

  /** The steps, in order; empty where the value fits as it is. */
  List<StepCall> steps(FieldProfile source, FieldProfile target) {
    FieldType from = source.field().type();
    FieldType to = target.field().type();
    boolean text = from.isText() || from == FieldType.ANY;
    List<StepCall> out = new ArrayList<>();
    switch (to) {
      case EMAIL -> {
        if (text) {
          out.add(StepCall.of("trim"));
          out.add(StepCall.of("email"));
        }
      }
      case PHONE -> {
        if (text) {
          out.add(new StepCall("phone", Map.of("format", "E164")));
        }
      }
      case DATE, DATETIME -> {
        StepCall date = date(source, from, to);
        if (date != null) {
          out.add(date);
        }
      }
      case INTEGER, DECIMAL, MONEY, PERCENT -> {
        if (text || from.isPicklist()) {
          out.add(StepCall.of("number"));
        }
      }
      case BOOLEAN -> {
        if (text || from.isPicklist() || from.isNumber()) {
          out.add(truth(source, FieldProfile.opposite(source, target)));
        }
      }
      case STRING, TEXT -> {
        String part = partOfName(source, target);
        if (from == FieldType.MULTI_ENUM || from == FieldType.STRING_LIST) {
          out.add(new StepCall("join", Map.of("separator", ", ")));
        } else if (part != null) {
          out.add(new StepCall("parseName", Map.of("part", part)));
        }
      }
      case MULTI_ENUM, STRING_LIST -> {
        String separator = text ? separator(source) : null;
        if (separator != null) {
          out.add(new StepCall("split", Map.of("separator", separator)));
        }
      }
      default -> {}
    }
    return out;
  }

  /**
   * What stands between several values of one text, as the samples show it; null if nothing does.
   */
  private static @Nullable String separator(FieldProfile source) {
    for (String separator : List.of(";", ",", "|")) {
      long with =
          source.samples().distinct().values().stream().filter(v -> v.contains(separator)).count();
      if (with > 0 && with * 3 >= source.samples().distinct().size()) {
        return separator;
      }
    }
    return null;
  }

  /**
   * The step that reads true and false, with the words seen where they are not the usual ones;
   * where the target says the opposite of the source, true is what the source calls false.
   */
  private StepCall truth(FieldProfile source, boolean opposite) {
    Map<String, String> seen =
        source.options().isEmpty() ? source.samples().distinct() : source.options();
    List<String> yes = new ArrayList<>();
    List<String> no = new ArrayList<>();
    if (seen.size() <= MOST_WORDS) {
      seen.forEach((normal, word) -> {
        if (values.likeness(normal, "yes") >= SYNONYM) {
          yes.add(word);
        } else if (values.likeness(normal, "no") >= SYNONYM) {
          no.add(word);
        }
      });
    }
    if (opposite) {
      boolean seenBoth = !yes.isEmpty() && !no.isEmpty();
      return seenBoth ? read(no, yes) : read(NO, YES);
    }
    boolean usual =
        USUAL.containsAll(yes.stream().map(Values::normal).toList())
            && USUAL.containsAll(no.stream().map(Values::normal).toList());
    return yes.isEmpty() || no.isEmpty() || usual ? StepCall.of("boolean") : read(yes, no);
  }

  /** In this order in every file; a {@link Map#of} has another order in each run of the program. */
  private static StepCall read(List<String> yes, List<String> no) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("trueWords", yes);
    words.put("falseWords", no);
    return new StepCall("boolean", words);
  }

  private static @Nullable StepCall date(FieldProfile source, FieldType from, FieldType to) {
    if (from == FieldType.DATETIME && to == FieldType.DATE) {
      return new StepCall("date", Map.of("to", "date"));
    }
    ValueFormat seen = source.samples().format();
    if (!from.isText() && from != FieldType.ANY) {
      return null;
    }
    boolean dayFirst = DateOrder.of(source) == DateOrder.DAY_FIRST;
    String pattern =
        seen == null
            ? null
            : switch (seen) {
              case DATE_DOTTED -> "d.M.yyyy";
              case DATE_SLASHED -> dayFirst ? "d/M/yyyy" : "M/d/yyyy";
              case DATE_DASHED -> dayFirst ? "d-M-yyyy" : "M-d-yyyy";
              case DATE_YEAR_FIRST -> "yyyy/M/d";
              case DATE_COMPACT -> "yyyyMMdd";
              default -> null;
            };
    return pattern == null ? StepCall.of("date") : new StepCall("date", Map.of("format", pattern));
  }

  /**
   * The value map between two picklists; null where the values are the same or nothing is alike.
   */
  @Nullable ValueMap values(FieldProfile source, FieldProfile target) {
    boolean flags =
        source.field().type() == FieldType.BOOLEAN && target.field().type() == FieldType.BOOLEAN;
    if (flags && FieldProfile.opposite(source, target)) {
      return INVERTED;
    }
    if (target.options().isEmpty()) {
      return null;
    }
    Map<String, String> have =
        source.options().isEmpty() && source.samples().distinct().size() <= 30
            ? source.samples().distinct()
            : source.options();
    Map<String, String> pairs = values.pair(have, target.options());
    if (pairs.isEmpty()
        || pairs.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()))) {
      return null;
    }
    FieldType type = target.field().type();
    boolean closed = type == FieldType.ENUM || type == FieldType.MULTI_ENUM;
    Other other = closed ? new RejectOther() : new KeepOther();
    Map<String, @Nullable Object> map = new LinkedHashMap<>(pairs);
    return new ValueMap(map, other, !closed);
  }
}
