package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A schema as it is named on the command line: a file, a folder of such files, or a snapshot of a
 * connection.
 *
 * @param connection whose snapshot it is; empty for files
 * @param file where it lies, made absolute; the folder of the person for a snapshot
 */
record SchemaArgument(Schema schema, String connection, Path file) {

  static SchemaArgument find(CliContext context, Supplier<SchemaCache> cache, String given) {
    Path path = context.path(Path.of(given));
    if (Files.isRegularFile(path)) {
      return new SchemaArgument(
          SchemaFile.read(WorkspaceFiles.readText(path, given), given), "", path);
    }
    if (Files.isDirectory(path)) {
      return new SchemaArgument(folder(path, given), "", path);
    }
    int at = given.lastIndexOf('@');
    String name = at < 0 ? given : given.substring(0, at);
    String which = at < 0 ? "latest" : given.substring(at + 1);
    List<SnapshotInfo> all = cache.get().snapshots(name);
    if (all.isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "cache-empty",
              Place.of(given),
              "There is no such file, and the cache holds no schema of " + name + ".",
              "Give a schema file, or run crosswalk discover " + name + "."));
    }
    Schema schema = cache.get().schema(snapshot(all, name, which).id()).orElseThrow();
    return new SchemaArgument(schema, name, context.folder());
  }

  private static Schema folder(Path folder, String given) {
    List<SchemaObject> objects = new ArrayList<>();
    String system = "";
    String module = null;
    WorkspaceFiles files = new WorkspaceFiles(folder);
    for (Path file : files.list(Path.of(""), 1, ".yaml")) {
      Schema one = SchemaFile.read(files.read(file), given + "/" + file);
      system = one.system();
      module = one.module();
      objects.addAll(one.objects());
    }
    if (objects.isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "schema-folder",
              Place.of(given),
              "The folder holds no schema file.",
              "Give a schema file, or a folder such as schemas/acme."));
    }
    return new Schema(system, module, objects);
  }

  private static SnapshotInfo snapshot(List<SnapshotInfo> all, String name, String which) {
    if (which.equals("latest")) {
      return all.getFirst();
    }
    if (which.equals("previous") && all.size() > 1) {
      return all.get(1);
    }
    return all.stream()
        .filter(s -> which.equals("" + s.id()))
        .findFirst()
        .or(() -> all.stream().filter(s -> isOf(s, which)).findFirst())
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "snapshot-unknown",
                    Place.of(name + "@" + which),
                    which.equals("previous")
                        ? "The cache holds one snapshot of " + name + " only."
                        : "The cache holds no such snapshot of " + name + ".",
                    which.equals("previous")
                        ? "Run crosswalk discover " + name + " once more, later."
                        : "See crosswalk schemas "
                            + name
                            + " --snapshots for those that it holds.")));
  }

  /** A day, or a moment as far as it is written, is the newest snapshot of it. */
  private static boolean isOf(SnapshotInfo snapshot, String moment) {
    return moment.length() >= 10 && snapshot.takenAt().toString().startsWith(moment);
  }
}
