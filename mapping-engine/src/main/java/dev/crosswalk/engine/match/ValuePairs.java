package dev.crosswalk.engine.match;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pairs the values of two picklists by how alike they are, synonyms included. Thread-safe. */
public final class ValuePairs {
  private final Values values = new Values(Thesaurus.standard());

  /**
   * The most alike target value of each source value; source values that are like none are left
   * out.
   *
   * @return in the order of the source values
   */
  public Map<String, String> pair(Collection<String> source, Collection<String> target) {
    return values.pair(normal(source), normal(target));
  }

  private static Map<String, String> normal(Collection<String> values) {
    Map<String, String> byForm = new LinkedHashMap<>();
    for (String value : values) {
      // Two spellings of one form must both be paired, so a form that is taken gets a mark.
      String form = Values.normal(value);
      while (byForm.containsKey(form)) {
        form += " ";
      }
      byForm.put(form, value);
    }
    return byForm;
  }
}
