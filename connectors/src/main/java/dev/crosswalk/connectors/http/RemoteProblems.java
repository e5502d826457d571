package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Failures in words for a person. All codes start with {@code remote-}. */
public final class RemoteProblems {
  private final String system;
  private final String connection;
  private final Redactor redactor;

  /**
   * @param system the connector's name
   */
  public RemoteProblems(String system, String connection, Redactor redactor) {
    this.system = system;
    this.connection = connection;
    this.redactor = redactor;
  }

  /** A JSON-like value without secrets. */
  @Nullable Object blankTree(@Nullable Object value) {
    return redactor.tree(value);
  }

  /** Whether a body, or an address, holds a secret that is too short to be blanked in it. */
  boolean holdsShort(Object value) {
    return value instanceof HttpUrl url ? redactor.holdsShort(url) : redactor.holdsShort(value);
  }

  /** A record without secrets, for systems that keep them where records are. */
  public Map<String, @Nullable Object> blankRecord(Map<String, ? extends @Nullable Object> record) {
    return redactor.record(record);
  }

  /**
   * What the system or another program said, without this connection's secrets. For that alone: our
   * own sentences may hold a word that somebody took as a password, and a blank would give it away.
   */
  public String blank(String text) {
    return redactor.text(text);
  }

  /** Long secrets are no words: in hosts and names of objects too they can only be sent back. */
  private Problem of(FailureKind kind, String what, String next) {
    return Problem.error(
        "remote-" + kind.word(), null, redactor.longOnes(what), redactor.longOnes(next));
  }

  /**
   * @param words the system's, as it said them
   * @param detail in words that may be shown
   */
  Problem of(FailureKind kind, Answer answer, String why, String words, @Nullable String detail) {
    String said =
        words.isEmpty() ? " (status " + answer.status() + ")" : ": " + unstopped(blank(words));
    String subject = system + " (connection '" + connection + "')";
    return switch (kind) {
      case TOKEN_EXPIRED, SIGN_IN ->
          of(
              kind,
              subject + " says that the sign-in has run out" + said + ".",
              "Sign in again with 'crosswalk connect' or in Connections.");
      case UNAUTHENTICATED ->
          of(
              kind,
              subject + " refused the login" + said + ".",
              "Check the key, token or password, and that it belongs to this host (production or"
                  + " sandbox).");
      case FORBIDDEN ->
          of(
              kind,
              subject + " does not let this user " + why + said + ".",
              "Ask the admin for the permission, or sign in as another user.");
      case MISSING_SCOPE ->
          of(
              kind,
              subject
                  + " does not let this app "
                  + why
                  + said
                  + (detail == null ? "" : "; missing scope: " + detail)
                  + ".",
              "Add the scope to the app or key, then sign in again.");
      case NOT_FOUND ->
          of(
              kind,
              subject + " does not have what was asked for (" + why + ")" + said + ".",
              "Check that it still exists and that this user can see it.");
      case THROTTLED ->
          of(
              kind,
              subject + " still says 'too many requests' after several tries" + said + ".",
              "Wait a few minutes and try again, or let fewer tools use the account at once.");
      case QUOTA ->
          of(
              kind,
              subject + " has no API calls left for now" + said + ".",
              "Wait until the quota is renewed (mostly within 24 hours) or ask the admin for more.");
      case API_DISABLED ->
          of(
              kind,
              "The API is switched off for " + subject + said + ".",
              "Ask the admin to enable API access, or use an edition that has it.");
      case API_VERSION_RETIRED ->
          of(
              kind,
              subject + " no longer offers this version of its API" + said + ".",
              "Update Crosswalk, or the version in the connector definition.");
      case FIELD_HIDDEN_OR_MISSING ->
          of(
              kind,
              subject + " does not know a field, or hides it from this user" + said + ".",
              "Discover the object again, or ask the admin for the field's visibility.");
      case CONFLICT, INVALID_REQUEST ->
          of(
              kind,
              subject + " did not accept the request to " + why + said + ".",
              "Check the settings of the connection; if they are right, report this as a bug.");
      case VENDOR_ERROR ->
          of(
              kind,
              subject + " failed on its own side to " + why + said + ".",
              "Try again later; if it stays, ask the vendor's support.");
      case UNAVAILABLE ->
          of(
              kind,
              subject + " is not available now" + said + ".",
              "Try again later; look at the vendor's status page.");
      case NONSENSE ->
          of(
              kind,
              subject
                  + " answered with "
                  + (detail == null ? "something unexpected" : detail)
                  + " instead of data (status "
                  + answer.status()
                  + ", "
                  + host(answer.url())
                  + ").",
              "Check the host, and whether a proxy, VPN or hotel login page is in between.");
      case HOST_NOT_ALLOWED, HOST_NOT_APPROVED, OFFLINE, UNREACHABLE, TLS ->
          of(kind, subject + " cannot be reached" + said + ".", "Check the host.");
    };
  }

