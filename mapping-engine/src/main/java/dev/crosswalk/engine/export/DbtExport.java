package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.transform.Lookups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * dbt: a staging model a mapping and customer, with sources, data tests and seeds. The SQL is such
 * as PostgreSQL, DuckDB and Snowflake read alike; the keys of properties files are those of dbt
 * 1.10.8 and later ({@code data_tests} with {@code arguments}).
 */
public final class DbtExport implements Exporter {
  private static final String FORMAT = "dbt";

  private final @Nullable SqlRunner runner;

  /** Without a database, so that what is exported is not run. */
  public DbtExport() {
    this(null);
  }

  /**
   * @param runner runs models on golden records; null for none
   */
  public DbtExport(@Nullable SqlRunner runner) {
    this.runner = runner;
  }

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public String title() {
    return "dbt";
  }

  @Override
  public String doc() {
    return "Staging models in SQL with sources, data tests and seeds, for the base and each customer.";
  }

  @Override
  public List<String> settings() {
    return List.of("schema", "database", "table", "quoteColumns", "contract");
  }

  @Override
  public ExportResult export(ExportRequest request) {
    Run run = new Run(request);
    run.models("");
    Set<String> customers = new LinkedHashSet<>();
    request.mappings().forEach(set -> customers.addAll(set.customers().keySet()));
    customers.stream().sorted().forEach(run::models);
    run.seeds();
    return new ExportResult(run.files, List.copyOf(run.gaps), run.problems);
  }

  @Override
  public Optional<Replay> replay() {
    return Optional.ofNullable(runner).map(DbtReplay::new);
  }

  /**
   * The model of a mapping as a customer has it.
   *
   * @param withTarget whether another mapping has the same source, so that the name says the target
   * @param quoted whether the source's columns are named in quotes
   */
  static DbtModel model(
      MappingSet set, Mapping mapping, String customer, boolean withTarget, boolean quoted) {
    return new DbtModel(set, mapping, customer, DbtNames.of(mapping, customer, withTarget), quoted);
  }

  /** One export on its way. */
  private static final class Run {
    final ExportRequest request;
    final List<OutputFile> files = new ArrayList<>();
    final Set<String> gaps = new LinkedHashSet<>();
    final List<Problem> problems = new ArrayList<>();
    final Map<String, DbtSeed> seeds = new TreeMap<>();

    Run(ExportRequest request) {
      this.request = request;
    }

    /** The models of one customer, or of the base, a folder for each system. */
    void models(String customer) {
      Map<DbtModel, MappingSet> made = new LinkedHashMap<>();
      for (MappingSet all : request.mappings()) {
        MappingSet set = all.as(customer);
        Mapping mapping = set.mapping(customer).orElse(null);
        if (mapping == null) {
          continue;
        }
        boolean quoted =
            Boolean.TRUE.equals(
                ExportText.settings(mapping, FORMAT, request.settings()).get("quoteColumns"));
        DbtModel model = model(set, mapping, customer, isTwice(set), quoted);
        ExportText.add(model.gaps(), mapping.id(), customer, gaps);
        if (model.columns().isEmpty()) {
          problems.add(nothing(mapping, customer));
        } else if (files.stream().anyMatch(f -> f.path().equals(model.names().file()))) {
          problems.add(twice(mapping, customer, model.names().model()));
        } else {
          files.add(new OutputFile(model.names().file(), model.text()));
          made.put(model, set);
          seeds(model, set.lookups());
        }
      }
      Map<String, List<DbtModel>> folders = new TreeMap<>();
      made.keySet()
          .forEach(m -> folders.computeIfAbsent(m.names().folder(), f -> new ArrayList<>()).add(m));
      folders.forEach((folder, models) -> properties(folder, models, made, customer));
    }

    private boolean isTwice(MappingSet set) {
      DbtNames names = DbtNames.of(set.base(), "", false);
      return request.mappings().stream()
              .filter(s -> DbtNames.of(s.base(), "", false).equals(names))
              .count()
          > 1;
    }

