package dev.crosswalk.app.run;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.Counts;
import dev.crosswalk.engine.run.Mark;
import dev.crosswalk.engine.run.RunState;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an unfinished run leaves beside its output, from which it can go on.
 *
 * @param identity SHA-256 of everything but the input that decides about the result
 * @param state how far the run is; all of it is safely on the disk
 * @param outSum CRC-32C of the output so far
 * @param rejectSum CRC-32C of the rejects so far
 */
record Journal(String identity, RunState state, long outSum, long rejectSum) {
  private static final String FORMAT = "crosswalk-journal/1";
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static Journal start(String identity) {
    return new Journal(identity, RunState.START, 0, 0);
  }

  String write() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", FORMAT);
    map.put("identity", identity);
    map.put("mark", state.mark());
    map.put("counts", state.counts());
    map.put("outBytes", state.outBytes());
    map.put("rejectBytes", state.rejectBytes());
    map.put("outSum", outSum);
    map.put("rejectSum", rejectSum);
    return JSON.writeValueAsString(map) + "\n";
  }

  /**
   * @throws ProblemException {@code journal-unreadable}
   */
  static Journal read(String text, String file) {
    try {
      Content content = JSON.readValue(text, Content.class);
      if (!FORMAT.equals(content.format())) {
        throw unreadable(file, "it is not one of this version of Crosswalk");
      }
      return new Journal(
          content.identity(),
          new RunState(content.mark(), content.counts(), content.outBytes(), content.rejectBytes()),
          content.outSum(),
          content.rejectSum());
    } catch (JacksonException | NullPointerException e) {
      throw unreadable(file, "it is damaged");
    }
  }

  private record Content(
      String format,
      String identity,
      Mark mark,
      Counts counts,
      long outBytes,
      long rejectBytes,
      long outSum,
      long rejectSum) {}

  private static ProblemException unreadable(String file, String why) {
    return new ProblemException(
        Problem.error(
            "journal-unreadable",
            Place.of(file),
            "The journal of the unfinished run cannot be used: " + why + ".",
            "Remove it to begin anew."));
  }
}
