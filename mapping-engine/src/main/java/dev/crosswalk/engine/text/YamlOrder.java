package dev.crosswalk.engine.text;

import dev.crosswalk.engine.text.YamlNode.Entries;
import dev.crosswalk.engine.text.YamlNode.Entry;
import java.util.List;

/** Where a new key goes among those that are there. */
final class YamlOrder {

  private YamlOrder() {}

  /**
   * @param order the keys in the order of the house; empty where there is none
   * @return index of the new entry, 0 to the number of entries
   */
  static int index(Entries parent, String key, List<String> order) {
    List<Entry> entries = parent.entries();
    int rank = order.indexOf(key);
    if (rank >= 0) {
      int index = 0;
      for (int i = 0; i < entries.size(); i++) {
        int other = order.indexOf(entries.get(i).name());
        if (other >= 0 && other < rank) {
          index = i + 1;
        }
      }
      return index;
    }
    if (!order.isEmpty() || !sorted(entries)) {
      return entries.size();
    }
    int index = 0;
    while (index < entries.size() && entries.get(index).name().compareTo(key) < 0) {
      index++;
    }
    return index;
  }

  static boolean sorted(List<Entry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).name().compareTo(entries.get(i).name()) > 0) {
        return false;
      }
    }
    return true;
  }
}
