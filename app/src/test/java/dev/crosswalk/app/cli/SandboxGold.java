package dev.crosswalk.app.cli;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.Services;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Writes the sandbox's organisations and their hand-checked answers as gold sets, so that the
 * matcher is measured on them like on other people's data. Runs the demo first, whose connections
 * it reads. Argument: the folder to write to.
 */
public final class SandboxGold {
  private static final List<String> TARGETS = List.of("person", "company", "deal", "ticket");
  private static final int RECORDS = 100;
  private static final int SAMPLES = 20;

  private final CliRunner cli;
  private final Path folder;

  private SandboxGold(Path folder) {
    this.folder = folder;
    this.cli = new CliRunner(folder);
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    // Not below the build's folder: the demo would commit there into this project's repository.
    SandboxGold gold = new SandboxGold(Files.createTempDirectory("sandbox-gold"));
    CliRunner.Result demo = gold.cli.run("demo", "d");
    if (demo.status() != 0) {
      throw new IllegalStateException(demo.err());
    }
    for (String account : List.of("northwind", "contoso", "fabrikam")) {
      gold.write(account, folder.resolve("sandbox_" + account));
    }
    System.exit(0); // the sandbox's servers would go on
  }

  private void write(String account, Path to) throws IOException {
    Map<?, ?> answers = (Map<?, ?>) yaml("sandbox/answers/" + account + ".yaml").get("objects");
    Set<String> sources = new LinkedHashSet<>();
    List<Map<String, String>> pairs = new ArrayList<>();
    List<Map<String, String>> gold = new ArrayList<>();
    List<Object> targets = new ArrayList<>();
    for (String target : TARGETS) {
      Map<?, ?> answer = (Map<?, ?>) answers.get(target);
      String source = String.valueOf(answer.get("source"));
      sources.add(source);
      pairs.add(Map.of("source", source, "target", target));
      ((Map<?, ?>) answer.get("fields"))
          .forEach((field, value) -> {
            for (String from : from((Map<?, ?>) value)) {
              gold.add(Map.of("source", source + "." + from, "target", target + "." + field));
            }
          });
      Schema model = SchemaFile.read(text("demo/schemas/acme/" + target + ".yaml"), target);
      targets.add(object(model.object(target).orElseThrow(), List.of()));
    }
    Files.createDirectories(to);
    Files.writeString(to.resolve("objects.json"), Json.write(pairs));
    Files.writeString(to.resolve("gold.json"), Json.write(gold));
    Files.writeString(to.resolve("target.json"), Json.write(targets));
    Files.writeString(to.resolve("source.json"), Json.write(source(account, sources)));
  }

  private List<Object> source(String account, Set<String> objects) {
    List<String> arguments =
        new ArrayList<>(
            List.of("discover", "sandbox-" + account, "--records", String.valueOf(RECORDS)));
    objects.forEach(o -> arguments.addAll(List.of("--object", o)));
    CliRunner.Result found = cli.run(arguments.toArray(String[]::new));
    if (found.status() != 0) {
      throw new IllegalStateException(found.err());
    }
    Path home = folder.resolve("home");
    Directories directories =
        new Directories(home.resolve("config"), home.resolve("cache"), home.resolve("state"));
    try (Services services =
        Services.create(
            directories,
            page -> {},
            Clock.systemUTC(),
            Map.of("CROSSWALK_SECRETS", "memory"),
            Optional::empty)) {
      SchemaCache cache = services.cache();
      Schema schema =
          cache
              .latest("sandbox-" + account)
              .map(SnapshotInfo::id)
              .flatMap(cache::schema)
              .orElseThrow();
      List<Object> out = new ArrayList<>();
      Set<String> all = new LinkedHashSet<>(objects);
      // What they refer to, so that paths such as Owner.Email can be followed.
      for (String object : objects) {
        for (Field field : schema.object(object).orElseThrow().fields()) {
          field.references().stream()
              .filter(r -> field.relationship() != null && schema.object(r).isPresent())
              .forEach(all::add);
        }
      }
      for (String object : all) {
        out.add(
            object(
                schema.object(object).orElseThrow(),
                cache.records("sandbox-" + account, object, Clock.systemUTC().instant())));
      }
      return out;
    }
  }

  private static Map<String, Object> object(
      SchemaObject object, List<Map<String, @Nullable Object>> records) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", object.name());
    out.put("label", object.shown());
    List<Object> fields = new ArrayList<>();
    for (Field field : object.fields()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", field.name());
      one.put("label", field.label() == null ? "" : field.label());
      one.put("type", field.type().word());
      one.put("description", field.description() == null ? "" : field.description());
      if (!field.values().isEmpty()) {
        one.put("picklist", field.values().stream().map(PicklistValue::shown).toList());
      }
      List<String> samples = new ArrayList<>(field.samples());
      for (Map<String, @Nullable Object> record : records) {
        Object value = record.get(field.name());
        if (value != null && !value.toString().isBlank() && samples.size() < SAMPLES) {
          samples.add(value.toString());
        }
      }
      if (!samples.isEmpty()) {
        one.put("samples", samples);
      }
      if (!field.references().isEmpty()) {
        one.put("references", field.references());
      }
      if (field.relationship() != null) {
        one.put("relationship", field.relationship());
      }
      fields.add(one);
    }
    out.put("fields", fields);
    return out;
  }

  private static List<String> from(Map<?, ?> answer) {
    List<String> out = new ArrayList<>();
    for (Object each : new Object[] {answer.get("from"), answer.get("or")}) {
      if (each instanceof List<?> list) {
        list.forEach(path -> out.add(String.valueOf(path)));
      } else if (each != null) {
        out.add(String.valueOf(each));
      }
    }
    return out;
  }

  private static Map<?, ?> yaml(String resource) throws IOException {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text(resource));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        SandboxGold.class.getResourceAsStream("/dev/crosswalk/assets/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
