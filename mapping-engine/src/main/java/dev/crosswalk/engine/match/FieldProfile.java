package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.ReferencePaths.Crossing;
import dev.crosswalk.engine.schema.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one field, worked out once for all comparisons.
 *
 * @param object name of its object
 * @param field the field itself
 * @param leaf stems of the last segment of the name, without those of its object; empty where the
 *     name carries no meaning
 * @param name words of the name, those of parents and of the object weighing less
 * @param label words of the label
 * @param meaning the words of the name as standard terms of the thesaurus
 * @param labelMeaning the same for the label
 * @param text words of name, label, description, group and picklist
 * @param context words of the parents, the group and the object
 * @param place the same, and the words that the names of its group begin with
 * @param nested whether it has parents
 * @param phrases name and label as whole phrases of standard terms
 * @param sense 1 where it says that a record is in use or that somebody may be written to, -1 where
 *     it says the opposite, 0 else
 * @param phraseIds the phrases as sorted numbers
 * @param groups sorted numbers of the thesaurus lines in which one of the phrases stands
 * @param trigrams sorted hashes of the three-letter pieces of the name
 * @param spelled the last segment of the name as it stands, in lower case
 * @param underscored whether the whole name has words joined by underscores
 * @param own numbers of the words of the leaf, or of the label, among the words of {@link #text}
 * @param valueWords words of picklist values and samples
 * @param letters runs of letters of name, label and description
 * @param group number of the group of siblings it stands in, such as one address; below 0 where
 *     only the beginnings of names make it
 * @param children number of the group that its parts form; -1 where it has none
 * @param options picklist values and labels in normal form, to the value itself
 * @param more sorted numbers of the words that it has more than a plainer twin in its object
 * @param sort of what sort its values are
 * @param samples what its values look like
 * @param subject the record it is about
 * @param role which part of an address it is; null where it is none
 * @param permission whether it says that somebody may be written to or called
 * @param qualifiers words that say it is not the main one of its kind, such as "other"
 * @param named whether it begins with the name of the object that it is compared with
 * @param via sorted numbers of the words of the reference behind which it stands
 * @param around sorted numbers of the words of name, label and parents without those of the object
 * @param crossing the reference behind which it stands; null where it stands in the object itself
 * @param fading marked as old, or not to be used
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the array is for speed
record FieldProfile(
    String object,
    Field field,
    List<String> leaf,
    TextVector name,
    TextVector label,
    TextVector meaning,
    TextVector labelMeaning,
    TextVector text,
    TextVector context,
    TextVector place,
    boolean nested,
    List<String> phrases,
    int sense,
    int[] phraseIds,
    int[] groups,
    int[] trigrams,
    String spelled,
    boolean underscored,
    TextVector own,
    TextVector valueWords,
    TextVector letters,
    int group,
    int children,
    Map<String, String> options,
    SampleProfile samples,
    int[] more,
    Sort sort,
    Measure measure,
    Subject subject,
    AddressRoles.@Nullable Role role,
    boolean permission,
    Set<String> qualifiers,
    boolean named,
    int[] via,
    int[] around,
    @Nullable Crossing crossing,
    boolean fading) {

  /** Whether two sorted lists of numbers have one in common. */
  static boolean meet(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  /** Whether one says yes where the other says no. */
  static boolean opposite(FieldProfile a, FieldProfile b) {
    return a.sense * b.sense < 0 && a.permission == b.permission;
  }

  /**
   * Whether the target is worth comparing with: a field behind a reference only with what names the
   * reference or the kind of record that it leads to, and never with a key.
   */
  boolean mayFeed(FieldProfile target) {
    if (crossing == null) {
      return true;
    }
    boolean kind = (subject.kinds() & target.subject.kinds()) != 0;
    return !target.subject.key() && (kind || meet(via, target.around));
  }

  /** {@code object.field}, the order of ties. */
  String key() {
    return object + "." + field.name();
  }
}