    private void properties(
        String folder, List<DbtModel> models, Map<DbtModel, MappingSet> made, String customer) {
      DbtNames names = models.get(0).names();
      Map<Object, Object> first = settings(models.get(0), made, customer);
      Map<String, Object> source = DbtProperties.source(names, first);
      Map<String, Map<String, Object>> tables = new LinkedHashMap<>();
      List<Map<String, Object>> entries = new ArrayList<>();
      for (DbtModel model : models) {
        MappingSet set = set(model, made);
        Mapping mapping = set.mapping(customer).orElse(set.base());
        Map<Object, Object> settings = settings(model, made, customer);
        tables.putIfAbsent(model.names().table(), DbtProperties.table(model.names(), settings));
        boolean contract = Boolean.TRUE.equals(settings.get("contract"));
        boolean typed = model.columns().stream().allMatch(c -> c.type() != null);
        if (contract && !typed) {
          problems.add(untyped(mapping, model));
        }
        String whose = customer.isEmpty() ? "" : " for " + customer;
        String title = mapping.title() == null ? mapping.id() : mapping.title();
        entries.add(
            DbtProperties.model(
                model,
                set.target(),
                mapping.key(),
                title + whose,
                contract && typed,
                List.copyOf(made.keySet())));
      }
      source.put("tables", List.copyOf(tables.values()));
      String name = "_" + names.source() + "__";
      files.add(
          new OutputFile(
              folder + name + "sources.yml", DbtProperties.file("sources", List.of(source))));
      files.add(
          new OutputFile(folder + name + "models.yml", DbtProperties.file("models", entries)));
    }

    private Map<Object, Object> settings(
        DbtModel model, Map<DbtModel, MappingSet> made, String customer) {
      MappingSet set = set(model, made);
      return ExportText.settings(
          set.mapping(customer).orElse(set.base()), FORMAT, request.settings());
    }

    private static MappingSet set(DbtModel model, Map<DbtModel, MappingSet> made) {
      MappingSet set = made.get(model);
      if (set == null) {
        throw new IllegalStateException("Every model was made of a mapping.");
      }
      return set;
    }

    private void seeds(DbtModel model, Lookups lookups) {
      lookups
          .tables()
          .forEach((name, table) -> {
            DbtSeed seed = new DbtSeed(name, table);
            if (model.seeds().contains(seed.name())) {
              seeds.putIfAbsent(seed.name(), seed);
            }
          });
    }

    void seeds() {
      if (seeds.isEmpty()) {
        return;
      }
      String folder = "seeds/crosswalk/";
      seeds.forEach((name, seed) -> files.add(new OutputFile(folder + name + ".csv", seed.csv())));
      files.add(
          new OutputFile(
              folder + "_crosswalk__seeds.yml",
              DbtProperties.file(
                  "seeds", seeds.values().stream().map(DbtSeed::properties).toList())));
    }

    private static Problem nothing(Mapping mapping, String customer) {
      return Problem.warning(
          "dbt-nothing",
          new Place(mapping.id(), 0, 0, "fields"),
          "No target of the mapping can be said in SQL"
              + (customer.isEmpty() ? "" : " for " + customer)
              + ", so it has no model.",
          "See what the export could not express.");
    }

    private static Problem twice(Mapping mapping, String customer, String model) {
      return Problem.error(
          "dbt-name",
          new Place(mapping.id(), 0, 0, "id"),
          "Two mappings make the model "
              + model
              + (customer.isEmpty() ? "" : " for " + customer)
              + ".",
          "Export them one at a time, each into a folder of its own with --out.");
    }

    private static Problem untyped(Mapping mapping, DbtModel model) {
      return Problem.warning(
          "dbt-contract",
          new Place(mapping.id(), 0, 0, "export.dbt.contract"),
          "The model "
              + model.names().model()
              + " has no contract, because the types of some columns are not known: "
              + String.join(
                  ", ",
                  model.columns().stream()
                      .filter(c -> c.type() == null)
                      .map(DbtModel.Column::name)
                      .toList())
              + ".",
          "Describe the target object in the workspace, with a type for each field.");
    }
  }
}
