package dev.crosswalk.connectors.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JSON value with templates in it: the body of a request. */
public sealed interface ValueTemplate {

  /** The value with the templates filled in. */
  @Nullable Object render(Scope scope);

  /** All templates in it. */
  Stream<Template> templates();

  /** Text. */
  record Text(Template template) implements ValueTemplate {
    @Override
    public Object render(Scope scope) {
      return template.value(scope);
    }

    @Override
    public Stream<Template> templates() {
      return Stream.of(template);
    }
  }

  /** A number, boolean or null. */
  record Constant(@Nullable Object value) implements ValueTemplate {
    @Override
    public @Nullable Object render(Scope scope) {
      return value;
    }

    @Override
    public Stream<Template> templates() {
      return Stream.empty();
    }
  }

  /** A list. */
  record Items(List<ValueTemplate> items) implements ValueTemplate {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Object render(Scope scope) {
      List<@Nullable Object> list = new ArrayList<>();
      items.forEach(i -> list.add(i.render(scope)));
      return list;
    }

    @Override
    public Stream<Template> templates() {
      return items.stream().flatMap(ValueTemplate::templates);
    }
  }

  /** An object. */
  record Entries(Map<String, ValueTemplate> entries) implements ValueTemplate {
    public Entries {
      entries = new LinkedHashMap<>(entries);
    }

    @Override
    public Map<String, @Nullable Object> render(Scope scope) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      entries.forEach((k, v) -> map.put(k, v.render(scope)));
      return map;
    }

    @Override
    public Stream<Template> templates() {
      return entries.values().stream().flatMap(ValueTemplate::templates);
    }
  }
}
