package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.LanguageModel.ModelFailure;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a language model about the targets of which the engine is not certain. The model chooses
 * among the engine's own candidates, so no field can come through that the schemas do not have. Its
 * say is one more evidence; how much it counts is measured in the same call by targets that are
 * certain already. Without an answer everything stays as it was.
 */
public final class SecondOpinion {
  /** The word shown to people. */
  public static final String NAME = "model";

  private static final Reason CHOSEN = Reason.of(Reason.Kind.CHOSEN_BY_MODEL);
  private static final int MOST_FAILURES = 2;
  private static final double CERTAIN = 0.95;
  private static final double DISAGREES = 0.5;
  private static final double MOST_TRUST = 3;

  private final LanguageModel model;
  private final Memory memory;
  private final Options options;

  public SecondOpinion(LanguageModel model, Memory memory, Options options) {
    this.model = model;
    this.memory = memory;
    this.options = options;
  }

  /** Answers kept by the fingerprint of what was asked. */
  public interface Memory {
    Optional<String> get(String fingerprint);

    void put(String fingerprint, String answer);
  }

  /**
   * Bounds.
   *
   * @param below targets whose best candidate scores less are asked about
   * @param batch targets in one call
   * @param calls the most calls
   * @param candidates the most candidates shown for each target
   * @param values whether sample values may be sent; otherwise only metadata is
   */
  public record Options(double below, int batch, int calls, int candidates, boolean values) {
    public static final Options STANDARD = new Options(0.7, 12, 20, 6, false);
  }

  /**
   * What came of it.
   *
   * @param suggestions with the model's say, or as they were
   * @param asked targets that were asked about
   * @param calls made to the model; answers from memory need none
   * @param notes what went wrong, for people
   * @param heard what the model said, to be held against later suggestions too
   */
  public record Outcome(
      Suggestions suggestions, int asked, int calls, List<String> notes, Heard heard) {
    public Outcome {
      notes = List.copyOf(notes);
    }
  }

  /**
   * What a model said that counts.
   *
   * @param votes by target ({@code object.field}) the sources that it chose; none for "nothing
   *     fits"
   * @param weight log-odds that a vote is worth
   */
  public record Heard(Map<String, List<String>> votes, double weight) {
    public static final Heard NOTHING = new Heard(Map.of(), 0);

    public Heard {
      votes = Map.copyOf(votes);
    }

    /**
     * Suggestions that were made without the model, with what it said.
     *
     * @param shared targets that take a source even where another target has it
     */
    public Suggestions in(Suggestions suggestions, Set<String> shared) {
      return votes.isEmpty() || weight == 0 ? suggestions : improved(suggestions, this, shared);
    }
  }

  /** Improves suggestions that were made for this request. */
  public Outcome ask(MatchRequest request, Suggestions suggestions) {
    List<Integer> open = new ArrayList<>();
    List<Integer> certain = new ArrayList<>();
    List<TargetSuggestion> targets = suggestions.targets();
    for (int t = 0; t < targets.size(); t++) {
      List<Candidate> candidates = targets.get(t).candidates();
      if (candidates.size() > 1 && candidates.get(0).score() < options.below()) {
        open.add(t);
      } else if (candidates.size() > 1 && candidates.get(0).score() >= CERTAIN) {
        certain.add(t);
      }
    }
    // What is likely but not sure gains most.
    open.sort(Comparator.comparingDouble(t -> -targets.get(t).candidates().get(0).score()));
    ModelText text = new ModelText(request, options);
    Trust trust = new Trust();
    Map<Integer, Integer> votes = new LinkedHashMap<>();
    Set<String> notes = new LinkedHashSet<>();
    int calls = 0;
    int failures = 0;
    int asked = 0;
    int round = 0;
    int most = options.batch();
    Deque<List<Integer>> waiting = batches(open);
    while (!waiting.isEmpty() && failures < MOST_FAILURES) {
      List<Integer> part = waiting.removeFirst();
      if (part.size() > most) {
        waiting.addFirst(part.subList(most, part.size()));
        waiting.addFirst(part.subList(0, most));
        continue;
      }
      List<Integer> batch = new ArrayList<>(part);
      List<Integer> controls = controls(certain, round++);
      batch.addAll(controls);
      batch.sort(Comparator.naturalOrder());
      String question = text.question(batch.stream().map(targets::get).toList());
      String fingerprint = ModelText.fingerprint(question);
      Optional<String> known = memory.get(fingerprint);
      try {
        if (known.isEmpty() && calls >= options.calls()) {
          notes.add("The model was asked " + calls + " times, which is the limit.");
          break;
        }
        calls += known.isEmpty() ? 1 : 0;
        String answer =
            known.isPresent() ? known.get() : model.answer(ModelText.INSTRUCTIONS, question);
        Map<Integer, Integer> said = text.votes(answer, batch.stream().map(targets::get).toList());
        if (known.isEmpty()) {
          memory.put(fingerprint, answer);
        }
        asked += batch.size() - controls.size();
        said.forEach((place, vote) -> {
          int t = batch.get(place);
          if (controls.contains(t)) {
            trust.add(vote == 0);
          } else {
            votes.put(t, vote);
          }
        });
      } catch (ModelFailure e) {
        if (e.isTooMuch() && part.size() > 1) {
          // Models on one's own machine read little at once.
          most = part.size() / 2;
          waiting.addFirst(part);
          continue;
        }
        failures++;
        notes.add(e.getMessage() == null ? "The model gave no answer." : e.getMessage());
      }
    }
    double weight = trust.weight();
    if (!votes.isEmpty() && weight == 0) {
      notes.add(
          "The model was right about "
              + trust.right
              + " of "
              + trust.all
              + " fields that are certain, so its votes do not count.");
    }
    Map<String, List<String>> said = new HashMap<>();
    votes.forEach((t, vote) -> {
      TargetSuggestion target = targets.get(t);
      said.put(target.target(), vote < 0 ? List.of() : target.candidates().get(vote).sources());
    });
    Heard heard = new Heard(said, weight);
    return new Outcome(
        heard.in(suggestions, request.shared()), asked, calls, List.copyOf(notes), heard);
  }

