package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.ApiFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Logins by requests of the definition's own. */
final class StepsSignInTest extends SignInAtAServer {
  @Test
  void loginByStepsAndAgainWhenTheSessionIsOver() throws IOException {
    answer(
        "/login",
        json(200, "{\"result\": {\"uid\": 7}}")
            .newBuilder()
            .addHeader(
                "Set-Cookie",
                "session_id=s-secret-1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/")
            .build(),
        json(200, "{\"result\": {\"uid\": 7}}")
            .newBuilder()
            .addHeader("Set-Cookie", "session_id=s-secret-2; Path=/")
            .build());
    answer("/objects", json(401, "{}"), json(200, "{\"objects\": [{\"name\": \"a\"}]}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         body: {login: '${user}', password: '${secret}'}, capture: {uid: result.uid}, captureSecret: {session: '$cookies.session_id'}}],
         headers: {Cookie: 'session_id=${session}', X-User: '${uid}'}}\
        """;
    try (Session session = open(auth, Map.of("user", "u"), Map.of("secret", "pass-word"))) {
      session.objects(Progress.NONE);
    }
    assertThat(asked.get(0)).isEqualTo("POST /login {\"login\":\"u\",\"password\":\"pass-word\"}");
    assertThat(last().getHeaders().get("Cookie")).isEqualTo("session_id=s-secret-2");
    assertThat(last().getHeaders().get("X-User")).isEqualTo("7");
    assertThat(engines.log.entries().toString()).doesNotContain("s-secret", "pass-word");
  }

  /** As Tryton wants it: the session joined with the user's name and number, in base 64. */
  @Test
  void aSessionCanBeJoinedWithInputsAndEncoded() throws IOException {
    answer("/login", json(200, "{\"result\": [7, \"s-secret\"]}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         body: {login: '${user}', password: '${secret}'},
         captureSecret: {ticket: "$base64encode($inputs.user & ':' & result[0] & ':' & result[1])"}}],
         headers: {Authorization: 'Session ${ticket}'}}\
        """;
    try (Session session = open(auth, Map.of("user", "u"), Map.of("secret", "pass-word"))) {
      session.objects(Progress.NONE);
    }
    String ticket =
        Base64.getEncoder().encodeToString("u:7:s-secret".getBytes(StandardCharsets.UTF_8));
    assertThat(last().getHeaders().get("Authorization")).isEqualTo("Session " + ticket);
    assertThat(engines.log.entries().toString()).doesNotContain("s-secret", ticket, "pass-word");
  }

  /** What is captured may stand in addresses, so it must not be made of what the person typed. */
  @Test
  void onlyWhatIsKeptSecretSeesTheInputs() throws IOException {
    answer("/login", json(200, "{}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         form: {password: '${secret}'}, capture: {stolen: $inputs.secret}}], headers: {X: '${stolen}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "pass-word"))) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
    }
    assertThat(asked).hasSize(1);
  }

  /** A system may call it a lack of rights that a token has run out. */
  @Test
  void aRuleMaySayThatANewTokenMayHelp() throws IOException {
    answer("/login", json(200, "{\"id\": \"s-one\"}"), json(200, "{\"id\": \"s-two\"}"));
    MockResponse refused = json(200, "{\"error\": \"NO_RIGHTS\"}");
    answer("/objects", refused, json(200, "{\"objects\": [{\"name\": \"a\"}]}"));
    String auth =
        """
        {id: way, type: steps, label: Key, steps: [
          {post: 'http://127.0.0.1:PORT/login', form: {key: k}, captureSecret: {session: id}}],
         query: {session: '${session}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of())) {
      assertThat(session.objects(Progress.NONE)).hasSize(1);
    }
    assertThat(asked)
        .containsExactly(
            "POST /login key=k", "GET /objects ", "POST /login key=k", "GET /objects ");
    assertThat(last().getUrl().queryParameter("session")).isEqualTo("s-two");
  }

  /**
   * As vtiger wants it: a challenge, its digest with the key, and a session in the address of each
   * request. Neither the key nor the session may be seen anywhere.
   */
  @Test
  void aChallengeIsAnsweredWithADigest() throws IOException {
    answer("/challenge", json(200, "{\"token\": \"t1\"}"), json(200, "{\"token\": \"t2\"}"));
    answer("/login", json(200, "{\"id\": \"s-one\"}"), json(200, "{\"id\": \"s-two\"}"));
    answer(
        "/objects",
        json(200, "{\"error\": \"INVALID_SESSION\"}"),
        json(200, "{\"objects\": [{\"name\": \"a\"}]}"));
    String auth =
        """
        {id: way, type: steps, label: Key, steps: [
          {get: 'http://127.0.0.1:PORT/challenge', captureSecret: {ticket: "$hash(token & $inputs.secret, 'md5')"}},
          {post: 'http://127.0.0.1:PORT/login', form: {key: '${ticket}'}, captureSecret: {session: id}}],
         query: {session: '${session}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "k-secret"))) {
      assertThat(session.objects(Progress.NONE)).hasSize(1);
    }
    assertThat(asked)
        .containsExactly(
            "GET /challenge ",
            "POST /login key=" + md5("t1k-secret"),
            "GET /objects ",
            "GET /challenge ",
            "POST /login key=" + md5("t2k-secret"),
            "GET /objects ");
    assertThat(last().getUrl().queryParameter("session")).isEqualTo("s-two");
    assertThat(engines.log.entries().toString())
        .doesNotContain("k-secret", "s-one", "s-two", md5("t1k-secret"));
  }

  private static String md5(String text) {
    try {
      byte[] bytes = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The author's mistake must not look like the person's wrong password. */
  @Test
  void whatCannotBeCapturedIsNotARefusedPassword() throws IOException {
    answer("/login", json(200, "{\"token\": \"t\"}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         form: {password: '${secret}'}, captureSecret: {ticket: "$hash(token & $inputs.secret, 'md9')"}}],
         headers: {X: '${ticket}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "pass-word"))) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.INVALID_REQUEST);
      assertThat(e.problem().what())
          .contains("'ticket' could not be taken", "'md9' is unknown")
          .doesNotContain("pass-word");
      assertThat(e.problem().next()).contains("captureSecret");
    }
  }

  @Test
  void aRefusalWithAWebPageIsToldWithoutThePage() throws IOException {
    answer(
        "/login",
        new MockResponse.Builder()
            .code(401)
            .addHeader("Content-Type", "text/html")
            .body("<!doctype html>\n<title>401 Unauthorized</title>")
            .build());
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         form: {password: '${secret}'}, captureSecret: {session: result}}], headers: {X: '${session}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "pass-word"))) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).problem().what())
          .isEqualTo("The login was refused (status 401).");
    }
  }

  @Test
  void aLoginThatSaysFalseIsARefusal() throws IOException {
    answer("/login", json(200, "{\"result\": false}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         form: {password: '${secret}'}, captureSecret: {session: result}}], headers: {X: '${session}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "pass-word"))) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
    }
    assertThat(asked).containsExactly("POST /login password=pass-word");
  }
}
