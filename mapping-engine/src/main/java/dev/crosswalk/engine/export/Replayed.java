package dev.crosswalk.engine.export;

import dev.crosswalk.engine.preview.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an export gave on the golden records.
 *
 * @param records how many were run, over all mappings and customers
 * @param differences where it gives another result than the mapping
 */
public record Replayed(int records, List<Difference> differences) {
  public static final Replayed NOTHING = new Replayed(0, List.of());

  public Replayed {
    differences = List.copyOf(differences);
  }

  /**
   * One value that differs.
   *
   * @param mapping id
   * @param customer empty for the base
   * @param record number of the golden record, from 1
   * @param name of the golden record
   * @param target path; empty where the whole record differs
   * @param ours what the mapping gives, as cells show it
   * @param theirs what the export gives, as cells show it
   */
  public record Difference(
      String mapping,
      String customer,
      int record,
      String name,
      String target,
      String ours,
      String theirs) {

    static final String LEFT_OUT = "left out";

    static String shown(boolean there, @Nullable Object value) {
      return there ? Values.shown(value, 80) : LEFT_OUT;
    }

    /** One sentence. */
    public String sentence() {
      return mapping
          + (customer.isEmpty() ? "" : " for " + customer)
          + " differs on golden record "
          + record
          + ": "
          + (target.isEmpty() ? "the whole record" : target)
          + ", ours "
          + ours
          + ", theirs "
          + theirs
          + ".";
    }
  }
}
