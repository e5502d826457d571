package dev.crosswalk.app.studio.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.FileChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: what a commit is proposed to say names what was done, also of golden records. */
class CommitMessagesTest {
  private static final String GOLDEN = "customers/northwind/golden/contact--person.yaml";

  private static Change change(String path, Kind kind, String... words) {
    return new Change(new FileChange(path, kind, "a", "b"), List.of(words), List.of());
  }

  @Test
  void golden_records_alone_are_called_by_mapping_and_customer() {
    assertThat(CommitMessages.propose(List.of(change(GOLDEN, Kind.ADDED))))
        .isEqualTo("Keep golden records of contact--person for northwind");
    assertThat(CommitMessages.propose(List.of(change("golden/deal.yaml", Kind.MODIFIED))))
        .isEqualTo("Change golden records of deal");
  }

  @Test
  void nothing_is_proposed_while_a_merge_is_not_settled() {
    String text = "a: 1\n<<<<<<< ours\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n";
    Change open =
        new Change(
            new FileChange("mappings/a.yaml", Kind.MODIFIED, "a: 1\n", text),
            List.of("A merge left 1 conflict to be settled."),
            List.of());
    assertThat(CommitMessages.propose(List.of(open, change(GOLDEN, Kind.ADDED)))).isEmpty();
  }

  @Test
  void beside_a_mapping_they_are_one_of_its_lines() {
    assertThat(
            CommitMessages.propose(
                List.of(
                    change("mappings/contact.yaml", Kind.MODIFIED, "email is now trimmed."),
                    change(GOLDEN, Kind.DELETED))))
        .isEqualTo(
            """
            Change 2 files

            - email is now trimmed.
            - Drop golden records of contact--person for northwind\
            """);
  }
}
