package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.AmpersandFields.Entry;
import dev.crosswalk.engine.export.AmpersandFields.Role;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ampersand: one manifest for all customers and an installation config for each. The shapes are
 * those of github.com/amp-labs/openapi, manifest/manifest.yaml and config/config.yaml.
 */
public final class AmpersandExport implements Exporter {
  /** The manifest's name is Ampersand's, which looks for it. */
  public static final String MANIFEST = "amp.yaml";

  public static final String NOT_EXPRESSED = "amp.not-expressed.md";

  private static final String DEFAULT_DESTINATION = "webhook";
  private static final String DEFAULT_SCHEDULE = "*/30 * * * *";

  @Override
  public String format() {
    return "ampersand";
  }

  @Override
  public String title() {
    return "Ampersand";
  }

  @Override
  public String doc() {
    return "The manifest amp.yaml for all customers, and an installation config for each of them.";
  }

  @Override
  public List<String> settings() {
    return List.of("destination", "schedule", "backfillDays");
  }

  @Override
  public ExportResult export(ExportRequest request) {
    List<Problem> problems = new ArrayList<>();
    List<OutputFile> files = new ArrayList<>();
    List<Object> integrations = new ArrayList<>();
    List<String> notExpressed = new ArrayList<>();
    StringBuilder notes = new StringBuilder();
    for (MappingSet set : request.mappings()) {
      Settings settings = settings(set.base(), request.settings(), problems);
      AmpersandFields fields = new AmpersandFields(set);
      List<Entry> entries = fields.entries();
      integrations.add(integration(set, fields, entries, settings));
      AmpersandGaps gaps = new AmpersandGaps(set, entries);
      notExpressed.addAll(gaps.sentences());
      notes.append(gaps.text());
      AmpersandInstallation installation =
          new AmpersandInstallation(set, fields, entries, settings, problems);
      boolean alone = request.mappings().size() == 1;
      set.customers()
          .forEach((customer, mapping) ->
              installation(customer, mapping, installation, alone, files, problems));
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("specVersion", "1.0.0");
    manifest.put("integrations", integrations);
    problems.addAll(AmpersandRules.check(manifest));
    files.add(
        0, new OutputFile(MANIFEST, header(request) + YamlWriter.write(manifest, path -> true)));
    if (!notes.isEmpty()) {
      files.add(1, new OutputFile(NOT_EXPRESSED, AmpersandGaps.HEAD + notes));
    }
    return new ExportResult(files, notExpressed, problems);
  }

  /** What this export was told goes before the mapping's own file, and that before ours. */
  record Settings(String destination, String schedule, @Nullable Integer backfillDays) {}

  private static Settings settings(
      Mapping mapping, Map<String, Object> told, List<Problem> problems) {
    Map<Object, Object> given = ExportText.settings(mapping, "ampersand", told);
    Place place = new Place(mapping.id(), 0, 0, "export.ampersand");
    if (!given.containsKey("destination")) {
      problems.add(
          Problem.info(
              "ampersand-destination",
              place,
              "No destination is set, so the manifest names '" + DEFAULT_DESTINATION + "'.",
              "Set export.ampersand.destination to the name of a destination in Ampersand."));
    }
    Integer days = null;
    Object backfill = given.get("backfillDays");
    if (backfill instanceof Integer || backfill instanceof Long) {
      days = Math.toIntExact(Math.min(((Number) backfill).longValue(), Integer.MAX_VALUE));
    } else if (backfill != null) {
      problems.add(
          Problem.error(
              "ampersand-backfill",
              place,
              "backfillDays is '" + backfill + "', where a whole number of days is needed.",
              "Write a number, 0 for none."));
    }
    return new Settings(
        String.valueOf(given.getOrDefault("destination", DEFAULT_DESTINATION)),
        String.valueOf(given.getOrDefault("schedule", DEFAULT_SCHEDULE)),
        days);
  }

  private static Map<String, Object> integration(
      MappingSet set, AmpersandFields fields, List<Entry> entries, Settings settings) {
    Mapping base = set.base();
    Map<String, Object> integration = new LinkedHashMap<>();
    integration.put("name", base.id());
    if (base.title() != null) {
      integration.put("displayName", base.title());
    }
    integration.put("provider", base.source().system());
    String module = base.source().module();
    // HubSpot's objects are known to Ampersand by the module crm only.
    if (module != null || base.source().system().equals("hubspot")) {
      integration.put("module", module == null ? "crm" : module);
    }
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("objectName", base.source().object());
    read.put("destination", settings.destination());
    read.put("schedule", settings.schedule());
    read.put("mapToName", base.target().object());
    read.put(
        "mapToDisplayName", set.target() == null ? base.target().object() : set.target().shown());
    List<Object> required = new ArrayList<>();
    List<Object> optional = new ArrayList<>();
    Set<String> sources = new TreeSet<>();
    for (Entry entry : entries) {
      if (entry.role() != Role.PARTS) {
        boolean must = entry.role() == Role.FIXED || entry.role() == Role.ASKED;
        (must ? required : optional).add(fields.manifest(entry));
        if (entry.source() != null) {
          sources.add(entry.source());
        }
      }
    }
    Set<String> parts = fields.parts(base, sources);
    parts.forEach(part -> required.add(Map.of("fieldName", AmpersandFields.path(part))));
    sources.addAll(parts);
    Set<String> ofCustomers = new LinkedHashSet<>();
    set.customers().values().forEach(m -> ofCustomers.addAll(fields.parts(m, sources)));
    ofCustomers.forEach(part -> optional.add(Map.of("fieldName", AmpersandFields.path(part))));
    if (!required.isEmpty()) {
      read.put("requiredFields", required);
    }
    if (!optional.isEmpty()) {
      read.put("optionalFields", optional);
    }
    if (settings.backfillDays() != null) {
      read.put("backfill", Map.of("defaultPeriod", Map.of("days", settings.backfillDays())));
    }
    integration.put("read", Map.of("objects", List.of(read)));
    if (base.direction() != Direction.READ) {
      // A written object takes its mapping from the read one, so both are there.
      Map<String, Object> write = new LinkedHashMap<>();
      write.put("objectName", base.source().object());
      write.put("inheritMapping", true);
      integration.put("write", Map.of("objects", List.of(write)));
    }
    return integration;
  }

  private static void installation(
      String customer,
      Mapping mapping,
      AmpersandInstallation installation,
      boolean alone,
      List<OutputFile> files,
      List<Problem> problems) {
    if (!customer.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      problems.add(
          Problem.error(
              "ampersand-customer",
              null,
              "The customer '" + customer + "' cannot be a file name.",
              "Use letters, digits, dots, hyphens and underscores."));
      return;
    }
    String path =
        alone
            ? "installations/" + customer + ".json"
            : "installations/" + customer + "/" + mapping.id() + ".json";
    files.add(new OutputFile(path, ExportText.json(installation.config(customer, mapping))));
  }

  private static String header(ExportRequest request) {
    List<String> ids = request.mappings().stream().map(m -> m.base().id()).toList();
    return "# Written by Crosswalk (export ampersand) from "
        + String.join(", ", ids)
        + ".\n# Edit the mapping and export again; changes made here are lost.\n";
  }
}
