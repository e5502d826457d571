package dev.crosswalk.connectors.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small HTTP client for the sandbox's tests, which does not share code with the product. */
final class Client {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private String token = "";

  Client(SandboxAccount account) {
    this.base = account.baseUrl();
  }

  Client token(String value) {
    this.token = value;
    return this;
  }

  /** Signs in by client credentials. */
  static Client signedIn(SandboxAccount account) {
    Client client = new Client(account);
    JsonNode answer =
        client.form(
            "/services/oauth2/token",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", account.credential("clientId"),
                "client_secret", account.credential("clientSecret")));
    return client.token(answer.path("access_token").asString(""));
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
    if (!token.isEmpty()) {
      builder.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      builder.headers(headers);
    }
    return send(builder.build());
  }

  JsonNode json(String path, String... headers) {
    return JSON.readTree(get(path, headers).body());
  }

  HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      builder.header("Authorization", "Bearer " + token);
    }
    return send(builder.build());
  }

  JsonNode post(String path, String body) {
    return JSON.readTree(send("POST", path, "application/json", body).body());
  }

  JsonNode form(String path, Map<String, String> fields) {
    return JSON.readTree(formAnswer(path, fields).body());
  }

  HttpResponse<String> formAnswer(String path, Map<String, String> fields) {
    return send("POST", path, "application/x-www-form-urlencoded", encode(fields));
  }

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
