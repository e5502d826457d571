package dev.crosswalk.connectors.definition;

import java.util.Locale;

/**
 * Patterns of hosts: {@code *} covers one or more characters, dots only in a leading {@code *.}.
 */
public final class HostPattern {
  private HostPattern() {}

  /**
   * @param pattern such as {@code *.example.com}, {@code api-*.example.com}, or {@code
   *     127.0.0.1:8080}
   * @param host with the port where it is not the usual one
   */
  public static boolean matches(String pattern, String host) {
    String p = pattern.toLowerCase(Locale.ROOT);
    String h = host.toLowerCase(Locale.ROOT);
    if (p.startsWith("*.")) {
      String end = p.substring(1);
      return h.endsWith(end) && h.length() > end.length() && !h.startsWith(".");
    }
    int star = p.indexOf('*');
    if (star < 0) {
      return p.equals(h);
    }
    String start = p.substring(0, star);
    String end = p.substring(star + 1);
    return h.length() > start.length() + end.length()
        && h.startsWith(start)
        && h.endsWith(end)
        && h.substring(start.length(), h.length() - end.length()).indexOf('.') < 0;
  }
}
