package dev.crosswalk.connectors.sandbox.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The page on which a person allows a program to act for them. A {@code login_hint} with the
 * account's user name approves at once, so that tests can follow it; so does the option to approve
 * always.
 */
public final class SignInPage {
  private final OAuthDesk desk;
  private final String title;
  private final boolean approvesAlways;

  public SignInPage(OAuthDesk desk, String title, boolean approvesAlways) {
    this.desk = desk;
    this.title = title;
    this.approvesAlways = approvesAlways;
  }

  /** GET shows the page, POST takes the decision and redirects with code or error, and state. */
  public Response answer(Request request) {
    boolean post = request.method().equals("POST");
    Map<String, String> fields = new LinkedHashMap<>();
    request.query().forEach((key, values) -> fields.put(key, values.get(0)));
    if (post) {
      fields.putAll(request.form());
    } else if (!request.method().equals("GET")) {
      return Response.html(405, "<h1>405 Method Not Allowed</h1>");
    }
    if (!desk.client().id().equals(fields.get("client_id"))) {
      return refusal("invalid_client_id", "client identifier invalid");
    }
    String redirect = fields.getOrDefault("redirect_uri", "");
    if (!allowed(redirect)) {
      return refusal("redirect_uri_mismatch", "redirect_uri must be https, localhost or 127.0.0.1");
    }
    if (!"code".equals(fields.get("response_type"))) {
      return back(redirect, fields, "error", "unsupported_response_type");
    }
    if (fields.containsKey("code_challenge")
        && !"S256".equals(fields.get("code_challenge_method"))) {
      return back(redirect, fields, "error", "invalid_request");
    }
    if (!post && (approvesAlways || desk.client().username().equals(fields.get("login_hint")))) {
      return approve(redirect, fields);
    }
    return !post
        ? page(fields)
        : "allow".equals(fields.get("decision"))
            ? approve(redirect, fields)
            : back(redirect, fields, "error", "access_denied");
  }

  private static boolean allowed(String redirect) {
    try {
      URI uri = new URI(redirect);
      String host = uri.getHost();
      return host != null
          && ("https".equals(uri.getScheme())
              || "localhost".equals(host)
              || "127.0.0.1".equals(host)
              || "[::1]".equals(host));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Response approve(String redirect, Map<String, String> fields) {
    String scope = fields.getOrDefault("scope", desk.client().defaultScope());
    String code = desk.newCode(scope, redirect, fields.get("code_challenge"));
    return back(redirect, fields, "code", code);
  }

  private static Response back(
      String redirect, Map<String, String> fields, String key, String value) {
    StringBuilder url = new StringBuilder(redirect);
    url.append(redirect.contains("?") ? '&' : '?').append(key).append('=').append(encode(value));
    if (value.equals("access_denied")) {
      url.append("&error_description=").append(encode("end-user denied authorization"));
    }
    String state = fields.get("state");
    if (state != null) {
      url.append("&state=").append(encode(state));
    }
    return Response.redirect(url.toString());
  }

  private Response page(Map<String, String> fields) {
    StringBuilder hidden = new StringBuilder();
    fields.forEach((key, value) ->
        hidden.append(
            "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                .formatted(escape(key), escape(value))));
    return Response.html(
        200,
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Allow access? – %1$s</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:4rem auto;padding:0 1rem}
        button{font:inherit;padding:.5rem 1.5rem;margin-right:.5rem}</style></head>
        <body><h1>Allow access?</h1>
        <p>This is the Crosswalk sandbox, not a real account. You are signed in at <b>%1$s</b>
        as <b>%2$s</b>. A program asks to read its data: <code>%3$s</code>.</p>
        <form method="post">
        %4$s<button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Deny</button>
        </form></body></html>
        """
            .formatted(
                escape(title),
                escape(desk.client().username()),
                escape(fields.getOrDefault("scope", desk.client().defaultScope())),
                hidden));
  }

  private static Response refusal(String error, String description) {
    return Response.html(
        400,
        "<!DOCTYPE html><title>OAuth Error</title><p>We can't authorize you because of an OAuth"
            + " error.</p><p>error=%s&amp;error_description=%s</p>".formatted(error, description));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
