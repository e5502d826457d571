package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.canvas.Link;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingCheck;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions end up in the mapping, can be undone by name, and leave hand-made work alone. */
class MappingViewModelTest {
  private final MappingFixture.Said said = new MappingFixture.Said();
  private final MappingViewModel model = MappingFixture.opened(said);

  private Mapping mapping() {
    return model.mapping().orElseThrow();
  }

  private String undoName() {
    return model.editor().flatMap(MappingDraft::undoName).orElse("");
  }

  @Test
  void suggestionsWaitAndAreDrawnDashed() {
    assertThat(model.review().waiting())
        .extracting(Offers.Offer::target)
        .containsExactly("email", "phone", "full_name", "birthday", "tier", "region");
    assertThat(model.board().links()).hasSize(6).allMatch(Link::suggested);
    assertThat(model.coverage()).isEqualTo("mapped 0 of 7 · required 0 of 2");
    assertThat(mapping().fields()).isEmpty();
  }

  @Test
  void acceptingWritesTheMappingWithItsOrigin() {
    model.review().selectTarget("full_name");
    model.review().accept(0);
    FieldMapping name = mapping().fields().get("full_name");
    assertThat(name.sources()).containsExactly("FirstName", "LastName");
    assertThat(name.origin()).isEqualTo(new FieldMapping.Origin("suggestion", 0.92, "composite"));
    assertThat(undoName()).isEqualTo("Accept full_name ← FirstName + LastName");
    assertThat(model.review().progress().get()).isEqualTo("1 of 6 decided");
    assertThat(model.review().waiting()).hasSize(5);
    assertThat(model.coverage()).contains("required 1 of 2");
  }

  @Test
  void anAlternativeCanBeTaken() {
    model.review().selectTarget("region");
    model.review().accept(1);
    assertThat(mapping().fields().get("region").sources()).containsExactly("Sales_Region__c");
  }

  @Test
  void aRejectedSuggestionStaysRejected() {
    model.review().selectTarget("tier");
    model.review().reject();
    assertThat(mapping().rejected()).containsEntry("tier", List.of("Acct_Tier__c"));
    assertThat(model.review().waiting()).extracting(Offers.Offer::target).doesNotContain("tier");
    model.suggest();
    assertThat(model.review().waiting()).extracting(Offers.Offer::target).doesNotContain("tier");
  }

  @Test
  void afterARejectionTheNextGoodCandidateIsOffered() {
    model.review().selectTarget("region");
    model.review().reject();
    assertThat(model.review().offers().forTarget("region").orElseThrow().candidate().sourceFields())
        .containsExactly("Sales_Region__c");
    model.review().selectTarget("region");
    model.review().reject();
    assertThat(model.review().offers().forTarget("region")).isEmpty();
  }

  @Test
  void acceptAllIsOneActThatUndoTakesBack() {
    model.review().thresholdProperty().set(0.9);
    assertThat(model.review().bulk().get()).isEqualTo("Accept 4 at or above 0.90");
    model.review().acceptAll();
    assertThat(mapping().fields()).containsOnlyKeys("email", "phone", "full_name", "birthday");
    assertThat(undoName()).isEqualTo("Accept 4 suggestions");
    model.undo();
    assertThat(mapping().fields()).isEmpty();
    model.redo();
    assertThat(mapping().fields()).hasSize(4);
  }

  @Test
  void acceptAllLeavesWhatClashesToAPerson() {
    MappingViewModel checked =
        MappingFixture.opened(said, new MappingRunner(() -> Optional.of(MappingFixture.context())));
    checked.review().thresholdProperty().set(0.6);
    assertThat(checked.review().bulk().get()).isEqualTo("Accept 4 at or above 0.60");
    assertThat(checked.review().risk().get()).startsWith("2 left to you: values do not fit");
    checked.review().acceptAll();
    assertThat(checked.mapping().orElseThrow().fields())
        .as("the target's picklist lacks values of the tier's source")
        .hasSize(4)
        .doesNotContainKey("tier");
    assertThat(checked.review().nothingToAccept().get()).isTrue();
    checked.review().selectTarget("tier");
    checked.review().accept(0);
    assertThat(checked.mapping().orElseThrow().fields()).containsKey("tier");
  }

