package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.schema.FieldType;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connector definition: everything that the engine has to know of one system. Made by {@link
 * DefinitionLoader}; immutable.
 *
 * @param hosts inputs that are host names
 */
public record ConnectorDefinition(
    ConnectorInfo info,
    Set<String> hosts,
    List<AuthSpec> auths,
    Http http,
    @Nullable ApiVersion apiVersion,
    LimitSpec limits,
    ErrorSpec errors,
    List<IdentityStep> identity,
    Objects objects,
    Fields fields,
    Types types,
    Map<String, ValueRule> values,
    @Nullable Records records) {

  public ConnectorDefinition {
    hosts = Set.copyOf(hosts);
    auths = List.copyOf(auths);
    identity = List.copyOf(identity);
    values = Map.copyOf(values);
  }

  /**
   * @param base what paths are below
   * @param allowHosts patterns of hosts, {@code *.} covers one or more labels
   * @param maxBytes greatest size of one answer, unpacked
   */
  public record Http(
      Template base,
      List<Template> allowHosts,
      Map<String, Template> headers,
      Duration timeout,
      long maxBytes) {
    public Http {
      allowHosts = List.copyOf(allowHosts);
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }

  /**
   * @param pick gives the newest version from the answer of {@code discover}
   * @param prefer the version that the definition was compared with
   * @param min the oldest with which it works; null if any
   */
  public record ApiVersion(
      @Nullable RequestSpec discover,
      @Nullable Expression pick,
      @Nullable String format,
      String prefer,
      @Nullable String min) {}

  /** A request whose answer says who is signed in. Later steps add to earlier ones. */
  public record IdentityStep(
      RequestSpec request,
      boolean optional,
      @Nullable Expression user,
      @Nullable Expression organisation,
      @Nullable Expression production) {}

  /**
   * @param fixed objects that no request lists, as attributes
   * @param staticOnlyIf where the request fails like this, the fixed ones are all
   */
  public record Objects(
      List<Map<String, @Nullable Object>> fixed,
      @Nullable RequestSpec request,
      Set<FailureKind> staticOnlyIf,
      @Nullable Expression items,
      Map<String, Expression> map,
      @Nullable Expression hide,
      PageSpec page,
      PageSpec.@Nullable Size size) {
    public Objects {
      fixed = List.copyOf(fixed);
      staticOnlyIf = Set.copyOf(staticOnlyIf);
      map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
  }

  public record Fields(
      RequestSpec request,
      RequestSpec.@Nullable Batch batch,
      Expression items,
      Map<String, Expression> map,
      List<Map<String, @Nullable Object>> add,
      List<Enrich> enrich,
      List<String> postprocess,
      PageSpec page,
      PageSpec.@Nullable Size size) {
    public Fields {
      map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
      add = List.copyOf(add);
      enrich = List.copyOf(enrich);
      postprocess = List.copyOf(postprocess);
    }
  }

  /**
   * @param when sees {@code {object, fields}}; null = always
   * @param optional a failure is a warning
   * @param set gives the attributes to overwrite, from one mapped field, {@code $enrich} and {@code
   *     $object}
   */
  public record Enrich(
      String id,
      @Nullable Expression when,
      RequestSpec request,
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
   * @param selectable which fields can be asked for; null = all
   * @param maxUrl longest address, characters
   * @param splitOn id field on which parts of a long field list are joined; null if it cannot
   * @param fallback reads by ids where the address would be too long; null if it cannot
   * @param id where a record's id is, for the fallback
   * @param flatten where the values are inside an item; null where the item is the record
   * @param strip keys that are no values
   * @param max most records in a sample
   */
  public record Records(
      RequestSpec sample,
      @Nullable Expression selectable,
      int maxUrl,
      @Nullable String splitOn,
      RequestSpec.@Nullable Batch fallback,
      Expression items,
      @Nullable Expression id,
      @Nullable Expression flatten,
      Set<String> strip,
      PageSpec page,
      PageSpec.@Nullable Size size,
      int max,
      Set<Integer> emptyStatuses) {
    public Records {
      strip = Set.copyOf(strip);
      emptyStatuses = Set.copyOf(emptyStatuses);
    }
  }

  /** The way to sign in with this id. */
  public java.util.Optional<AuthSpec> auth(String id) {
    return auths.stream().filter(a -> a.id().equals(id)).findFirst();
  }
}
