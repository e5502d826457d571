package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk.Result;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import dev.crosswalk.connectors.sandbox.server.SignInPage;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The OAuth endpoints and the identity URL. */
final class SalesforceSignIn {
  private final Catalog catalog;
  private final OAuthDesk desk;
  private final SandboxOptions options;
  private final String baseUrl;
  private final String organisation;
  private final SignInPage page;

  SalesforceSignIn(
      Catalog catalog,
      OAuthDesk desk,
      SandboxOptions options,
      String baseUrl,
      String organisation,
      String title) {
    this.catalog = catalog;
    this.desk = desk;
    this.options = options;
    this.baseUrl = baseUrl;
    this.organisation = organisation;
    this.page = new SignInPage(desk, title, options.autoApprove());
  }

  Response handle(Request request) {
    return switch (request.path()) {
      case "/services/oauth2/authorize" -> page.answer(request);
      case "/services/oauth2/token" -> token(request);
      case "/services/oauth2/revoke" -> revoke(request);
      case "/services/oauth2/introspect" -> introspect(request);
      case "/services/oauth2/userinfo" -> identity(request, true);
      default -> request.path().startsWith("/id/") ? identity(request, false) : Errors.notFound();
    };
  }

  private String identityUrl() {
    return baseUrl + "/id/" + organisationId() + "/" + userId();
  }

  private String organisationId() {
    return RecordId.full("00D" + organisation + "0000000001");
  }

  private String userId() {
    return catalog
        .object("User")
        .map(user -> String.valueOf(catalog.records(user).get(0).get("Id")))
        .orElse("");
  }

  private Response token(Request request) {
    if (!request.method().equals("POST")) {
      return error(400, "unsupported_grant_type", "grant type not supported");
    }
    return switch (desk.token(request.form(), request)) {
      case Result.Refused(String error, String description) -> error(400, error, description);
      case Result.Tokens tokens -> {
        String issued = String.valueOf(tokens.grant().issued().toEpochMilli());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.access());
        String refresh = tokens.refresh();
        if (refresh != null && tokens.grant().scope().contains("refresh_token")
            || refresh != null && tokens.grant().scope().contains("offline_access")) {
          answer.put("refresh_token", refresh);
        }
        answer.put("signature", signature(identityUrl() + issued));
        answer.put("scope", tokens.grant().scope());
        answer.put("instance_url", baseUrl);
        answer.put("id", identityUrl());
        answer.put("token_type", "Bearer");
        answer.put("issued_at", issued);
        yield Response.json(200, answer).with("Cache-Control", "no-cache,must-revalidate,no-store");
      }
    };
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(desk.client().secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private Response revoke(Request request) {
    String token = request.form().getOrDefault("token", request.parameter("token").orElse(""));
    return desk.revoke(token)
        ? Response.empty(200)
        : error(400, "unsupported_token_type", "this token type is not supported");
  }

  private Response introspect(Request request) {
    String token = request.form().getOrDefault("token", "");
    OAuthDesk.Grant grant = desk.grantOf(token);
    boolean active = grant != null && desk.check(token) == OAuthDesk.Standing.VALID;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("active", active);
    if (active && grant != null) {
      answer.put("scope", grant.scope());
      answer.put("client_id", desk.client().id());
      answer.put("username", grant.user());
      answer.put("sub", identityUrl());
      answer.put("token_type", "access_token");
      answer.put("exp", grant.issued().plus(options.tokenLife()).getEpochSecond());
      answer.put("iat", grant.issued().getEpochSecond());
    }
    return Response.json(200, answer);
  }

  private Response identity(Request request, boolean openId) {
    if (desk.check(request.bearer()) != OAuthDesk.Standing.VALID) {
      return Response.html(403, "Bad_OAuth_Token");
    }
    Map<String, Object> me = new LinkedHashMap<>();
    if (openId) {
      me.put("sub", identityUrl());
    } else {
      me.put("id", identityUrl());
      me.put("asserted_user", true);
      me.put("username", desk.client().username());
      me.put("display_name", "Integration User");
    }
    me.put("user_id", userId());
    me.put("organization_id", organisationId());
    me.put("preferred_username", desk.client().username());
    me.put("nick_name", "integration");
    me.put("name", "Integration User");
    me.put("email", desk.client().username());
    me.put("email_verified", true);
    me.put("given_name", "Integration");
    me.put("family_name", "User");
    me.put("zoneinfo", "America/Chicago");
    me.put("locale", "en_US");
    me.put("language", "en_US");
    me.put("user_type", "STANDARD");
    me.put("active", true);
    me.put(
        "urls",
        Map.of(
            "rest", baseUrl + "/services/data/v{version}/",
            "sobjects", baseUrl + "/services/data/v{version}/sobjects/",
            "query", baseUrl + "/services/data/v{version}/query/"));
    return Response.json(200, me);
  }

  private static Response error(int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return Response.json(status, body);
  }
}
