package dev.crosswalk.connectors.model;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What servers of the same form of request answer in ways that differ. */
final class ChatAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DATA = "data:";

  private ChatAnswer() {}

  /**
   * The text of the message.
   *
   * @param host named in failures
   */
  static String of(String text, String host) throws ChatFailure {
    try {
      return text.stripLeading().startsWith(DATA) ? streamed(text, host) : whole(text, host);
    } catch (JacksonException e) {
      throw new ChatFailure("The answer of " + host + " is not JSON.", e);
    }
  }

  private static String whole(String text, String host) throws ChatFailure {
    JsonNode choice = JSON.readTree(text).path("choices").path(0);
    String content = content(choice.path("message").path("content"));
    complete(choice, host);
    if (content.isEmpty()) {
      throw new ChatFailure("The answer of " + host + " holds no message.");
    }
    return content;
  }

  /** Some servers stream though nobody asked for it. */
  private static String streamed(String text, String host) throws ChatFailure {
    StringBuilder content = new StringBuilder();
    for (String line : text.lines().toList()) {
      String data = line.startsWith(DATA) ? line.substring(DATA.length()).strip() : "";
      if (!data.isEmpty() && !data.equals("[DONE]")) {
        JsonNode choice = JSON.readTree(data).path("choices").path(0);
        content.append(content(choice.path("delta").path("content")));
        complete(choice, host);
      }
    }
    if (content.isEmpty()) {
      throw new ChatFailure("The answer of " + host + " holds no message.");
    }
    return content.toString();
  }

  /** A text, or parts of which some are texts. */
  private static String content(JsonNode content) {
    if (content.isString()) {
      return content.asString();
    }
    StringBuilder out = new StringBuilder();
    for (JsonNode part : content.values()) {
      JsonNode text = part.path("text");
      out.append(text.isString() ? text.asString() : "");
    }
    return out.toString();
  }

  private static void complete(JsonNode choice, String host) throws ChatFailure {
    JsonNode reason = choice.path("finish_reason");
    if (reason.isString() && reason.asString().equals("length")) {
      throw new ChatFailure(
          "The answer of " + host + " was cut off, as it grew longer than the model may answer.",
          null,
          true);
    }
  }
}
