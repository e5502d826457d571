package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and reads its answer whole, within bounds: follows redirects itself, with each
 * address checked and no credentials to another host, logs every step, and stops at once when
 * cancelled. Thread-safe.
 */
public final class Transport {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;
  private static final String RETRY_AFTER = "retry-after";
  private static final String KEPT = "crosswalk-kept-";

  private final OkHttpClient client;
  private final String connection;
  private final Hosts hosts;
  private final Redactor redactor;
  private final RequestLog log;
  private final Clock clock;
  private final ServerTime time;
  private final long maxBytes;

  /**
   * @param connection its name, for the log
   * @param time learns the system's time
   * @param timeout for each part of the exchange: connect, each read, each write
   * @param maxBytes greatest size of an answer, unpacked
   */
  public Transport(
      OkHttpClient client,
      String connection,
      Hosts hosts,
      Redactor redactor,
      RequestLog log,
      Clock clock,
      ServerTime time,
      Duration timeout,
      long maxBytes) {
    this.client =
        client
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(true)
            .addNetworkInterceptor(Transport::waitIsOurs)
            .connectTimeout(Duration.ofSeconds(Math.min(15, timeout.toSeconds())))
            .readTimeout(timeout)
            .writeTimeout(timeout)
            .callTimeout(timeout.multipliedBy(4))
            .build();
    this.connection = connection;
    this.hosts = hosts;
    this.redactor = redactor;
    this.log = log;
    this.clock = clock;
    this.time = time;
    this.maxBytes = maxBytes;
  }

  /**
   * Keeps from OkHttp how long a system asks to wait: it would send a request again by itself, at
   * once and unseen, and breaks on a number with twenty digits.
   */
  private static Response waitIsOurs(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String wait = response.header(RETRY_AFTER);
    return wait == null
        ? response
        : response.newBuilder().removeHeader(RETRY_AFTER).header(KEPT + RETRY_AFTER, wait).build();
  }

  /** The host of an address is not allowed, or the address is none. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** The person has to approve the host first. */
  static final class NotApproved extends IOException {
    private static final long serialVersionUID = 1L;

    private final String host;

    NotApproved(String host) {
      super("not approved: " + host);
      this.host = host;
    }

    String host() {
      return host;
    }
  }

  /** Nothing may leave this machine. */
  static final class Offline extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A body that OkHttp does not send again by itself: a grant may work only once. */
  private static final class OneTry extends RequestBody {
    private final byte[] bytes;
    private final @Nullable MediaType type;

    OneTry(byte[] bytes, @Nullable MediaType type) {
      this.bytes = bytes;
      this.type = type;
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }

  /** The address that a request really goes to, for messages. */
  String wire(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    return parsed == null ? url : hosts.wire(parsed).toString();
  }

  /**
   * @param attempt for the log, from 1
   * @throws IOException where no whole answer came
   * @throws CancellationException as soon as the progress is cancelled
   */
  Answer exchange(ApiRequest request, int attempt, Progress progress) throws IOException {
    HttpUrl url = HttpUrl.parse(request.url());
    if (url == null) {
      throw new Refused("'" + redactor.text(request.url()) + "' is not an address");
    }
    ApiRequest now = request;
    for (int hop = 0; ; hop++) {
      String refusal = hosts.refusal(url);
      if (refusal != null) {
        throw new Refused(hop == 0 ? refusal : "the answer redirects, but " + refusal);
      }
      if (hosts.offline(url)) {
        throw new Offline();
      }
      String unapproved = hosts.unapproved(url);
      if (unapproved != null) {
        throw new NotApproved(unapproved);
      }
      Answer answer = once(now, url, attempt, progress);
      String location = answer.header("location");
      if (!REDIRECTS.contains(answer.status()) || location == null) {
        return answer;
      }
      HttpUrl next = url.resolve(location);
      if (next != null
          && !Hosts.origin(next).equals(Hosts.origin(url))
          && !redactor.text(location).equals(location)) {
        throw new Refused(
            "the answer redirects to another host with the credentials in the address");
      }
      if (next == null || hop == MOST_REDIRECTS) {
        throw new Refused(
            next == null
                ? "the answer redirects to no address"
                : "the answer redirects in a circle");
      }
      now = redirected(now, answer.status(), !Hosts.origin(next).equals(Hosts.origin(url)));
      url = next;
    }
  }

