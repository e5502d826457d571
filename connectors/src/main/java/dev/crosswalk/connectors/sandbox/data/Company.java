package dev.crosswalk.connectors.sandbox.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One made-up company: its objects and, invented on first use, its records. The schema can drift
 * (see {@link #drifted}); records of a field do not depend on other fields.
 */
public final class Company {
  private final String id;
  private final Map<String, String> facts;
  private final Map<String, ObjectDef> objects = new LinkedHashMap<>();
  private final Values values;
  private final People people;
  private final Function<Values.Link, String> ids;
  private final Map<String, List<Map<String, @Nullable Object>>> records =
      new ConcurrentHashMap<>();

  private Company(String id, Definitions definitions, IdMaker maker) {
    this.id = id;
    this.facts = definitions.facts();
    for (ObjectDef object : definitions.objects()) {
      objects.put(object.name(), object);
    }
    int companies =
        objects.values().stream()
            .filter(Company::isCompany)
            .mapToInt(ObjectDef::records)
            .max()
            .orElse(0);
    this.people =
        new People(
            id,
            Text.lists(Text.resource("words.txt")),
            Place.parse(Text.resource("places.txt")),
            FieldDef.words(facts.getOrDefault("countries", "US"), " "),
            companies);
    this.values = new Values(id, people);
    this.ids =
        link -> {
          ObjectDef target = objects.get(link.object());
          return target == null ? "" : maker.id(target, link.index());
        };
  }

  /** How a dialect makes the id of a record. */
  @FunctionalInterface
  public interface IdMaker {
    String id(ObjectDef object, int index);
  }

  /**
   * Reads a company.
   *
   * @param base resource with the objects that every customer of the dialect has
   * @param own resource with what this company made of them
   */
  public static Company load(String id, List<String> base, String own, IdMaker maker) {
    Definitions definitions = new Definitions();
    for (String each : base) {
      definitions.add(Text.resource(each));
    }
    return new Company(id, definitions.add(Text.resource(own)), maker);
  }

  /** The same company after the prepared changes of another resource. */
  public static Company drifted(
      String id, List<String> base, String own, String drift, IdMaker maker) {
    Definitions definitions = new Definitions();
    for (String each : base) {
      definitions.add(Text.resource(each));
    }
    definitions.add(Text.resource(own)).add(Text.resource(drift));
    return new Company(id, definitions, maker);
  }

  /** The {@code title} that a company's file gives, without reading the rest. */
  public static String titleOf(String own) {
    return Text.resource(own)
        .lines()
        .filter(line -> line.startsWith("= title:"))
        .map(line -> line.substring("= title:".length()).strip())
        .findFirst()
        .orElse(own);
  }

  public String id() {
    return id;
  }

  /** What the company's file says about it, such as {@code title} or {@code currencies}. */
  public String fact(String key, String otherwise) {
    return facts.getOrDefault(key, otherwise);
  }

  public List<ObjectDef> objects() {
    return List.copyOf(objects.values());
  }

  /** The object of this API name in any case. */
  public Optional<ObjectDef> object(String name) {
    ObjectDef exact = objects.get(name);
    return exact != null
        ? Optional.of(exact)
        : objects.values().stream().filter(o -> o.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Whether the records of an object are the companies that people work for. */
  private static boolean isCompany(ObjectDef object) {
    return object.name().equals("Account")
        || object.name().equals("companies")
        || object.flag("company");
  }

  private boolean isCompany(String object) {
    ObjectDef found = objects.get(object);
    return found != null && isCompany(found);
  }

  private int count(String object) {
    ObjectDef found = objects.get(object);
    return found == null ? 0 : found.records();
  }

  /**
   * All records of an object in order of their ids, field name to value; references are ids, the
   * other values as {@link Values} makes them.
   */
  public List<Map<String, @Nullable Object>> records(ObjectDef object) {
    return records.computeIfAbsent(
        object.name(),
        name ->
            java.util.stream.IntStream.range(0, object.records())
                .mapToObj(i -> record(object, i))
                .toList());
  }

  private Map<String, @Nullable Object> record(ObjectDef object, int index) {
    Map<String, @Nullable Object> done = new HashMap<>();
    Persona persona = people.of(object.name(), index, isCompany(object));
    Filler filler = new Filler(object, index, persona, done);
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    for (FieldDef field : object.fields()) {
      record.put(field.name(), filler.value(field.name()));
    }
    return java.util.Collections.unmodifiableMap(record);
  }

  /** Makes the values of one record, each once, also where they build on each other. */
  private final class Filler {
    private final ObjectDef object;
    private final Map<String, @Nullable Object> done;
    private final Values.Context context;

    Filler(ObjectDef object, int index, Persona persona, Map<String, @Nullable Object> done) {
      this.object = object;
      this.done = done;
      this.context =
          new Values.Context(
              object, index, persona, this::value, Company.this::count, Company.this::isCompany);
    }

    @Nullable Object value(String name) {
      if (done.containsKey(name)) {
        return done.get(name);
      }
      done.put(name, null);
      FieldDef field = object.field(name).orElse(null);
      Object value = field == null ? null : made(field);
      done.put(name, value);
      return value;
    }

    private @Nullable Object made(FieldDef field) {
      if (field.flag("key")) {
        return ids.apply(new Values.Link(object.name(), context.index()));
      }
      Object value = values.make(field, context);
      return value instanceof Values.Link link ? ids.apply(link) : value;
    }
  }
}
