package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers as the standards say, and sessions that sign in to it. */
abstract class SignInAtAServer {
  @TempDir Path folder;
  final MockWebServer server = new MockWebServer();
  final Map<String, Deque<MockResponse>> answers = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  final List<RecordedRequest> requests = new ArrayList<>();
  Engines engines;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public synchronized MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            String path = request.getUrl().encodedPath();
            asked.add(request.getMethod() + " " + path + " " + body(request));
            Deque<MockResponse> queued = answers.getOrDefault(path, new ArrayDeque<>());
            return queued.isEmpty()
                ? json(200, "{\"objects\": [{\"name\": \"a\"}]}")
                : queued.size() == 1 ? queued.getFirst() : queued.removeFirst();
          }
        });
    server.start();
    engines = new Engines(folder);
    engines.approved.add("login.acme.example");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  void answer(String path, MockResponse... responses) {
    answers.put(path, new ArrayDeque<>(List.of(responses)));
  }

  Session open(String auth, Map<String, String> settings, Map<String, String> secrets)
      throws IOException {
    return engines
        .catalog(
            """
            connector: 1
            id: acme
            name: Acme
            inputs:
              clientId: {label: Id, optional: true}
              user: {label: User, optional: true}
              secret: {label: Secret, secret: true, optional: true}
              other: {label: Other, secret: true, optional: true}
            auth:
              - AUTH
            http: {base: 'http://127.0.0.1:PORT', allowHosts: ['127.0.0.1', 'login.acme.example']}
            objects: {request: {get: /objects}, items: objects, map: {name: name}}
            fields: {request: {get: '/fields'}, items: fields, map: {name: name, native: type}}
            types: {"*": any}
            errors: {rules: [
              {when: "body.error='INVALID_SESSION'", as: token-expired},
              {when: "body.error='NO_RIGHTS'", as: forbidden, then: refresh-once}]}
            """
                .replace("AUTH", auth)
                .replace("PORT", String.valueOf(server.getPort())))
        .open(new ConnectionProfile("acme", "acme", "way", settings), secrets);
  }

  RecordedRequest last() {
    return requests.getLast();
  }
}
