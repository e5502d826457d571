package dev.crosswalk.connectors.sandbox.server;

import dev.crosswalk.connectors.sandbox.Faults;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Switches faults by HTTP, for tools and people without Java: {@code POST} a JSON object, {@code
 * DELETE} ends them all. Keys: {@code throttle} (how many answers), {@code retryAfterSeconds},
 * {@code slowMillis}, {@code cut}, {@code html}, {@code garbage}, {@code maintenance}, {@code
 * quota}, {@code drift}, {@code rotate}, {@code expireTokens}, {@code revokeRefreshTokens}, {@code
 * hide} (list of {@code Object.Field}), {@code forbid} (list of objects, or true for the people).
 */
public final class FaultControl {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FaultControl() {}

  /**
   * Switches one fault as a person writes it on a command line: {@code drift}, {@code throttle=5},
   * {@code hide=Contact.Email}.
   *
   * @throws IllegalArgumentException where there is no such fault
   */
  public static void apply(Faults faults, String fault) {
    int equals = fault.indexOf('=');
    String name = equals < 0 ? fault : fault.substring(0, equals);
    String value = equals < 0 ? "" : fault.substring(equals + 1);
    ObjectNode body = JSON.createObjectNode();
    if (name.equals("hide") || (name.equals("forbid") && !value.isEmpty())) {
      body.putArray(name).add(value);
    } else if (value.isEmpty()) {
      body.put(name, true);
    } else if (value.matches("\\d{1,9}")) {
      body.put(name, Integer.parseInt(value));
    } else {
      throw new IllegalArgumentException(fault + " needs a number");
    }
    apply(faults, body);
  }

  static Response handle(Faults faults, Request request) {
    try {
      switch (request.method()) {
        case "POST" -> apply(faults, JSON.readTree(request.body()));
        case "DELETE" -> faults.reset();
        case "GET" -> {}
        default -> {
          return Response.json(405, Map.of("error", "use GET, POST or DELETE"));
        }
      }
    } catch (JacksonException | IllegalArgumentException e) {
      return Response.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
    return Response.json(200, Map.of("faults", faults.describe()));
  }

  private static void apply(Faults faults, JsonNode body) {
    body.propertyStream()
        .forEach(entry -> {
          JsonNode value = entry.getValue();
          switch (entry.getKey()) {
            case "throttle" ->
                faults.throttle(
                    value.asInt(), Duration.ofSeconds(body.path("retryAfterSeconds").asInt(1)));
            case "retryAfterSeconds" -> {}
            case "slowMillis" -> faults.slow(Duration.ofMillis(value.asInt()));
            case "cut" -> faults.cutConnections(value.asInt());
            case "html" -> faults.html(value.asInt());
            case "garbage" -> faults.garbage(value.asInt());
            case "maintenance" -> faults.maintenance(value.asBoolean());
            case "quota" -> faults.quotaUsedUp(value.asBoolean());
            case "drift" -> faults.drift(value.asBoolean());
            case "rotate" -> faults.rotateRefreshTokens(value.asBoolean());
            case "expireTokens" -> faults.expireTokens();
            case "revokeRefreshTokens" -> faults.revokeRefreshTokens();
            case "forbid" -> {
              if (value.isArray()) {
                value.values().forEach(each -> faults.forbid(each.asString()));
              } else if (value.asBoolean()) {
                faults.forbidPeople();
              }
            }
            case "hide" ->
                value
                    .values()
                    .forEach(each -> {
                      String path = each.asString();
                      int dot = path.lastIndexOf('.');
                      if (dot < 1) {
                        throw new IllegalArgumentException("hide needs Object.Field");
                      }
                      faults.hideField(path.substring(0, dot), path.substring(dot + 1));
                    });
            default -> throw new IllegalArgumentException("no fault is called " + entry.getKey());
          }
        });
  }
}
