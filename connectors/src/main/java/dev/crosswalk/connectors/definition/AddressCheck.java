package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds addresses in a definition that are none, or that its own list of hosts does not cover. */
final class AddressCheck {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

  /** A whole address, as far as it is not filled in. */
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://|\\$\\{");

  private AddressCheck() {}

  /** Every address that stands in the file as it is must be covered by {@code allowHosts}. */
  static void check(DefinitionNode root, Http http) {
    List<String> patterns = new ArrayList<>();
    for (Template host : http.allowHosts()) {
      if (host.names().isEmpty()) {
        patterns.add(host.source());
      }
    }
    List<DefinitionNode> addresses = new ArrayList<>(List.of(root.get("http").get("base")));
    addresses.addAll(AuthReader.addresses(root.get("auth")));
    addresses.addAll(ofRequests(root));
    for (DefinitionNode address : addresses) {
      String text = address.text("");
      boolean whole = address == addresses.getFirst() || SCHEME.matcher(text).lookingAt();
      if (whole && !text.isEmpty() && !ADDRESS.matcher(text).lookingAt()) {
        address.problem(
            "connector-address",
            "'" + text + "' is no web address.",
            "Begin it with https://, or with http:// for a system on this machine.");
        continue;
      }
      int scheme = text.indexOf("://");
      int end = scheme < 0 ? -1 : (text + "/").indexOf('/', scheme + 3);
      String host = scheme < 0 ? "" : text.substring(scheme + 3, end);
      if (host.isEmpty() || host.contains("${")) {
        continue;
      }
      // As at run time: on this machine a pattern without a port covers every port.
      String bare = host.replaceFirst("^(127\\.0\\.0\\.1|localhost|\\[::1\\]):\\d+$", "$1");
      if (patterns.stream()
          .noneMatch(p -> HostPattern.matches(p, host) || HostPattern.matches(p, bare))) {
        address.problem(
            "connector-host",
            "The host '" + host + "' is not covered by http.allowHosts.",
            "Add it there if it is the vendor's.");
      }
    }
  }

  /** Where the requests that the definition makes say their address. */
  private static List<DefinitionNode> ofRequests(DefinitionNode root) {
    DefinitionNode fields = root.get("fields");
    DefinitionNode records = root.get("records");
    List<DefinitionNode> requests = new ArrayList<>();
    requests.add(root.get("apiVersion").get("discover"));
    requests.add(root.get("metadata").get("request"));
    requests.add(root.get("rpc"));
    requests.add(root.get("objects").get("request"));
    requests.add(fields.get("request"));
    requests.add(fields.get("batch"));
    requests.add(records.get("sample"));
    requests.add(records.get("fallback"));
    requests.add(records.get("perId").get("request"));
    requests.add(records.get("one").get("request"));
    Stream.of(
            root.get("identity").items(), fields.get("enrich").items(), fields.get("more").items())
        .flatMap(List::stream)
        .forEach(s -> requests.add(s.get("request")));
    Stream.of(root.get("load").entries(), records.get("vars").entries())
        .flatMap(m -> m.values().stream())
        .forEach(s -> requests.add(s.get("request")));
    List<DefinitionNode> addresses = new ArrayList<>();
    requests.forEach(p -> {
      addresses.add(p.get("get"));
      addresses.add(p.get("post"));
    });
    return addresses;
  }
}
