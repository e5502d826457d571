package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.CheckFinding.Subject;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file and line of a problem that names a mapping and its keys: the overlay's line where
 * the overlay set the key, else the base's.
 *
 * @param mapping what was checked: the base, or the base with the overlay on it
 * @param overlay null where there is none
 * @param customer whose mapping it is; null for the base alone
 */
record CheckPlaces(
    Mapping mapping,
    MappingDocument base,
    @Nullable OverlayDocument overlay,
    @Nullable String customer) {

  /** A target with the key under it that a problem is about; empty for the target itself. */
  private record Spot(String target, String key) {}

  /** The base alone. */
  static CheckPlaces of(Mapping mapping, MappingDocument base) {
    return new CheckPlaces(mapping, base, null, null);
  }

  /** Where the target object is named. */
  Place target() {
    return base.place(List.of("target", "object"));
  }

  /** Where a target is mapped. */
  Place field(String target) {
    return place(new Spot(target, ""));
  }

  /** The problem with its file and line. */
  Problem of(Problem problem) {
    String path = problem.place() == null ? null : problem.place().path();
    Place place =
        path == null
            ? Place.of(base.file())
            : spot(path).map(this::place).orElseGet(() -> base.place(List.of(path.split("\\."))));
    return new Problem(
        problem.severity(),
        problem.code(),
        new Place(place.file(), place.line(), place.column(), path),
        problem.what(),
        problem.next());
  }

  /** The problem with the customer that has it, where it has its place already. */
  Problem named(Problem problem) {
    return customer == null
        ? problem
        : new Problem(
            problem.severity(),
            problem.code(),
            problem.place(),
            "For " + customer + ": " + problem.what(),
            problem.next());
  }

  /** Each target for whoever this is. */
  List<Subject> targets() {
    return mapping.fields().keySet().stream()
        .map(target -> new Subject(mapping.id(), customer, target))
        .toList();
  }

  /**
   * What a path inside the mapping belongs to.
   *
   * @param path null for the mapping as a whole
   */
  Subject subject(@Nullable String path) {
    return new Subject(
        mapping.id(), customer, path == null ? null : spot(path).map(Spot::target).orElse(null));
  }

  /** A target may hold dots, so it is found among the targets. */
  private Optional<Spot> spot(String path) {
    if (!path.startsWith("fields.")) {
      return Optional.empty();
    }
    String rest = path.substring("fields.".length());
    return mapping.fields().keySet().stream()
        .filter(t -> rest.equals(t) || rest.startsWith(t + ".") || rest.startsWith(t + "["))
        .max(Comparator.comparingInt(String::length))
        .map(t -> {
          String after = rest.substring(t.length());
          String key = after.startsWith(".") ? after.substring(1).split("[.\\[]", 2)[0] : "";
          return new Spot(t, key);
        })
        // What is not mapped may be what the overlay takes out.
        .or(() -> Optional.of(new Spot(rest, "")));
  }

  private Place place(Spot spot) {
    List<String> inBase =
        spot.key().isEmpty()
            ? List.of("fields", spot.target())
            : List.of("fields", spot.target(), spot.key());
    if (overlay != null) {
      Optional<Place> set = overlay.place(spot.target(), spot.key());
      boolean below = base.yaml().filter(yaml -> yaml.at(inBase).isPresent()).isPresent();
      Optional<Place> near = below ? set : set.or(() -> overlay.place(spot.target(), ""));
      if (near.isPresent()) {
        return near.get();
      }
    }
    return base.place(inBase);
  }
}
