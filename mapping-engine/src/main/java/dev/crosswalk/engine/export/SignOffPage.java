package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.preview.Values;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sign-off document: a mapping as one customer has it. */
final class SignOffPage {
  private final SignOffTexts texts;
  private final MappingSet set;
  private final String customer;
  private final Mapping mapping;
  private final Map<String, Object> settings;
  private final List<GoldenRecord> golden;
  private final Html html = new Html();

  /** Numbers of the value lists, by target. */
  private final Map<String, Integer> lists = new LinkedHashMap<>();

  SignOffPage(SignOffTexts texts, MappingSet set, String customer, Map<String, Object> settings) {
    this.texts = texts;
    this.set = set;
    this.customer = customer;
    this.mapping = set.mapping(customer).orElseThrow();
    this.settings = settings;
    this.golden = set.golden().getOrDefault(customer, List.of());
    mapping
        .fields()
        .forEach((target, field) -> {
          if (field.values() != null) {
            lists.put(target, lists.size() + 1);
          }
        });
  }

  String text() {
    String title = title();
    html.raw("<!doctype html>\n<html lang=\"" + texts.language() + "\">\n<head>\n")
        .raw("<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .element("title", title + " – " + texts.of("kind"))
        .raw("\n<style>\n" + SignOffTexts.resource("sign-off.css") + "</style>\n</head>\n<body>\n");
    head(title);
    html.raw("<main>\n");
    figures();
    fields();
    filter();
    valueLists();
    new SignOffSamples(texts, set, mapping, golden, html).write();
    open();
    ignored();
    sign();
    html.raw("</main>\n<footer>")
        .text(texts.of("footer", OutputNames.whose(mapping, customer)))
        .raw("</footer>\n</body>\n</html>\n");
    return html.toString();
  }

  private String title() {
    return mapping.title() != null
        ? mapping.title()
        : shown(set.source(), mapping.source().object())
            + " → "
            + shown(set.target(), mapping.target().object());
  }

  private static String shown(@Nullable SchemaObject object, String name) {
    return object == null ? name : object.shown();
  }

  private void head(String title) {
    html.raw("<header>\n").element("p class=\"kind\"", texts.of("kind")).element("h1", title);
    html.raw("\n<dl class=\"facts\">\n");
    fact("customer", customer.isEmpty() ? texts.of("base") : customer);
    fact("date", setting("date"));
    fact(
        "source", mapping.source().system() + " " + shown(set.source(), mapping.source().object()));
    fact("revision", setting("revision"));
    fact(
        "target", mapping.target().system() + " " + shown(set.target(), mapping.target().object()));
    fact("decided", setting("decided"));
    html.raw("</dl>\n</header>\n");
    if (mapping.note() != null) {
      html.element("p", mapping.note()).raw("\n");
    }
  }

  private String setting(String name) {
    return settings.get(name) == null ? "–" : String.valueOf(settings.get(name));
  }

  private void fact(String key, String value) {
    html.element("dt", texts.of(key)).element("dd", value).raw("\n");
  }

  private void figures() {
    int all = Sheet.targets(mapping, set.target()).size();
    long asked = mapping.fields().values().stream().filter(f -> f.input() instanceof Ask).count();
    int missing = missing().size();
    html.raw("<ul class=\"figures\">\n");
    figure("mapped", "", mapping.fields().size() - asked, all);
    figure("required", missing > 0 ? " class=\"open\"" : "", missing);
    figure("questions", asked > 0 ? " class=\"open\"" : "", asked);
    figure("samples", "", golden.size());
    html.raw("</ul>\n");
  }

  /** The number in large, and what it counts. */
  private void figure(String key, String attributes, Object... parts) {
    String number = String.valueOf(parts[0]);
    String words =
        texts.of(number.equals("1") && texts.has(key + ".one") ? key + ".one" : key, parts);
    html.raw("<li" + attributes + ">")
        .element("b", number)
        .text(words.startsWith(number) ? words.substring(number.length()).strip() : words)
        .raw("</li>\n");
  }

  private List<String> missing() {
    return set.target() == null
        ? List.of()
        : set.target().fields().stream()
            .filter(f -> f.isRequired() && !mapping.fields().containsKey(f.name()))
            .map(Field::shown)
            .toList();
  }

  private void fields() {
    html.element("h2", texts.of("fields")).element("p", texts.of("fieldsIntro"));
    html.raw(
        "\n<table class=\"fields\"><colgroup><col class=\"target\"><col class=\"source\">"
            + "<col class=\"work\"><col></colgroup>\n<thead><tr>");
    List.of("field", "from", "work", "by")
        .forEach(k -> html.element("th scope=\"col\"", texts.of(k)));
    html.raw("</tr></thead>\n<tbody>\n");
    Sheet.targets(mapping, set.target()).forEach(this::row);
    html.raw("</tbody></table>\n");
  }

  private void row(String target) {
    Field known = set.target() == null ? null : set.target().field(target).orElse(null);
    FieldMapping field = mapping.fields().get(target);
    html.raw("<tr><th scope=\"row\">")
        .text(known == null ? target : known.shown())
        .raw("<small>")
        .element("code", target)
        .text(known == null ? "" : " · " + known.type().word());
    if (known != null && known.isRequired() || field != null && field.required()) {
      html.raw(" · ").element("span class=\"must\"", texts.of("must"));
    }
    html.raw("</small></th>");
    if (field == null) {
      boolean must = known != null && known.isRequired();
      html.raw("<td class=\"" + (must ? "none" : "quiet") + "\">")
          .text(texts.of("unmapped"))
          .raw("</td><td></td><td></td></tr>\n");
      return;
    }
    html.raw("<td>");
    input(field);
    html.raw("</td><td>");
    work(target, field);
    html.raw("</td><td>").text(origin(field));
    if (field.note() != null) {
      html.element("small", texts.of("note") + ": " + field.note());
    }
    html.raw("</td></tr>\n");
  }

  private void input(FieldMapping field) {
    switch (field.input()) {
      case From from ->
          from.paths()
              .forEach(path -> {
                String label =
                    set.source() == null
                        ? ""
                        : set.source().field(path).map(Field::shown).orElse("");
                html.text(label.isEmpty() ? path : label);
                html.raw("<small>").element("code", path).raw("</small>");
              });
      case Constant constant -> html.text(texts.of("constant", Values.shown(constant.value(), 80)));
      case Expr expr -> html.text(texts.of("expression") + " ").element("code", expr.expression());
      case Ask ask -> html.element("span class=\"none\"", texts.of("asks", ask.question()));
    }
  }

  private void work(String target, FieldMapping field) {
    List<String> said = new ArrayList<>();
    if (!field.use().isEmpty()) {
      said.add(StepWords.of(field.use(), texts::step));
    }
    if (field.values() != null) {
      said.add(texts.of("values", lists.getOrDefault(target, 0)));
    }
    if (field.fallback() != null) {
      said.add(texts.of("default", Values.shown(field.fallback().value(), 80)));
    }
    if (field.when() != null) {
      html.text(texts.of("when") + " ").element("code", field.when()).raw("<br>");
    }
    boolean plain = said.isEmpty() && field.when() == null && field.input() instanceof From;
    html.text(String.join("; ", said));
    if (plain) {
      html.element("span class=\"quiet\"", texts.of("asIs"));
    }
  }

  private String origin(FieldMapping field) {
    FieldMapping.Origin origin = field.origin();
    return origin == null ? texts.of("person") : texts.of(origin.by());
  }

  private void filter() {
    if (!mapping.where().isEmpty()) {
      html.element("h2", texts.of("filter")).element("p", texts.of("filterIntro")).raw("\n<ul>\n");
      mapping
          .where()
          .forEach(
              f -> html.raw("<li>").element("code", f.field()).text(" " + said(f)).raw("</li>\n"));
      html.raw("</ul>\n");
    }
  }

  private String said(RowFilter filter) {
    boolean empty = filter.operator().equals("exists") && Boolean.FALSE.equals(filter.value());
    return texts.of(
        "is." + (empty ? "existsNot" : filter.operator()), Values.shown(filter.value(), 120));
  }

  private void valueLists() {
    if (lists.isEmpty()) {
      return;
    }
    html.element("h2", texts.of("valueLists")).raw("\n");
    lists.forEach((target, number) -> {
      FieldMapping field = mapping.fields().get(target);
      FieldMapping.ValueMap map = field == null ? null : field.values();
      if (map == null) {
        return;
      }
      String label =
          set.target() == null
              ? target
              : set.target().field(target).map(Field::shown).orElse(target);
      html.raw("<section class=\"values\">")
          .element("h3", texts.of("valueList", number, label))
          .raw("\n<table class=\"small\"><thead><tr>")
          .element("th scope=\"col\"", texts.of("fromValue"))
          .element("th scope=\"col\"", texts.of("toValue"))
          .raw("</tr></thead>\n<tbody>\n");
      map.map()
          .forEach((from, to) ->
              html.raw("<tr>")
                  .element("td", from)
                  .element("td", to == null ? texts.of("empty") : Values.shown(to, 120))
                  .raw("</tr>\n"));
      String other =
          switch (map.other()) {
            case FieldMapping.KeepOther keep -> texts.of("otherKeep");
            case FieldMapping.RejectOther reject -> texts.of("otherReject");
            case FieldMapping.SetOther given ->
                texts.of(
                    "otherSet",
                    given.value() == null ? texts.of("empty") : Values.shown(given.value(), 120));
          };
      html.raw("<tr><td colspan=\"2\" class=\"quiet\">")
          .text(other)
          .raw("</td></tr>\n</tbody></table></section>\n");
    });
  }

  private void open() {
    List<String> points = new ArrayList<>();
    missing().forEach(name -> points.add(texts.of("openRequired", name)));
    mapping
        .fields()
        .forEach((target, field) -> {
          if (field.input() instanceof Ask ask) {
            points.add(texts.of("openQuestion", target, ask.question()));
          }
        });
    if (settings.get("accepted") instanceof List<?> accepted) {
      for (Object one : accepted) {
        if (one instanceof Map<?, ?> entry
            && mapping.id().equals(entry.get("mapping"))
            && (entry.get("customer") == null || customer.equals(entry.get("customer")))) {
          points.add(
              texts.of(
                  "openAccepted",
                  shown(entry.get("target"), mapping.source().object()),
                  shown(entry.get("reason"), "–"),
                  shown(entry.get("until"), "–")));
        }
      }
    }
    html.element("h2", texts.of("open")).raw("\n");
    if (points.isEmpty()) {
      html.element("p", texts.of("openNone")).raw("\n");
      return;
    }
    html.raw("<ol class=\"points\">\n");
    points.forEach(point -> html.element("li", point).raw("\n"));
    html.raw("</ol>\n");
  }

  private static String shown(@Nullable Object value, String otherwise) {
    return value == null ? otherwise : value.toString();
  }

  private void ignored() {
    if (mapping.ignored().isEmpty()) {
      return;
    }
    html.element("h2", texts.of("ignored"))
        .raw("\n<table><thead><tr>")
        .element("th scope=\"col\"", texts.of("from"))
        .element("th scope=\"col\"", texts.of("reason"))
        .raw("</tr></thead>\n<tbody>\n");
    mapping
        .ignored()
        .forEach((path, reason) ->
            html.raw("<tr><td>")
                .element("code", path)
                .raw("</td>")
                .element("td", reason)
                .raw("</tr>\n"));
    html.raw("</tbody></table>\n");
  }

  private void sign() {
    html.raw("<section class=\"signing\">")
        .element("h2", texts.of("sign"))
        .element("p", texts.of("signIntro"));
    html.raw("\n<div class=\"sign\">\n");
    for (String side : List.of("signCustomer", "signOurs")) {
      html.raw("<div>")
          .element("h3", texts.of(side))
          .raw("<div class=\"line\"></div>")
          .element("p", texts.of("signLine"))
          .raw("</div>\n");
    }
    html.raw("</div></section>\n");
  }
}
