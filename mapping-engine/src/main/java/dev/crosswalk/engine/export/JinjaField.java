package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.JinjaSteps.Said;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.transform.CompiledStep;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.StepContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one target's way in Jinja: input, steps, values, default. */
final class JinjaField {
  private final StepContext context;
  private final @Nullable Field target;
  private final JinjaTemplate template = new JinjaTemplate();
  private final Set<String> caveats = new LinkedHashSet<>();

  JinjaField(Mapping mapping, @Nullable Field target) {
    this.context = new StepContext(mapping.defaults(), target);
    this.target = target;
  }

  /** What comes out otherwise on some values, as clauses. */
  Set<String> caveats() {
    return caveats;
  }

  /**
   * The template of the target's value.
   *
   * @throws Unsaid where a part of it cannot be said
   */
  String value(FieldMapping field) {
    if (field.when() != null) {
      throw new Unsaid("the condition is not tested");
    }
    boolean list = field.input() instanceof FieldMapping.From from && from.list();
    List<String> items = input(field.input());
    JinjaSteps steps =
        new JinjaSteps(
            template, context.defaults(), target != null && target.type() == FieldType.DATETIME);
    for (StepCall call : field.use()) {
      CompiledStep step = compile(call);
      String whole = list ? whole(step, items) : null;
      if (whole != null) {
        items = List.of(whole);
        list = false;
      } else if (step.declaration().is(Trait.SEES_NULL)) {
        if (list) {
          throw new Unsaid("the step " + call.name() + " is not run on a list");
        }
        items = List.of(standIn(step, items.get(0)));
      } else if (list && !step.declaration().is(Trait.EACH)) {
        throw new Unsaid("the step " + call.name() + " is not run on a list");
      } else {
        items = items.stream().map(item -> apply(steps, step, item)).toList();
      }
    }
    String value = list ? template.set("[" + String.join(", ", items) + "]") : items.get(0);
    if (field.values() != null) {
      value = values(list, value, field.values());
    }
    if (field.fallback() != null) {
      value = orElse(value, field.fallback().value());
    }
    if (field.required() || target != null && target.isRequired()) {
      caveats.add("a record without it is not rejected");
    }
    return template.giving(value);
  }

  private CompiledStep compile(StepCall call) {
    try {
      return CompiledStep.compile(call, context);
    } catch (ProblemException e) {
      throw new Unsaid("the step " + call.name() + " is not run");
    }
  }

  private List<String> input(FieldMapping.Input input) {
    return switch (input) {
      case FieldMapping.From from ->
          from.paths().stream()
              .map(p -> template.set(JinjaTemplate.read(FieldPath.parse(p).names())))
              .toList();
      case FieldMapping.Constant constant ->
          List.of(template.set(JinjaTemplate.literal(constant.value())));
      case FieldMapping.Expr expr -> throw new Unsaid("the expression is not run");
      case FieldMapping.Ask ask -> throw new Unsaid("nobody has said yet which field it is");
    };
  }

  private @Nullable String whole(CompiledStep step, List<String> items) {
    return switch (step.declaration().name()) {
      case "join" -> {
        String separator = JinjaTemplate.quoted(step.parameters().needText("separator"));
        String joined = template.set("[" + filled(items) + "]|select|join(" + separator + ")");
        yield template.set(joined + " if " + joined + " != '' else none");
      }
      case "coalesce" -> template.set("[" + filled(items) + "]|reject('none')|first|default(none)");
      case "item" -> {
        int at = Parameters.standard(step.parameters().integer("at"), 0);
        int index = at < 0 ? items.size() + at : at;
        yield index >= 0 && index < items.size() ? items.get(index) : template.set("none");
      }
      default -> null;
    };
  }

  /** Texts with more than blanks; others are none. */
  private String filled(List<String> items) {
    List<String> filled = new ArrayList<>();
    for (String item : items) {
      String text = template.text(item);
      String bare = template.trimmed(text);
      filled.add(template.set(text + " if " + bare + " else none"));
    }
    return filled.stream().collect(Collectors.joining(", "));
  }

  private String standIn(CompiledStep step, String value) {
    return switch (step.declaration().name()) {
      case "default" -> orElse(value, step.parameters().value("value"));
      case "constant" -> template.set(JinjaTemplate.literal(step.parameters().value("value")));
      default -> throw new Unsaid("the step " + step.declaration().name() + " is not run");
    };
  }

  private String orElse(String value, @Nullable Object other) {
    return template.set(
        "%1$s if %1$s is not none and %1$s != '' and %1$s != [] else %2$s"
            .formatted(value, JinjaTemplate.literal(other)));
  }

  private String apply(JinjaSteps steps, CompiledStep step, String item) {
    String called = step.declaration().name();
    if (called.equals("join") || called.equals("coalesce")) {
      return filled(List.of(item));
    }
    Said said = steps.apply(called, item, step.parameters());
    if (said.caveat() != null) {
      caveats.add(said.caveat());
    }
    if (said.invalid() == null) {
      return said.variable();
    }
    String word = step.parameters().text("onInvalid");
    String rule =
        word == null ? context.defaults().onError().name().toLowerCase(Locale.ROOT) : word;
    switch (rule) {
      case "keep" -> {
        return template.set("%s if %s else %s".formatted(item, said.invalid(), said.variable()));
      }
      // Null passes later steps by, and the target's default stands in at the end.
      case "default", "null" -> {}
      default -> caveats.add("a record whose value cannot be read is not rejected, it is null");
    }
    return said.variable();
  }

  private String values(boolean list, String value, FieldMapping.ValueMap map) {
    if (list) {
      throw new Unsaid("a value map is not applied to a list");
    }
    String text = template.text(value);
    String rest =
        switch (map.other()) {
          case KeepOther() -> value;
          case RejectOther() -> "none";
          case SetOther(Object set) -> JinjaTemplate.literal(set);
        };
    if (map.other() instanceof RejectOther) {
      caveats.add("a record whose value is not in the map is not rejected, it is null");
    }
    if (map.warn()) {
      caveats.add("nothing is reported of values outside the map");
    }
    return JinjaSteps.mapped(template, text, value, map.map(), rest, false).variable();
  }
}
