package dev.crosswalk.connectors.model;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A language model behind {@code POST …/chat/completions}, the form of request that nearly all
 * servers understand, local ones too. Time and size of an answer are bounded, redirects are not
 * followed, and the key is in no message.
 */
public final class ChatModel {
  private static final long MOST_BYTES = 1 << 20;

  /** Hosts that are this computer: a name that only begins like its address may be anybody's. */
  private static final Pattern LOCAL = Pattern.compile("localhost|::1|127(\\.[0-9]{1,3}){3}");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OkHttpClient client;
  private final HttpUrl url;
  private final String model;
  private final String key;
  private final Duration timeout;

  /** Until the server says that its model cannot. */
  private volatile boolean coldly = true;

  /**
   * @param base address of the API, such as {@code http://localhost:11434/v1}
   * @param model its name at the server
   * @param key sent as a bearer token; empty for none
   * @param timeout for one whole answer
   * @throws ProblemException if the address is none, or the key would travel unprotected
   */
  public ChatModel(String base, String model, String key, Duration timeout) {
    this.url = address(base, key);
    this.model = model;
    this.key = key;
    this.timeout = timeout;
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(timeout)
            .readTimeout(timeout)
            .writeTimeout(timeout)
            .callTimeout(timeout)
            .build();
  }

  private static HttpUrl address(String base, String key) {
    HttpUrl url = HttpUrl.parse(base);
    if (url == null) {
      throw new ProblemException(
          Problem.error(
              "model-address",
              null,
              "'" + base + "' is no web address of a language model.",
              "Give the address of its API, such as http://localhost:11434/v1."));
    }
    if (!url.isHttps() && !LOCAL.matcher(url.host()).matches() && !key.isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "model-key-unprotected",
              null,
              "The key would be sent to " + url.host() + " without encryption.",
              "Use an https address."));
    }
    return url.newBuilder().addPathSegments("chat/completions").build();
  }

  /**
   * The model's answer.
   *
   * @throws ChatFailure where there is none, in time and of a sensible size
   */
  public String answer(String instructions, String question) throws ChatFailure {
    try {
      return answer(body(instructions, question, coldly));
    } catch (Refused e) {
      if (!coldly || !e.about("temperature")) {
        throw e.failure();
      }
      coldly = false;
    }
    try {
      return answer(body(instructions, question, false));
    } catch (Refused e) {
      throw e.failure();
    }
  }

  /**
   * @param coldly whether the same question shall have the same answer, which some models refuse
   */
  private String body(String instructions, String question, boolean coldly) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", model);
    if (coldly) {
      body.put("temperature", 0);
    }
    body.put("stream", false);
    body.put(
        "messages",
        List.of(
            Map.of("role", "system", "content", instructions),
            Map.of("role", "user", "content", question)));
    return JSON.writeValueAsString(body);
  }

  private String answer(String body) throws ChatFailure, Refused {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .post(RequestBody.create(body, MediaType.get("application/json")));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    try (Response response = client.newCall(request.build()).execute()) {
      if (response.isSuccessful()) {
        return ChatAnswer.of(text(response), url.host());
      }
      if (response.code() == 400 || response.code() == 413 || response.code() == 422) {
        throw new Refused(text(response), refusal(response), response.code() == 413);
      }
      throw new ChatFailure(refusal(response));
    } catch (InterruptedIOException e) {
      throw new ChatFailure(
          "The language model at "
              + url.host()
              + " gave no answer within "
              + timeout.toSeconds()
              + " seconds.",
          e);
    } catch (IOException e) {
      throw new ChatFailure("The language model at " + url.host() + " cannot be reached.", e);
    }
  }

  /** Why a status is no answer, and what a person can do. Nothing of the answer's body is told. */
  private String refusal(Response response) {
    String wait = response.header("Retry-After", "");
    boolean seconds = wait.matches("[0-9]{1,6}");
    String why =
        switch (response.code()) {
          case 401, 403 -> " refused the key. Give the key that belongs to this address";
          case 404 -> " has no model or address of that name";
          case 429 ->
              " takes no more questions for now"
                  + (seconds ? ", and asks to wait " + wait + " seconds" : "");
          case 301, 302, 303, 307, 308 ->
              " sends to another address, which is not followed. Give that one if you trust it";
          default -> " answered with status " + response.code();
        };
    return "The language model at " + url.host() + why + ".";
  }

  private String text(Response response) throws IOException, ChatFailure {
    BufferedSource source = response.body().source();
    Buffer read = new Buffer();
    while (source.read(read, 8192) >= 0) {
      if (read.size() > MOST_BYTES) {
        throw new ChatFailure("The answer of " + url.host() + " is too long.");
      }
    }
    return read.readUtf8();
  }

  /** A request that the server does not take; why is read, and never told. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private static final Pattern TOO_MUCH =
        Pattern.compile(
            "context[ _](length|size|window)|maximum context|too (long|large|many tokens)");

    private final String why;
    private final String told;
    private final boolean tooMuch;

    Refused(String why, String told, boolean tooMuch) {
      super(told);
      this.why = why.toLowerCase(Locale.ROOT);
      this.told = told;
      this.tooMuch = tooMuch || TOO_MUCH.matcher(this.why).find();
    }

    boolean about(String word) {
      return why.contains(word);
    }

    ChatFailure failure() {
      return tooMuch
          ? new ChatFailure(
              "The language model cannot read so much at once. Give it a longer context.",
              this,
              true)
          : new ChatFailure(told, this);
    }
  }
}
