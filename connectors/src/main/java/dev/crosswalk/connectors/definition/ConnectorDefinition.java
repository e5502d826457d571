package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.schema.FieldType;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connector definition: everything that the engine has to know of one system. Made by {@link
 * DefinitionLoader}; immutable.
 *
 * @param hosts inputs that are host names
 * @param plugin name of shipped code that opens connections in place of the engine; null mostly
 * @param rpc null where no request is a call
 * @param load documents that expressions see as {@code $name}
 * @param metadata null where the system describes its data in words of its own
 */
public record ConnectorDefinition(
    ConnectorInfo info,
    Set<String> hosts,
    @Nullable String plugin,
    List<AuthSpec> auths,
    Http http,
    @Nullable RpcSpec rpc,
    @Nullable ApiVersion apiVersion,
    LimitSpec limits,
    ErrorSpec errors,
    List<IdentityStep> identity,
    Map<String, Load> load,
    @Nullable MetadataSpec metadata,
    Objects objects,
    Fields fields,
    Types types,
    Map<String, ValueRule> values,
    @Nullable Records records) {

  public ConnectorDefinition {
    hosts = Set.copyOf(hosts);
    auths = List.copyOf(auths);
    identity = List.copyOf(identity);
    load = Collections.unmodifiableMap(new LinkedHashMap<>(load));
    values = Map.copyOf(values);
  }

  /**
   * @param base what paths are below
   * @param allowHosts patterns of hosts, {@code *.} covers one or more labels
   * @param maxBytes greatest size of one answer, unpacked
   * @param conditional how to ask whether something has changed
   */
  public record Http(
      Template base,
      List<Template> allowHosts,
      Map<String, Template> headers,
      Duration timeout,
      long maxBytes,
      Conditional conditional) {
    public Http {
      allowHosts = List.copyOf(allowHosts);
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }

  /**
   * How a system is asked for what has changed only (RFC 9110, section 13).
   *
   * @param etag by {@code If-None-Match}
   * @param lastModified by {@code If-Modified-Since}
   * @param listCoversFields an unchanged list of objects says that no field has changed either
   */
  public record Conditional(boolean etag, boolean lastModified, boolean listCoversFields) {}

  /**
   * @param pick gives the newest version from the answer of {@code discover}
   * @param prefer the version that the definition was compared with
   * @param min the oldest with which it works; null if any
   * @param end when the vendor ends the preferred version, ISO date; null = not announced
   * @param endSource where the vendor announces ends; null if nowhere
   * @param endHeader header in which answers announce it
   */
  public record ApiVersion(
      @Nullable RequestSpec discover,
      @Nullable Expression pick,
      @Nullable String format,
      String prefer,
      @Nullable String min,
      @Nullable String end,
      @Nullable String endSource,
      String endHeader) {}

  /**
   * A document that is read once in a discovery.
   *
   * @param items where it is a list with pages, what is a page's list; null = the whole answer
   * @param optional a failure is a warning, and the document is null
   */
  public record Load(
      RequestSpec request,
      @Nullable Expression items,
      PageSpec page,
      PageSpec.@Nullable Size size,
      boolean optional) {}

  /** A request whose answer says who is signed in. Later steps add to earlier ones. */
  public record IdentityStep(
      RequestSpec request,
      boolean optional,
      @Nullable Expression user,
      @Nullable Expression organisation,
      @Nullable Expression production) {}

  /**
   * @param fixed objects that no request lists, as attributes
   * @param from name of a loaded document to read instead of a request; null if none
   * @param staticOnlyIf where the request fails like this, the fixed ones are all
   * @param vars more of an object that templates and expressions can name
   */
  public record Objects(
      List<Map<String, @Nullable Object>> fixed,
      @Nullable RequestSpec request,
      @Nullable String from,
      Set<FailureKind> staticOnlyIf,
      @Nullable Expression items,
      Map<String, Expression> map,
      Map<String, Expression> vars,
      @Nullable Expression hide,
      PageSpec page,
      PageSpec.@Nullable Size size) {
    public Objects {
      vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
      fixed = List.copyOf(fixed);
      staticOnlyIf = Set.copyOf(staticOnlyIf);
      map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
  }

  /**
   * @param sources where fields are listed; the first may be read in batches
   * @param hide sees the answer of the first source: true where the object is none that holds
   *     records, which only this answer tells; null = every object that is listed is one
   * @param batch reads the first source of many objects at once; null if it cannot
   */
  public record Fields(
      List<FieldSource> sources,
      @Nullable Expression hide,
      RequestSpec.@Nullable Batch batch,
      List<Added> add,
      List<Enrich> enrich,
      List<String> postprocess) {
    public Fields {
      sources = List.copyOf(sources);
      add = List.copyOf(add);
      enrich = List.copyOf(enrich);
      postprocess = List.copyOf(postprocess);
    }
  }

  /**
   * One list of fields.
   *
   * @param when sees {@code {object}}; null = for every object
   * @param request null where the list is in a loaded document
   * @param from name of the loaded document; null where there is a request
   * @param optional a failure is a warning, because other sources go on
   */
  public record FieldSource(
      @Nullable Expression when,
      @Nullable RequestSpec request,
      @Nullable String from,
      Expression items,
      Map<String, Expression> map,
      PageSpec page,
      PageSpec.@Nullable Size size,
      boolean optional) {
    public FieldSource {
      map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
  }

  /**
   * A field that no request lists, or attributes that none gives.
   *
   * @param objects names of the objects that have it; empty = all
   * @param onlyIfMissing leave a field of that name as it is
   */
  public record Added(
      Map<String, @Nullable Object> attributes, Set<String> objects, boolean onlyIfMissing) {
    public Added {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
      objects = Set.copyOf(objects);
    }
  }

  /**
   * @param when sees {@code {object, fields}}; null = always
   * @param forEach gives a list, from the same; one request for each of it, which templates name
   *     {@code item}; null = one request
   * @param request null where the step only sets
   * @param items where the list is in each page of the answer; null = the answer is taken as it is
   * @param optional a failure is a warning
   * @param set gives the attributes to overwrite, from one mapped field, {@code $enrich}, {@code
   *     $item} and {@code $object}
   */
  public record Enrich(
      String id,
      @Nullable Expression when,
      @Nullable Expression forEach,
      @Nullable RequestSpec request,
      @Nullable Expression items,
      PageSpec page,
      PageSpec.@Nullable Size size,
      boolean optional,
      Expression set) {}

  /** What a system's type becomes: looked up exact, then by prefix {@code x.*}, then {@code *}. */
  public record Types(Map<String, Target> byNative, Target other) {
    public Types {
      byNative = Map.copyOf(byNative);
    }

    /**
     * @param type null where the expression decides
     * @param choice gives the word of the type from the mapped field
     * @param warn an unexpected type, to be told
     */
    public record Target(@Nullable FieldType type, @Nullable Expression choice, boolean warn) {}
  }

  /**
   * A value that is asked for before the sample.
   *
   * @param pick the value, from the answer
   */
  public record Var(RequestSpec request, Expression pick) {}

  /**
   * Reads each record whole, where lists give ids only.
   *
   * @param answer where the record is in the answer; null = the whole answer
   */
  public record PerId(RequestSpec request, @Nullable Expression answer) {}

  /**
   * How records are read with fields behind references, such as {@code Owner.Email}.
   *
   * @param param parameter of the query that asks for them; null where their paths stand among the
   *     names of the fields
   * @param value the parameter's value, from {@code {references: [{name, fields}], object}}; null
   *     without a parameter
   */
  public record Behind(@Nullable String param, @Nullable Expression value) {}

  /**
   * Reads one record by its id.
   *
   * @param when sees {@code {object}}; null = every object can be asked like this
   * @param id turns the id as a person gives it into what the request needs, from {@code {id,
   *     object}}; nothing where it can be no id of the object; null = as it is
   * @param record where the record is in the answer; null = the whole answer
   */
  public record One(
      @Nullable Expression when,
      @Nullable Expression id,
      RequestSpec request,
      @Nullable Expression record) {

    /** Names that its templates use, and its expressions as they were written. */
    public Stream<String> sources() {
      return Stream.concat(
          request.templates().flatMap(t -> t.names().stream()),
          Stream.of(when, id, record).filter(java.util.Objects::nonNull).map(Expression::source));
    }
  }

  /**
   * @param vars asked for first, in this order; templates name them
   * @param selectable which fields can be asked for; null = all
   * @param maxUrl longest address, characters
   * @param maxFields most names in one request
   * @param splitOn id field on which parts of a long field list are joined; null if it cannot
   * @param fallback reads by ids where the address would be too long; null if it cannot
   * @param perId null where lists give whole records
   * @param one null where no record can be asked for by its id
   * @param behind null where a record brings nothing of those that it refers to
   * @param id where a record's id is, for {@code perId} and the fallback
   * @param flatten where the values are inside an item; null where the item is the record
   * @param strip keys that are no values
   * @param max most records in a sample
   */
  public record Records(
      RequestSpec sample,
      Map<String, Var> vars,
      @Nullable Expression selectable,
      int maxUrl,
      int maxFields,
      @Nullable String splitOn,
      RequestSpec.@Nullable Batch fallback,
      @Nullable PerId perId,
      @Nullable One one,
      @Nullable Behind behind,
      Expression items,
      @Nullable Expression id,
      @Nullable Expression flatten,
      Set<String> strip,
      PageSpec page,
      PageSpec.@Nullable Size size,
      int max) {
    private static final Pattern OF_OBJECT = Pattern.compile("\\bobject\\.(\\w+)");

    public Records {
      vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
      strip = Set.copyOf(strip);
    }

    /**
     * The attributes of the object that reading names, as templates and expressions write them.
     *
     * @param byId for one record rather than for a sample
     */
    public Set<String> namesOfObject(boolean byId) {
      Stream<String> sampled =
          Stream.of(
                  sample.templates(),
                  perId == null ? Stream.<Template>empty() : perId.request().templates())
              .flatMap(s -> s)
              .flatMap(t -> t.names().stream());
      Stream<String> always =
          Stream.concat(
                  vars.values().stream().flatMap(v -> v.request().templates()),
                  fallback == null ? Stream.<Template>empty() : fallback.request().templates())
              .flatMap(t -> t.names().stream());
      if (behind != null && behind.value() != null) {
        always = Stream.concat(always, Stream.of(behind.value().source()));
      }
      Stream<String> list =
          Stream.concat(sampled, Stream.concat(Stream.of(items.source()), page.sources()));
      Set<String> names = new HashSet<>();
      Stream.concat(always, byId && one != null ? one.sources() : list)
          .forEach(text -> OF_OBJECT.matcher(text).results().forEach(m -> names.add(m.group(1))));
      return names;
    }
  }

  /** The way to sign in with this id. */
  public java.util.Optional<AuthSpec> auth(String id) {
    return auths.stream().filter(a -> a.id().equals(id)).findFirst();
  }
}