  private Deque<List<Integer>> batches(List<Integer> open) {
    Deque<List<Integer>> out = new ArrayDeque<>();
    for (int from = 0; from < open.size(); from += options.batch()) {
      out.add(open.subList(from, Math.min(open.size(), from + options.batch())));
    }
    return out;
  }

  /** A few targets that are certain, others for each batch, by which the model is measured. */
  private static List<Integer> controls(List<Integer> certain, int batch) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < Math.min(3, certain.size()); i++) {
      int t = certain.get((batch * 3 + i) % certain.size());
      if (!out.contains(t)) {
        out.add(t);
      }
    }
    return out;
  }

  private static Suggestions improved(Suggestions before, Heard heard, Set<String> shared) {
    List<List<Ranked>> all = new ArrayList<>();
    for (int t = 0; t < before.targets().size(); t++) {
      List<Ranked> row = new ArrayList<>();
      List<Candidate> candidates = before.targets().get(t).candidates();
      List<String> vote = heard.votes().get(before.targets().get(t).target());
      for (Candidate c : candidates) {
        Candidate said = vote == null ? c : heard(c, c.sources().equals(vote), heard.weight());
        row.add(Ranked.again(said, c.equals(before.targets().get(t).chosen())));
      }
      if (vote != null) {
        row.sort(Ranked.BEST_FIRST);
      }
      all.add(row);
    }
    Map<Integer, Ranked> chosen =
        Assignment.choose(all, t -> shared.contains(before.targets().get(t).target()));
    List<TargetSuggestion> out = new ArrayList<>();
    for (int t = 0; t < all.size(); t++) {
      TargetSuggestion old = before.targets().get(t);
      Ranked choice = chosen.get(t);
      out.add(
          new TargetSuggestion(
              old.targetObject(),
              old.targetField(),
              choice == null ? null : choice.candidate(),
              all.get(t).stream().map(Ranked::candidate).toList()));
    }
    return new Suggestions(before.pairs(), out);
  }

  private static Candidate heard(Candidate c, boolean chosen, double weight) {
    double score = Math.max(1e-4, Math.min(1 - 1e-4, c.score()));
    double z = Math.log(score / (1 - score)) + (chosen ? weight : -DISAGREES * weight);
    Map<String, Double> evidence = new LinkedHashMap<>(c.evidence());
    evidence.put(NAME, chosen ? 1.0 : 0.0);
    return new Candidate(
        c.sourceObject(),
        c.sourceFields(),
        Weights.probability(z),
        chosen ? c.because().then(Why.Joint.ASIDE, CHOSEN) : c.because(),
        evidence,
        c.use(),
        c.values(),
        c.crosses());
  }

  /** How often the model is right where the answer is known, and what that makes it count. */
  private static final class Trust {
    private int right;
    private int all;

    void add(boolean isRight) {
      all++;
      right += isRight ? 1 : 0;
    }

    /** Log-odds that a vote is worth: 0 where the model is no better than chance. */
    double weight() {
      // As if it had been right two times of three before: little is known from three controls.
      double share = (right + 2.0) / (all + 3.0);
      double odds = Math.log(share / (1 - share));
      return share < 0.6 ? 0 : Math.min(MOST_TRUST, 1.5 * odds);
    }
  }

  /** Keeps answers as long as it lives. */
  public static Memory inMemory() {
    Map<String, String> kept = new HashMap<>();
    return new Memory() {
      @Override
      public Optional<String> get(String fingerprint) {
        return Optional.ofNullable(kept.get(fingerprint));
      }

      @Override
      public void put(String fingerprint, String answer) {
        kept.put(fingerprint, answer);
      }
    };
  }
}