  /** Nothing, or not all, came back. */
  ApiFailure of(IOException e, String url) {
    String host = host(url);
    String said =
        e.getMessage() == null ? "it ends too early, or is not packed as it says" : e.getMessage();
    String message = isOurs(e) ? said : blank(said);
    return switch (e) {
      case Transport.Refused _ ->
          failure(
              FailureKind.HOST_NOT_ALLOWED,
              "Nothing was sent for connection '" + connection + "': " + message + ".",
              "If that host belongs to the vendor, add it to http.allowHosts of the definition.",
              false);
      case Transport.NotApproved n -> notApproved(n.host());
      case Transport.Offline _ -> offline();
      case BodyReader.TooLarge _ ->
          failure(
              FailureKind.NONSENSE,
              system + " sent too much: " + message + " (" + host + ").",
              "Check the host; if it is right, raise http.maxBytes in the definition.",
              false);
      case BodyText.Unreadable _ ->
          failure(
              FailureKind.NONSENSE,
              "The answer of '"
                  + host
                  + "' (connection '"
                  + connection
                  + "') cannot be read: "
                  + message
                  + ".",
              "Try again; if it stays, tell the system's vendor: names would come out wrong.",
              true);
      case UnknownHostException _ ->
          failure(
              FailureKind.UNREACHABLE,
              "The host '" + host + "' of connection '" + connection + "' is not known.",
              "Check its spelling and your network (VPN, DNS).",
              false);
      case SSLException _ ->
          failure(
              FailureKind.TLS,
              "No secure connection to '" + host + "' is possible: " + unstopped(message) + ".",
              "Check the host and this machine's clock; behind a company proxy, add its certificate"
                  + " to the Java trust store.",
              false);
      case NoRouteToHostException _ ->
          failure(
              FailureKind.UNREACHABLE,
              "There is no way to the host '" + host + "' of connection '" + connection + "'.",
              "Check your network (VPN, firewall).",
              true);
      case ConnectException _ ->
          failure(
              FailureKind.UNREACHABLE,
              "The host '" + host + "' of connection '" + connection + "' refuses connections.",
              "Check host, port and firewall (and the proxy, if there is one: https_proxy), and that"
                  + " the system is running.",
              false);
      case EnvironmentProxies.Unusable proxy ->
          failure(FailureKind.UNREACHABLE, message, proxy.next(), false);
      case InterruptedIOException _ ->
          failure(
              FailureKind.UNREACHABLE,
              "The host '" + host + "' of connection '" + connection + "' does not answer in time.",
              "Try again; if it stays, check your network and the vendor's status page.",
              true);
      case IOException _ when isOfProxy(said) ->
          failure(
              FailureKind.UNREACHABLE,
              "The proxy does not let connection '"
                  + connection
                  + "' through to '"
                  + host
                  + "': "
                  + unstopped(message)
                  + ".",
              "Check https_proxy (with user and password where it wants them) and no_proxy in the"
                  + " environment, or ask who runs the proxy.",
              false);
      default ->
          failure(
              said.contains("timeout") || said.contains("reset")
                  ? FailureKind.UNREACHABLE
                  : FailureKind.NONSENSE,
              "The answer of '"
                  + host
                  + "' (connection '"
                  + connection
                  + "') broke off: "
                  + (said.contains("ID1ID2") ? "it says gzip and is none" : unstopped(message))
                  + ".",
              "Try again; if it stays, check proxy and network.",
              true);
    };
  }

  /** Nothing may leave this machine. */
  public ApiFailure offline() {
    return failure(
        FailureKind.OFFLINE,
        "Nothing was sent for connection '" + connection + "': Crosswalk works offline.",
        "Work with what is cached, or end the offline mode (CROSSWALK_OFFLINE).",
        false);
  }

  /** A person has to say that they trust a host. */
  public ApiFailure notApproved(String host) {
    return new ApiFailure(
        FailureKind.HOST_NOT_APPROVED,
        of(
            FailureKind.HOST_NOT_APPROVED,
            "Nothing was sent for connection '"
                + connection
                + "': its connector is not a shipped one, and you have not yet said that secrets may"
                + " go to "
                + host
                + ".",
            "If you trust that host, connect with --allow-host "
                + host
                + ", or say yes in Connections."),
        host,
        0,
        false,
        false,
        null);
  }

  private ApiFailure failure(FailureKind kind, String what, String next, boolean again) {
    return new ApiFailure(kind, of(kind, what, next), "", 0, false, again, null);
  }

  /**
   * An answer that is no failure and does not hold what it is for.
   *
   * @param missing such as "a list of fields"
   */
  public ApiFailure without(String missing, Answer answer, String why) {
    return failure(
        FailureKind.NONSENSE,
        system
            + " (connection '"
            + connection
            + "') answered without "
            + missing
            + " to the request to "
            + why
            + " (status "
            + answer.status()
            + ", "
            + host(answer.url())
            + ").",
        "Try again; if it stays, check the host and compare the connector definition with the"
            + " vendor's documentation.");
  }

  /**
   * A failure that the engine itself states.
   *
   * @param what with {@link #blank} around all that others said
   */
  public ApiFailure failure(FailureKind kind, String what, String next) {
    return failure(kind, what, next, false);
  }

  private static String unstopped(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** As OkHttp says it where a tunnel is refused. */
  private static boolean isOfProxy(String said) {
    return said.contains("authenticate with proxy")
        || said.contains("response code for CONNECT")
        || said.contains("tunnel connections attempted");
  }

  /**
   * The sign-in works for nobody now.
   *
   * @param words the system's
   */
  public ApiFailure signInUnavailable(String words) {
    return failure(
        FailureKind.UNAVAILABLE,
        "The sign-in of connection '" + connection + "' is not available now: " + words + ".",
        "Try again in a few minutes.");
  }

  private static boolean isOurs(IOException e) {
    return e instanceof Transport.Refused
        || e instanceof BodyReader.TooLarge
        || e instanceof BodyText.Unreadable;
  }

  private static String host(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      return url;
    }
    return parsed.port() == HttpUrl.defaultPort(parsed.scheme())
        ? parsed.host()
        : parsed.host() + ":" + parsed.port();
  }
}
