package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.ModelConsent;
import dev.crosswalk.app.workspace.SecondOpinions;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.SecondOpinion;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command asks a language model for a second opinion; off unless a person says so. */
final class ModelOptions {
  @Option(
      names = "--second-opinion",
      description =
          "ask a language model about targets of which the engine is not certain; sends names,"
              + " labels, descriptions, types and picklists of fields, no values")
  private boolean ask;

  @Option(
      names = "--model-url",
      paramLabel = "URL",
      description = "address of its API, such as http://localhost:11434/v1")
  private @Nullable String url;

  @Option(names = "--model", paramLabel = "NAME", description = "name of the model there")
  private @Nullable String name;

  @Option(
      names = "--model-key-env",
      paramLabel = "VARIABLE",
      description = "environment variable that holds the key, where one is needed")
  private @Nullable String keyVariable;

  @Option(
      names = "--model-values",
      description = "send a few sample values too, where the schema files hold any")
  private boolean values;

  @Option(
      names = "--model-agree",
      description = "agree that this is sent to this address, and remember it")
  private boolean agree;

  @Option(
      names = "--model-timeout",
      paramLabel = "SECONDS",
      description = "for each answer (default: ${DEFAULT-VALUE})")
  private int timeout = 30;

  /** The suggestions with the model's say, or as they are where nobody asked for it. */
  Suggestions improved(CliContext context, MatchRequest request, Suggestions suggestions) {
    if (!ask) {
      return suggestions;
    }
    ModelConsent store = new ModelConsent(context.directories());
    ModelConsent.Setting setting = setting(store);
    String key = keyVariable == null ? "" : context.environment().getOrDefault(keyVariable, "");
    if (keyVariable != null && key.isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "model-key-missing",
              null,
              "The environment variable " + keyVariable + " is not set.",
              "Set it to the key of the language model, or leave --model-key-env out."));
    }
    SecondOpinion model =
        SecondOpinions.of(setting, key, Duration.ofSeconds(timeout), store.memory(setting));
    if (agree) {
      // Only now: an address that cannot be used is not remembered as agreed.
      store.write(setting);
    }
    SecondOpinion.Outcome outcome = model.ask(request, suggestions);
    outcome.notes().forEach(context::say);
    context.say(
        "The language model was asked about "
            + outcome.asked()
            + " targets in "
            + outcome.calls()
            + (outcome.calls() == 1 ? " call." : " calls."));
    return outcome.suggestions();
  }

  private ModelConsent.Setting setting(ModelConsent store) {
    ModelConsent.Setting stored = store.read().orElse(null);
    String address = url != null ? url : stored == null ? null : stored.url();
    String model = name != null ? name : stored == null ? null : stored.model();
    if (address == null || model == null) {
      throw new ProblemException(
          Problem.error(
              "model-unknown",
              null,
              "No language model has been set up.",
              "Give --model-url and --model."));
    }
    ModelConsent.Setting wanted = new ModelConsent.Setting(address, model, values);
    if (!agree && (stored == null || !stored.allows(wanted))) {
      throw new ProblemException(
          Problem.error(
              "model-consent",
              null,
              "Nobody has agreed yet that "
                  + (values ? "schema metadata and sample values are" : "schema metadata is")
                  + " sent to "
                  + address
                  + ".",
              "Repeat the command with --model-agree to agree; it is remembered for this address."));
    }
    return wanted;
  }
}
