package dev.crosswalk.app;

import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.engine.golden.MaskKey;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * Where the mask key is: in the environment, for a team that shares one; else in the secret store,
 * made at the first need. Never in the workspace.
 */
public final class MaskKeys {
  /** The environment's variable. */
  public static final String VARIABLE = "CROSSWALK_MASK_KEY";

  private static final String OWNER = "crosswalk";
  private static final String NAME = "mask-key";
  private static final int BYTES = 32;

  private MaskKeys() {}

  /**
   * The key; made and kept where there is none yet.
   *
   * @throws ProblemException {@code mask-key} where the one given is too short
   */
  public static MaskKey find(SecretStore secrets, Map<String, String> environment) {
    String given = environment.get(VARIABLE);
    if (given != null && !given.isBlank()) {
      byte[] bytes = given.strip().getBytes(StandardCharsets.UTF_8);
      if (bytes.length < MaskKey.SHORTEST) {
        throw new ProblemException(
            Problem.error(
                "mask-key",
                null,
                "The mask key in " + VARIABLE + " is too short to keep anybody from guessing.",
                "Give at least "
                    + MaskKey.SHORTEST
                    + " random characters, such as those of: openssl rand -hex 32."));
      }
      return MaskKey.of(bytes);
    }
    String kept = secrets.get(OWNER, NAME).orElse(null);
    if (kept == null) {
      byte[] fresh = new byte[BYTES];
      new java.security.SecureRandom().nextBytes(fresh);
      kept = HexFormat.of().formatHex(fresh);
      secrets.put(OWNER, NAME, kept);
    }
    return MaskKey.of(kept.getBytes(StandardCharsets.UTF_8));
  }
}
