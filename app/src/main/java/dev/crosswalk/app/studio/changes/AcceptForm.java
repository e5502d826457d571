package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.DriftFinding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks why a finding is let be, and until when. */
final class AcceptForm {
  private static final int MONTHS = 3;

  private final DriftModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  AcceptForm(DriftModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  void show(DriftFinding finding) {
    TextField reason = new TextField();
    reason.setId("accept-reason");
    TextField until = new TextField(model.today().plusMonths(MONTHS).toString());
    until.setId("accept-until");
    VBox content =
        new VBox(
            8,
            Nodes.paragraph(finding.problem().what()),
            Nodes.fieldLabel(texts.of("drift.acceptReason"), reason),
            reason,
            Nodes.fieldLabel(texts.of("drift.acceptUntil"), until),
            until,
            Nodes.paragraph(texts.of("drift.acceptText"), "text-muted"));
    dialogs.form(
        new Dialogs.Form(
            texts.of("drift.acceptTitle", finding.verdict().code().name()),
            content,
            texts.of("drift.acceptDo"),
            Bindings.createBooleanBinding(
                () -> !reason.getText().isBlank() && date(until.getText()).isPresent(),
                reason.textProperty(),
                until.textProperty())),
        () ->
            date(until.getText())
                .ifPresent(day -> model.accept(finding, reason.getText().strip(), day)));
  }

  /** A day that has not passed. */
  private Optional<LocalDate> date(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      return day.isBefore(model.today()) ? Optional.empty() : Optional.of(day);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
