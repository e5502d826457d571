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