  private static ApiRequest redirected(ApiRequest request, int status, boolean elsewhere) {
    boolean keep = request.method().equals("GET") || status == 307 || status == 308;
    // Whatever carries credentials stays with the host that it was meant for, and so does a body.
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    if (elsewhere) {
      headers.keySet().removeIf(h -> !h.equalsIgnoreCase("accept"));
    }
    return new ApiRequest(
        keep && !elsewhere ? request.method() : "GET",
        request.url(),
        headers,
        elsewhere ? Map.of() : request.credentials(),
        keep && !elsewhere ? request.body() : null,
        request.text(),
        request.why());
  }

  private Answer once(ApiRequest request, HttpUrl url, int attempt, Progress progress)
      throws IOException {
    HttpUrl.Builder wire = hosts.wire(url).newBuilder();
    request.credentials().forEach(wire::setQueryParameter);
    Request.Builder out = new Request.Builder().url(wire.build());
    request.headers().forEach(out::header);
    ApiRequest.Body body = request.body();
    out.method(
        request.method(),
        body != null
            ? new OneTry(
                body.text().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                MediaType.parse(body.type()))
            : request.method().equals("POST") ? RequestBody.create(new byte[0], null) : null);
    Instant start = clock.instant();
    Call call = client.newCall(out.build());
    CompletableFuture<Answer> future = new CompletableFuture<>();
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call c, IOException e) {
            future.completeExceptionally(e);
          }

          @Override
          public void onResponse(Call c, Response response) {
            try (response) {
              future.complete(read(response, url));
            } catch (IOException | RuntimeException e) {
              future.completeExceptionally(e);
            }
          }
        });
    try {
      Answer answer = await(future, call, progress);
      time.learn(answer);
      log(request, url, attempt, start, answer, null);
      return answer;
    } catch (IOException | CancellationException e) {
      log(request, url, attempt, start, null, e);
      throw e;
    }
  }

  private static Answer await(CompletableFuture<Answer> future, Call call, Progress progress)
      throws IOException {
    while (true) {
      try {
        return future.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled()) {
          call.cancel();
          throw new CancellationException(RequestEntry.CANCELLED);
        }
      } catch (InterruptedException e) {
        call.cancel();
        Thread.currentThread().interrupt();
        throw new CancellationException(RequestEntry.CANCELLED);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException io) {
          throw io;
        }
        throw new IOException("the answer cannot be read: " + e.getCause(), e.getCause());
      }
    }
  }

  private Answer read(Response response, HttpUrl url) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .forEach(h ->
            headers.merge(
                h.getFirst().toLowerCase(Locale.ROOT), h.getSecond(), (a, b) -> a + ", " + b));
    String wait = headers.remove(KEPT + RETRY_AFTER);
    if (wait != null) {
      headers.put(RETRY_AFTER, wait);
    }
    BodyReader.Body body = BodyReader.read(response.body(), maxBytes, !response.isSuccessful());
    return new Answer(
        response.code(), url.toString(), headers, body.value(), body.json(), body.bytes());
  }

  private void log(
      ApiRequest request,
      HttpUrl url,
      int attempt,
      Instant start,
      @Nullable Answer answer,
      @Nullable Exception failure) {
    Map<String, String> limits = new TreeMap<>();
    long bytes = -1;
    if (answer != null) {
      answer
          .headers()
          .forEach((name, value) -> {
            if (name.contains("limit") || name.contains("quota") || name.equals("retry-after")) {
              limits.put(name, redactor.text(value));
            }
          });
      bytes = answer.bytes();
    }
    String why = failure == null ? null : String.valueOf(failure.getMessage());
    log.add(
        new RequestEntry(
            start,
            connection,
            request.why(),
            request.method(),
            redactor.url(url),
            redactor.headers(request.headers()),
            answer == null ? 0 : answer.status(),
            Duration.between(start, clock.instant()),
            bytes,
            attempt,
            limits,
            why == null ? null : redactor.text(why)));
  }
}
