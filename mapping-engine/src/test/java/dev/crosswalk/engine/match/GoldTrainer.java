package dev.crosswalk.engine.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Learns the weights from gold data, for each family without that family, and measures. Run by the
 * profiles {@code match-gold} and {@code match-train}; arguments: gold folders separated by commas
 * and, to keep the weights learned from all sets, the file to write. With the system property
 * {@code gold.weights=shipped} nothing is learned: the weights that the product has are measured,
 * on data that they were not learned from.
 */
public final class GoldTrainer {
  /** The baselines that take no time for each pair; the others stand far behind them on CRMs. */
  private static final List<Baseline> QUICK = List.of(Baseline.TOKEN_JACCARD, Baseline.TF_IDF);

  private final List<GoldBlock> blocks = new ArrayList<>();
  private final Map<Set<String>, Weights> learned = new LinkedHashMap<>();

  private GoldTrainer(List<GoldSet> sets) {
    for (GoldSet set : sets) {
      blocks.addAll(GoldBlock.of(set, Thesaurus.standard()));
    }
  }

  public static void main(String[] args) throws IOException {
    List<GoldSet> sets = new ArrayList<>();
    for (String folder : args[0].split(",")) {
      if (Files.isDirectory(Path.of(folder))) {
        sets.addAll(GoldSet.all(Path.of(folder)));
      }
    }
    if ("shipped".equals(System.getProperty("gold.weights"))) {
      print(sets, "With the weights that the product has", set -> new FieldMatcher());
      return;
    }
    GoldTrainer trainer = new GoldTrainer(sets);
    Map<String, Weights> without = new LinkedHashMap<>();
    trainer.families().forEach(f -> without.put(f, trainer.calibrated(Set.of(f))));
    GoldReport report =
        print(
            sets,
            "Trained without the family of the set",
            set -> new FieldMatcher(Thesaurus.standard(), without.get(set.family())));
    List<GoldSet> composed = ComposedGold.of(sets);
    if (!composed.isEmpty()) {
      OurMatcher ours =
          new OurMatcher(set -> new FieldMatcher(Thesaurus.standard(), without.get(set.family())));
      System.out.print(
          "\nComposed of two sets of one author, trained without the author:\n\n"
              + GoldReport.of(composed, ours, QUICK).summary());
    }
    if (args.length > 1) {
      Files.writeString(
          Path.of(args[1]),
          "# How much each feature counts (log-odds). Written by the command in docs/matching.md;\n"
              + "# without this file the engine works with its prior.\n"
              + trainer.calibrated(Set.of()).text());
    }
    if (args.length > 2) {
      report.misses().forEach(System.out::println);
    }
  }

  private static GoldReport print(
      List<GoldSet> sets, String title, Function<GoldSet, FieldMatcher> matcher) {
    GoldReport report = GoldReport.of(sets, new OurMatcher(matcher));
    System.out.print(title + ":\n\n" + report.table());
    System.out.print("\nDecisions fed back:\n\n" + new GoldHistory(matcher).table(sets));
    return report;
  }

  private Set<String> families() {
    Set<String> families = new LinkedHashSet<>();
    blocks.forEach(b -> families.add(b.set().family()));
    return families;
  }

  private List<GoldBlock> only(Predicate<String> family) {
    return blocks.stream().filter(b -> family.test(b.set().family())).toList();
  }

  private Weights without(Set<String> families) {
    return learned.computeIfAbsent(families, f -> new Learner(only(x -> !f.contains(x))).learn());
  }

  /** Weights learned without these families, calibrated on families that were left out in turn. */
  private Weights calibrated(Set<String> families) {
    Caution firsts = new Caution();
    for (String family : families()) {
      if (!families.contains(family)) {
        Set<String> both = new TreeSet<>(families);
        both.add(family);
        Weights weights = without(both);
        for (GoldBlock b : only(family::equals)) {
          double[][] z = new Scorer(b.features().names(), weights).score(b.block());
          for (int t = 0; t < z.length; t++) {
            if (b.mapped()[t] && z[t].length > 0) {
              int best = 0;
              for (int k = 1; k < z[t].length; k++) {
                best = z[t][k] > z[t][best] ? k : best;
              }
              firsts.add(b.set().name(), z[t][best], b.right()[t][best]);
            }
          }
        }
      }
    }
    return new Weights(without(families).values(), firsts.calibration());
  }
}
