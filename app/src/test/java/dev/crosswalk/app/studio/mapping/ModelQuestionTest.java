package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.ModelServer;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.ModelConsent.Setting;
import dev.crosswalk.app.workspace.SecondOpinions.Extent;
import dev.crosswalk.engine.match.SecondOpinion;
import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Protects: in the studio nothing goes to a language model unless a person agrees to what and
 * where, and what it said is marked and outlives the next decision.
 */
@ExtendWith(ApplicationExtension.class)
class ModelQuestionTest {
  @TempDir Path folder;
  private final FakeDialogs dialogs = new FakeDialogs();
  private final MappingViewModel model = MappingFixture.opened(new MappingFixture.Said());
  private StudioFixture studio;
  private StudioContext context;
  private ModelServer server;
  private String url = "";

  @BeforeEach
  void start() throws IOException {
    studio = new StudioFixture(folder);
    context = studio.context(dialogs);
    server = ModelServer.start(ModelQuestionTest::answer);
    url = server.url();
  }

  @AfterEach
  void stop() {
    server.close();
    studio.close();
  }

  /** Chooses Sales_Region__c wherever it is a candidate. */
  private static String answer(String question) {
    String plain = question.replace("\\\"", "\"");
    StringBuilder answers = new StringBuilder();
    for (String target : plain.split("\\{\"target\":")) {
      Matcher number = Pattern.compile("^(\\d+)").matcher(target);
      Matcher candidate =
          Pattern.compile(
                  "\"candidate\":(\\d+),\"fields\":\\[\\{\"name\":\"Contact.Sales_Region__c")
              .matcher(target);
      if (number.find() && candidate.find()) {
        answers
            .append(answers.isEmpty() ? "" : ",")
            .append(
                "{\"target\":%s,\"candidate\":%s}".formatted(number.group(1), candidate.group(1)));
      }
    }
    return answers.toString();
  }

  private Offer region() {
    return model.review().offers().forTarget("region").orElseThrow();
  }

  @Test
  void whoDoesNotAgreeSendsNothing() {
    dialogs.yes = false;
    new ModelQuestion(context, model).start();
    assertThat(dialogs.forms).hasSize(1);
    assertThat(dialogs.forms.get(0).valid().getValue()).as("no address yet").isFalse();
    assertThat(server.asked()).isEmpty();
    assertThat(context.services().model().read()).isEmpty();
  }

  @Test
  void itsChoiceIsMarkedAndOutlivesTheNextDecision() {
    context.services().model().write(new Setting(url, "tiny", false), new Extent(0.85, 7));
    assertThat(region().candidate().evidence()).doesNotContainKey(SecondOpinion.NAME);
    new ModelQuestion(context, model).start();
    assertThat(dialogs.errors).isEmpty();
    assertThat(server.asked()).hasSize(1);
    assertThat(region().candidate().sourceFields()).containsExactly("Sales_Region__c");
    assertThat(region().candidate().evidence()).containsEntry(SecondOpinion.NAME, 1.0);
    assertThat(region().candidate().why()).contains("the language model chose it");

    model.review().selectTarget("email");
    model.review().accept(0);
    assertThat(region().candidate().evidence()).containsEntry(SecondOpinion.NAME, 1.0);
    assertThat(server.asked()).as("not asked again").hasSize(1);
    assertThat(((Spinner<?>) dialogs.forms.getFirst().content().lookup("#model-below")).getValue())
        .as("how much is asked is as last time")
        .isEqualTo(85);
    assertThat(context.services().model().extent()).isEqualTo(new Extent(0.85, 7));
  }

  @Test
  void votesForOneMappingDoNotReachTheNext() {
    Suggesting.Question asked = model.suggesting().question().orElseThrow();
    SecondOpinion.Heard said =
        new SecondOpinion.Heard(Map.of("person.region", List.of("Contact.Sales_Region__c")), 1);
    model.open(MappingFixture.context(), MappingFixture.editor());
    assertThat(model.suggesting().hear(asked, said)).isFalse();
    assertThat(region().candidate().evidence()).doesNotContainKey(SecondOpinion.NAME);
    assertThat(model.suggesting().hear(model.suggesting().question().orElseThrow(), said)).isTrue();
    assertThat(region().candidate().evidence()).containsKey(SecondOpinion.NAME);
  }

  @Test
  void whatIsNoAddressIsNotRememberedAsAgreed() {
    dialogs.filled =
        form -> {
          ((TextField) form.content().lookup("#model-url")).setText("foo");
          ((TextField) form.content().lookup("#model-name")).setText("tiny");
        };
    new ModelQuestion(context, model).start();
    assertThat(dialogs.errors).extracting(Problem::code).containsExactly("model-address");
    assertThat(context.services().model().read()).isEmpty();
  }

  @Test
  void theButtonFollowsWhatIsTypedHoweverLongTheFormIsOpen() {
    ModelForm form = new ModelForm(studio.texts, Optional.empty(), Extent.STANDARD, tried -> {});
    List<Boolean> told = new ArrayList<>();
    form.valid().addListener((o, was, is) -> told.add(is));
    WeakReference<Object> binding = new WeakReference<>(form.valid());
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    assertThat(binding.get()).isNotNull();
    ((TextField) form.lookup("#model-url")).setText("http://localhost/v1");
    ((TextField) form.lookup("#model-name")).setText("tiny");
    assertThat(told).containsExactly(true);
  }

  @Test
  void aServerThatFailsLeavesTheSuggestionsAndSaysWhy() {
    server.close();
    context.services().model().write(new Setting(url, "tiny", false));
    List<Offer> before = List.copyOf(model.review().waiting());
    new ModelQuestion(context, model).start();
    assertThat(model.review().waiting()).isEqualTo(before);
    assertThat(context.notifications().notices())
        .anyMatch(n -> n.toString().contains("cannot be reached"));
  }
}
