package dev.crosswalk.engine.export;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ampersand's rules for a manifest, as far as they touch what we write. The facts are those of
 * github.com/amp-labs/amp-yaml-validator (VALIDATION_RULES.md); its server checks them when the
 * manifest is deployed, which is late for the person who made the mapping.
 */
public final class AmpersandRules {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");
  private static final Pattern NESTED = Pattern.compile("\\$(\\['([^'\\\\]|\\\\.)+'\\])+");
  private static final int LEAST_MINUTES = 10;

  private final List<Problem> problems = new ArrayList<>();

  private AmpersandRules() {}

  /**
   * @param manifest maps, lists and scalars in the shape of amp.yaml
   * @return what Ampersand would refuse, each with the path inside the manifest
   */
  public static List<Problem> check(Map<String, ?> manifest) {
    AmpersandRules rules = new AmpersandRules();
    rules.manifest(manifest);
    return List.copyOf(rules.problems);
  }

  private void manifest(Map<String, ?> manifest) {
    if (!"1.0.0".equals(manifest.get("specVersion"))) {
      add("specVersion", "The specVersion must be 1.0.0.", "Write specVersion: 1.0.0.");
    }
    List<?> integrations = list(manifest.get("integrations"));
    if (integrations.isEmpty()) {
      add("integrations", "There is no integration.", "Export at least one mapping.");
    }
    Set<Object> names = new HashSet<>();
    for (int i = 0; i < integrations.size(); i++) {
      Map<?, ?> integration = map(integrations.get(i));
      String at = "integrations[" + i + "]";
      integration(integration, at);
      if (!names.add(String.valueOf(integration.get("name")))) {
        add(
            at + ".name",
            "Two integrations have the name '" + integration.get("name") + "'.",
            "Give the mappings different ids.");
      }
    }
  }

  private void integration(Map<?, ?> integration, String at) {
    String name = text(integration.get("name"));
    if (name == null || !NAME.matcher(name).matches()) {
      add(
          at + ".name",
          "The name '" + name + "' is not 1 to 64 small letters, digits, hyphens or underscores.",
          "Change the mapping's id.");
    }
    String provider = text(integration.get("provider"));
    if (provider == null || provider.isBlank()) {
      add(at + ".provider", "There is no provider.", "Set source.system in the mapping.");
    }
    if ("hubspot".equals(provider) && !"crm".equals(integration.get("module"))) {
      add(
          at + ".module",
          "HubSpot needs the module crm, and it is '" + integration.get("module") + "'.",
          "Set source.module: crm in the mapping.");
    }
    if (!integration.containsKey("read") && !integration.containsKey("write")) {
      add(at, "The integration neither reads nor writes.", "Set the mapping's direction.");
    }
    Set<String> read = objects(map(integration.get("read")), at + ".read", true);
    Set<String> write = objects(map(integration.get("write")), at + ".write", false);
    for (Object object : list(map(integration.get("write")).get("objects"))) {
      String written = text(map(object).get("objectName"));
      if (Boolean.TRUE.equals(map(object).get("inheritMapping")) && !read.contains(written)) {
        add(
            at + ".write",
            "The object '" + written + "' inherits a mapping, and is not read.",
            "Read it too.");
      }
    }
    if (integration.containsKey("read") && read.isEmpty()
        || integration.containsKey("write") && write.isEmpty()) {
      add(at, "An action has no object.", "Remove the action, or give it an object.");
    }
  }

  private Set<String> objects(Map<?, ?> action, String at, boolean read) {
    Set<String> names = new HashSet<>();
    List<?> objects = list(action.get("objects"));
    for (int i = 0; i < objects.size(); i++) {
      Map<?, ?> object = map(objects.get(i));
      String here = at + ".objects[" + i + "]";
      String name = text(object.get("objectName"));
      if (name == null || name.isBlank()) {
        add(here + ".objectName", "There is no object name.", "Set source.object in the mapping.");
      } else if (!names.add(name)) {
        add(
            here + ".objectName",
            "The object '" + name + "' stands there twice.",
            "Leave one of the mappings out of this integration.");
      }
      if (read) {
        readObject(object, here);
      }
    }
    return names;
  }

  private void readObject(Map<?, ?> object, String at) {
    String destination = text(object.get("destination"));
    if (destination == null || destination.isBlank()) {
      add(at + ".destination", "There is no destination.", "Set export.ampersand.destination.");
    }
    String schedule = text(object.get("schedule"));
    String fault = schedule == null ? "is not there" : CronRule.fault(schedule, LEAST_MINUTES);
    if (fault != null) {
      add(
          at + ".schedule",
          "The schedule '" + schedule + "' " + fault + ".",
          "Set export.ampersand.schedule to five parts such as */30 * * * *.");
    }
    Object days = map(map(object.get("backfill")).get("defaultPeriod")).get("days");
    if (days instanceof Integer number && number < 0) {
      add(at + ".backfill", "The backfill has " + days + " days.", "Write 0 or more days.");
    }
    List<?> required = list(object.get("requiredFields"));
    List<?> optional = list(object.get("optionalFields"));
    if (required.isEmpty() && optional.isEmpty()) {
      add(at, "The object has no field.", "Map at least one field.");
    }
    Set<String> targets = new HashSet<>();
    fields(required, at + ".requiredFields", targets);
    fields(optional, at + ".optionalFields", targets);
  }

  private void fields(List<?> fields, String at, Set<String> targets) {
    for (int i = 0; i < fields.size(); i++) {
      Map<?, ?> field = map(fields.get(i));
      String here = at + "[" + i + "]";
      String source = text(field.get("fieldName"));
      String target = text(field.get("mapToName"));
      if (source == null && target == null) {
        add(here, "The field has neither source nor target.", "Give it one of them.");
      }
      if (target != null && !targets.add(target)) {
        add(here + ".mapToName", "Two fields go to '" + target + "'.", "Map one of them.");
      }
      if (source != null && (field.containsKey("prompt") || field.containsKey("default"))) {
        add(
            here,
            "The field '" + source + "' is fixed and asked for at once.",
            "Remove its prompt and default.");
      }
      path(source, here + ".fieldName");
      path(target, here + ".mapToName");
      path(text(field.get("default")), here + ".default");
    }
  }

  private void path(@Nullable String path, String at) {
    boolean nested = path != null && (path.startsWith("$") || path.indexOf('[') >= 0);
    if (path != null && (path.isBlank() || nested && !NESTED.matcher(path).matches())) {
      add(at, "The path '" + path + "' cannot be read.", "Write it as $['a']['b'].");
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  private void add(String at, String what, String next) {
    problems.add(
        Problem.error("ampersand-rule", new Place(AmpersandExport.MANIFEST, 0, 0, at), what, next));
  }
}
