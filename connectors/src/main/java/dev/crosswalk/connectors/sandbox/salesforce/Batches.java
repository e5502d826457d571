package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /composite/batch} and {@code /composite}: several reading calls in one. */
final class Batches {
  private static final int MAX = 25;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Answers one part of a batch. */
  @FunctionalInterface
  interface Part {
    Response handle(Request request, String version, List<String> parts);
  }

  private final Part handler;

  Batches(Part handler) {
    this.handler = handler;
  }

  Response handle(Request request, String version, String kind) {
    boolean batch = kind.equals("batch");
    if (!batch && !kind.isEmpty()) {
      return Errors.notFound();
    }
    JsonNode body;
    try {
      body = JSON.readTree(request.body());
    } catch (JacksonException e) {
      return Errors.of(400, "JSON_PARSER_ERROR", String.valueOf(e.getOriginalMessage()));
    }
    JsonNode list = body.path(batch ? "batchRequests" : "compositeRequest");
    if (!list.isArray() || list.isEmpty()) {
      return Errors.of(
          400,
          "INVALID_INPUT",
          (batch ? "batchRequests" : "compositeRequest") + " must hold at least one request");
    }
    if (list.size() > MAX) {
      return Errors.of(
          400, "LIMIT_EXCEEDED", "The number of requests exceeds the limit of " + MAX + ".");
    }
    List<Object> results = new ArrayList<>();
    boolean failed = false;
    for (JsonNode each : list.values()) {
      Response response = part(request, version, each);
      JsonNode answer =
          response.text().isEmpty() ? JSON.nullNode() : JSON.readTree(response.text());
      boolean bad = response.status() >= 400;
      failed |= bad;
      results.add(batch ? batchResult(response, answer) : compositeResult(each, response, answer));
      if (bad && batch && body.path("haltOnError").asBoolean(false)) {
        break;
      }
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    if (batch) {
      answer.put("hasErrors", failed);
      answer.put("results", results);
    } else {
      answer.put("compositeResponse", results);
    }
    return Response.json(200, answer);
  }

  private static Map<String, Object> batchResult(Response response, JsonNode answer) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("statusCode", response.status());
    result.put("result", answer);
    return result;
  }

  private static Map<String, Object> compositeResult(
      JsonNode part, Response response, JsonNode answer) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("body", answer);
    result.put("httpHeaders", Map.of());
    result.put("httpStatusCode", response.status());
    result.put("referenceId", part.path("referenceId").asString(""));
    return result;
  }

  /** The URL of a part is {@code v67.0/sobjects/…} or {@code /services/data/v67.0/sobjects/…}. */
  private Response part(Request outer, String version, JsonNode part) {
    String url = part.path("url").asString("");
    int mark = url.indexOf('?');
    String path = mark < 0 ? url : url.substring(0, mark);
    List<String> parts =
        new ArrayList<>(Resources.split(path.replaceFirst("^/services/data/", "")));
    if (parts.isEmpty() || !parts.removeFirst().matches("v\\d{2,3}\\.0")) {
      return Errors.notFound();
    }
    Request inner =
        new Request(
            part.path("method").asString("GET"),
            path,
            Request.parameters(mark < 0 ? "" : url.substring(mark + 1)),
            Map.of("authorization", outer.header("authorization")),
            "");
    return !parts.isEmpty() && parts.getFirst().equals("composite")
        ? Errors.of(400, "INVALID_BATCH_REQUEST", "a batch cannot hold a batch")
        : handler.handle(inner, version, parts);
  }
}
