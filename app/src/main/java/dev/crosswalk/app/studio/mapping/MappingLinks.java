package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.canvas.FieldState;
import dev.crosswalk.app.studio.mapping.canvas.Link;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.Origin;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The picture of a mapping: its links and what they make of each field.
 *
 * @param links those of the mapping, then those suggested
 */
public record MappingLinks(
    List<Link> links, Map<String, FieldState> sources, Map<String, FieldState> targets) {

  /**
   * @param source gives the fields at which paths such as {@code Owner.Email} start
   * @param failing targets that fail on a sample record
   * @param clashing targets whose types cannot work together
   */
  public static MappingLinks of(
      Mapping mapping,
      Offers offers,
      SchemaObject source,
      Set<String> failing,
      Set<String> clashing,
      Texts texts) {
    Map<String, String> starts = starts(source);
    List<Link> links = new ArrayList<>();
    Map<String, FieldState> targets = new HashMap<>();
    Map<String, Set<String>> feeds = new HashMap<>();
    mapping
        .fields()
        .forEach((target, field) -> {
          List<String> from = ends(field.sources(), starts);
          if (!from.isEmpty()) {
            links.add(link(target, from, field, clashing.contains(target), texts));
            from.forEach(s -> feeds.computeIfAbsent(s, k -> new LinkedHashSet<>()).add(target));
          }
          boolean asked = field.input() instanceof Ask;
          targets.put(
              target,
              new FieldState(
                  !asked,
                  false,
                  asked,
                  failing.contains(target) || clashing.contains(target),
                  words(field, texts)));
        });
    Map<String, Set<String>> offered = new HashMap<>();
    for (Offers.Offer offer : offers.waiting()) {
      List<String> paths = Acts.paths(offer.candidate());
      List<String> from = ends(paths, starts);
      links.add(
          new Link(
              offer.target(),
              from,
              Link.Kind.SUGGESTED,
              offer.score(),
              chip(offer.candidate().use(), offer.candidate().values() != null, texts),
              false));
      from.forEach(s -> offered.computeIfAbsent(s, k -> new LinkedHashSet<>()).add(offer.target()));
      targets.put(
          offer.target(),
          new FieldState(
              false, true, false, false, texts.of("mapping.state.suggested", joined(paths))));
    }
    Map<String, FieldState> sources = new HashMap<>();
    mapping
        .ignored()
        .forEach((s, why) ->
            sources.put(
                s, new FieldState(false, false, true, false, texts.of("mapping.state.ignored"))));
    offered.forEach((s, t) ->
        sources.put(
            s,
            new FieldState(
                false, true, false, false, texts.of("mapping.state.suggestedFor", joined(t)))));
    feeds.forEach((s, t) ->
        sources.put(
            s,
            new FieldState(
                true,
                offered.containsKey(s),
                true,
                t.stream().anyMatch(x -> failing.contains(x) || clashing.contains(x)),
                texts.of("mapping.state.feeds", joined(t)))));
    return new MappingLinks(links, sources, targets);
  }

  /** Relationship names and field names to the paths of the fields on the board. */
  private static Map<String, String> starts(SchemaObject source) {
    Map<String, String> starts = new HashMap<>();
    for (Field field : source.fields()) {
      String relationship = field.relationship();
      if (relationship != null) {
        starts.putIfAbsent(relationship, Acts.path(field.name()));
      }
    }
    source.fields().forEach(f -> starts.put(f.name(), Acts.path(f.name())));
    return starts;
  }

  private static List<String> ends(List<String> paths, Map<String, String> starts) {
    Set<String> ends = new LinkedHashSet<>();
    for (String path : paths) {
      String whole = starts.get(path);
      if (whole != null) {
        ends.add(whole);
        continue;
      }
      try {
        String start = starts.get(FieldPath.parse(path).first());
        if (start != null) {
          ends.add(start);
        }
      } catch (IllegalArgumentException e) {
        // A path that cannot be read has no line; the check of the file says why.
        continue;
      }
    }
    return List.copyOf(ends);
  }

  private static String joined(Iterable<String> names) {
    return String.join(", ", names);
  }

  private static Link link(
      String target, List<String> from, FieldMapping field, boolean clash, Texts texts) {
    Origin origin = field.origin();
    boolean accepted = origin != null && origin.by().equals("suggestion");
    Double score = origin == null ? null : origin.score();
    return new Link(
        target,
        from,
        accepted ? Link.Kind.ACCEPTED : Link.Kind.HAND,
        accepted && score != null ? score : Double.NaN,
        chip(field.use(), field.values() != null, texts),
        clash);
  }

  private static String chip(List<StepCall> use, boolean values, Texts texts) {
    String steps = use.stream().map(StepCall::name).collect(Collectors.joining(" · "));
    String map = texts.of("mapping.chip.values");
    return !values ? steps : steps.isEmpty() ? map : steps + " · " + map;
  }

  private static String words(FieldMapping field, Texts texts) {
    return switch (field.input()) {
      case FieldMapping.From from -> texts.of("mapping.state.from", joined(from.paths()));
      case Expr expr -> texts.of("mapping.state.expression", expr.expression());
      case Constant constant -> texts.of("mapping.state.constant", "" + constant.value());
      case Ask ask -> texts.of("mapping.state.asks", ask.question());
    };
  }
}
