package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.AcceptedFile;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingEdit;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits of customers' files outside the editor, which can be taken back. */
public final class OverlayEdits {

  /**
   * A file that was written.
   *
   * @param before null where there was none
   */
  public record Written(Path file, @Nullable String before, String after) {

    /** Whether it is a schema that mappings were reviewed against. */
    public boolean isReview() {
      return file.getNameCount() > 3 && file.getName(2).toString().equals("schemas");
    }
  }

  private final Workspace workspace;
  private final Reviews reviews;

  public OverlayEdits(Workspace workspace, Reviews.Live live) {
    this.workspace = workspace;
    this.reviews = new Reviews(workspace, live);
  }

  /**
   * Gives a customer a field mapping of its own; what it reads is reviewed with that.
   *
   * @return the overlay first
   * @throws ProblemException where either cannot be written; then nothing is
   */
  public List<Written> set(String customer, MappingEntry entry, String target, FieldMapping field) {
    Path file = workspace.overlayFile(customer, entry.file());
    Mapping was = workspace.effective(entry.file(), customer).mapping();
    String before =
        workspace.overlay(customer, entry.file()).map(OverlayDocument::text).orElse(null);
    String after =
        workspace
            .editableOverlay(customer, entry)
            .apply(new MappingEdit.SetField(target, field))
            .text();
    workspace.save(file, after, before);
    List<Written> written = new ArrayList<>(List.of(new Written(file, before, after)));
    try {
      workspace
          .customer(customer)
          .ifPresent(who ->
              written.addAll(
                  reviews.decided(
                      who,
                      entry.file(),
                      was,
                      workspace.effective(entry.file(), customer).mapping())));
    } catch (ProblemException e) {
      takeBack(written);
      throw e;
    }
    return written;
  }

  /**
   * A person says that source fields of a customer are good as they are now.
   *
   * @param field null for all fields of the object
   * @throws ProblemException {@code nothing-to-review} where the object is not known now
   */
  public List<Written> review(String customer, Endpoint source, @Nullable String field) {
    CustomerFile who = workspace.customer(customer).orElse(null);
    List<Written> written = who == null ? List.of() : reviews.take(who, source, field);
    if (written.isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "nothing-to-review",
              null,
              "Nothing that differs is known of " + source.object() + " for " + customer + ".",
              "Refresh the customer's connection under Schemas, and look again."));
    }
    return written;
  }

  /**
   * A person lets a finding be until a day.
   *
   * @throws ProblemException where {@code accepted.yaml} cannot be understood; then it stays
   */
  public List<Written> accept(DriftFinding finding, String reason, LocalDate until) {
    Path file = Acceptances.FILE;
    String before = workspace.files().readIfThere(file).orElse(null);
    if (before != null) {
      AcceptedFile.read(before, file.toString());
    }
    CheckFinding.Subject subject = finding.subject();
    String after =
        AcceptedFile.add(
            before,
            file.toString(),
            new AcceptedFile.Entry(
                finding.verdict().code().name(),
                subject.mapping(),
                subject.customer(),
                subject.target(),
                reason,
                until,
                Place.of(file.toString())));
    workspace.save(file, after, before);
    return List.of(new Written(file, before, after));
  }

  /**
   * Writes what is said of a customer, over the file that it has.
   *
   * @param before as it was read; null for a new customer
   * @throws ProblemException {@code customer-exists} where a new one has a file already; {@code
   *     file-changed} where it says something else than it did
   */
  public List<Written> customer(@Nullable CustomerFile before, CustomerFile after) {
    Path file = WorkspaceLayout.customer(after.id());
    String text = workspace.files().readIfThere(file).orElse(null);
    if (before == null && text != null) {
      throw new ProblemException(
          Problem.error(
              "customer-exists",
              Place.of(WorkspaceFiles.shown(file)),
              "There is a customer " + after.id() + " already.",
              "Choose another id, or edit that customer."));
    }
    if (text != null && !CustomerFile.read(text, WorkspaceFiles.shown(file)).equals(before)) {
      throw new ProblemException(
          Problem.error(
              "file-changed",
              Place.of(WorkspaceFiles.shown(file)),
              "The file was changed by another program since it was loaded.",
              "Edit the customer again; nothing was overwritten."));
    }
    String now = text == null ? after.write() : after.writeOver(text, WorkspaceFiles.shown(file));
    if (now.equals(text)) {
      return List.of();
    }
    workspace.save(file, now, text);
    return List.of(new Written(file, text, now));
  }

  /**
   * Puts files back as they were.
   *
   * @throws ProblemException {@code file-changed} where one was changed since
   */
  public void takeBack(List<Written> written) {
    for (Written w : written) {
      String before = w.before();
      if (before == null) {
        workspace.files().remove(w.file(), w.after());
      } else {
        workspace.save(w.file(), before, w.after());
      }
    }
  }

  /** Does again what was taken back. */
  public void again(List<Written> written) {
    for (Written w : written) {
      workspace.save(w.file(), w.after(), w.before());
    }
  }
}