  @Test
  void acceptAllLeavesWhatFailsOnASampleAndWaitsUntilThatIsKnown() {
    List<Runnable> answers = new ArrayList<>();
    SameThreadTasks later =
        new SameThreadTasks() {
          @Override
          public <T> Handle latest(
              String key, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
            if (key.equals("review-faults")) {
              answers.add(() -> super.latest(key, work, done, failed));
              return () -> {};
            }
            return super.latest(key, work, done, failed);
          }
        };
    MappingViewModel[] self = new MappingViewModel[1];
    MappingViewModel live =
        new MappingViewModel(
            later,
            MappingFixture.TEXTS,
            InstantSource.fixed(StudioFixture.NOW),
            MappingFixture.matcher(),
            new MappingRunner(() -> self[0].context()),
            said);
    self[0] = live;
    Map<String, @Nullable Object> record = Map.of("Phone", "no number");
    live.open(MappingFixture.context().withRecords(List.of(record)), MappingFixture.editor());
    live.review().acceptAll();
    assertThat(live.mapping().orElseThrow().fields()).as("nothing was tried yet").isEmpty();
    assertThat(live.review().risk().get()).isEqualTo("trying the values…");
    while (!answers.isEmpty()) {
      answers.removeFirst().run();
    }
    assertThat(live.mapping().orElseThrow().fields())
        .as("the step for phones fails on the only sample; that it has no e-mail does not count")
        .containsKeys("email", "birthday")
        .doesNotContainKey("phone");
    assertThat(live.review().waiting()).extracting(Offers.Offer::target).contains("phone");
    live.undo();
    assertThat(live.mapping().orElseThrow().fields()).isEmpty();
  }

  @Test
  void handMadeMappingsAreNeverTouchedByBulkAccepts() {
    model.map(List.of("Region__c"), "email");
    model.review().thresholdProperty().set(0.5);
    model.review().acceptAll();
    FieldMapping email = mapping().fields().get("email");
    assertThat(email.sources()).containsExactly("Region__c");
    assertThat(email.origin()).isNull();
  }

  @Test
  void aSecondUseOfASourceIsMarkedSharedAndTheFirstStaysAsItIs() {
    model.map(List.of("Email"), "email");
    FieldMapping byHand = mapping().fields().get("email");
    model.map(List.of("Email"), "birthday");
    assertThat(mapping().fields().get("birthday").shared()).isTrue();
    assertThat(mapping().fields().get("email")).isEqualTo(byHand);
    assertThat(said.texts).singleElement().asString().contains("shared: birthday");
    assertThat(MappingCheck.check(mapping(), false, t -> Place.of("m"))).isEmpty();
  }

  @Test
  void selectLeftSelectRightAndMapConnects() {
    model.board().selectSources(List.of("Score__c"));
    model.board().selectTarget("score");
    assertThat(model.board().mapSelected(false)).isTrue();
    assertThat(mapping().fields().get("score").sources()).containsExactly("Score__c");
    model.board().unmapSelected(Side.TARGET);
    assertThat(mapping().fields()).doesNotContainKey("score");
    assertThat(undoName()).isEqualTo("Unmap score");
  }

  @Test
  void aSourceDroppedOnALinkJoinsItsSources() {
    model.map(List.of("FirstName"), "full_name");
    model.add(List.of("LastName"), "full_name");
    FieldMapping name = mapping().fields().get("full_name");
    assertThat(name.sources()).containsExactly("FirstName", "LastName");
    assertThat(name.use()).extracting(FieldMapping.StepCall::name).containsExactly("join");
  }

  @Test
  void clashesShowBeforeAnyPreviewAndOneActMendsThem() {
    MappingViewModel[] self = new MappingViewModel[1];
    MappingViewModel live =
        new MappingViewModel(
            new SameThreadTasks(),
            MappingFixture.TEXTS,
            InstantSource.fixed(StudioFixture.NOW),
            MappingFixture.matcher(),
            new MappingRunner(() -> self[0].context()),
            said);
    self[0] = live;
    live.open(MappingFixture.context(), MappingFixture.editor());
    live.map(List.of("Acct_Tier__c"), "tier");
    assertThat(live.faults().count()).isEqualTo(1);
    assertThat(live.board().links())
        .filteredOn(l -> l.target().equals("tier"))
        .singleElement()
        .satisfies(l -> assertThat(l.clash()).isTrue());
    live.faults().mend("tier");
    Mapping mended = live.mapping().orElseThrow();
    assertThat(mended.fields().get("tier").values().map())
        .containsEntry("Gold", "gold")
        .containsEntry("Silver", "silver");
    assertThat(live.editor().flatMap(MappingDraft::undoName)).contains("Mend tier");
    live.undo();
    assertThat(live.mapping().orElseThrow().fields().get("tier").values()).isNull();
  }

  @Test
  void whatIsTypedIsTriedWithoutBeingKept() {
    model.map(List.of("Email"), "email");
    String text = model.editor().orElseThrow().text();
    FieldMapping before = mapping().fields().get("email");
    model.tryField("email", before.withUse(List.of(FieldMapping.StepCall.of("trim"))));
    assertThat(model.editor().orElseThrow().text()).isEqualTo(text);
    assertThat(undoName()).isEqualTo("Map email ← Email");
  }
}
