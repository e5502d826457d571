package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets in files: values with the prefixes that vendors give their tokens, and long random
 * values under a key that speaks of a secret. Messages never repeat the value.
 */
final class SecretScan {
  /** Bits of entropy for each character, above which a value of 16 and more looks random. */
  private static final double RANDOM = 3.3;

  /** In order: what a line holds of several is said by the first. */
  private static final List<Token> KNOWN =
      List.of(
          new Token("a private key", Pattern.compile("-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----")),
          new Token(
              "a Salesforce session",
              Pattern.compile("\\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{20,}")),
          new Token("a Salesforce refresh token", Pattern.compile("\\b5Aep861[A-Za-z0-9._]{20,}")),
          new Token(
              "a HubSpot token",
              Pattern.compile("\\bpat-(?:na|eu|ap)\\d-[0-9a-f]{8}-[0-9a-f-]{20,}")),
          new Token("an AWS key", Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b")),
          new Token("a GitHub token", Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,}")),
          new Token("a GitLab token", Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20,}")),
          new Token("a Slack token", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}")),
          new Token(
              "an API key",
              Pattern.compile("\\b(?:sk|rk)[_-](?:live|ant|proj)[_-][A-Za-z0-9_-]{16,}")),
          new Token(
              "a signed token",
              Pattern.compile(
                  "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+")));

  private record Token(String what, Pattern pattern) {}

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b[\\w.-]{0,40}(?:secret|token|passw(?:or)?d|api_?key|credential|bearer)[\\w.-]{0,20}"
              + "[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?(?<value>[A-Za-z0-9+/_.!~-]{16,}=*)");

  private SecretScan() {}

  static List<Problem> scan(String file, String text) {
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      // A line of a YAML or JSON file that long is data, and the patterns need not run on all of
      // it.
      String part = line.length() > 4000 ? line.substring(0, 4000) : line;
      String found = known(part);
      if (found == null) {
        Matcher named = NAMED.matcher(part);
        found =
            named.find() && entropy(named.group("value")) > RANDOM
                ? "a random value under a key that speaks of a secret"
                : null;
      }
      if (found != null) {
        problems.add(
            Problem.error(
                "FM140",
                new Place(file, number, 0, null),
                "The line holds what looks like " + found + ".",
                "Remove it, make it invalid where it came from, and keep it in the keychain with"
                    + " crosswalk connect."));
      }
    }
    return problems;
  }

  private static @org.jspecify.annotations.Nullable String known(String line) {
    for (Token token : KNOWN) {
      if (token.pattern().matcher(line).find()) {
        return token.what();
      }
    }
    return null;
  }

  private static double entropy(String value) {
    Map<Character, Integer> counts = new HashMap<>();
    for (char c : value.toCharArray()) {
      counts.merge(c, 1, Integer::sum);
    }
    double bits = 0;
    for (int count : counts.values()) {
      double share = count / (double) value.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
