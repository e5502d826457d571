package dev.crosswalk.connectors.cache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a snapshot holds, in the system's order, as a compressed list of lines. */
final class Listing {
  private Listing() {}

  /**
   * @param content id of the object's content
   * @param fields how many it has
   */
  record Row(String name, long content, int fields) {}

  static byte[] write(Collection<Row> rows) {
    StringBuilder lines = new StringBuilder();
    for (Row row : rows) {
      // Names of objects hold no line breaks in any system; one that did would break the list.
      lines
          .append(row.content())
          .append(' ')
          .append(row.fields())
          .append(' ')
          .append(row.name().replace('\n', ' '))
          .append('\n');
    }
    return CacheCodec.deflate(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  static List<Row> read(byte[] compressed) {
    List<Row> rows = new ArrayList<>();
    String text = new String(CacheCodec.inflate(compressed), StandardCharsets.UTF_8);
    for (String line : text.split("\n", -1)) {
      String[] parts = line.split(" ", 3);
      if (parts.length == 3) {
        rows.add(new Row(parts[2], Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
      }
    }
    return rows;
  }
}
