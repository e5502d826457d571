package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.LanguageModel.ModelFailure;
import dev.crosswalk.engine.match.SecondOpinion.Options;
import dev.crosswalk.engine.match.SecondOpinion.Outcome;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Protects what a language model may and may not do to suggestions. */
class SecondOpinionTest {
  private static final Options ALL = new Options(1.1, 12, 20, 6, false);

  private final MatchRequest request =
      MatchRequest.of(
          schema(
              "crm",
              text("Email", "Email"),
              text("Mood__c", "Mood"),
              text("Spirit__c", "Spirit"),
              Field.builder("Phone", FieldType.PHONE).samples(List.of("0123 456789")).build()),
          schema("model", text("email", null), text("temper", null), text("phone", null)));
  private final Suggestions before = new FieldMatcher().suggest(request);

  @Test
  void aVoteLiftsACandidateAndIsSaid() {
    Outcome outcome = ask(question -> votes(question, "temper", "Spirit"), ALL);
    Candidate first = of(outcome, "temper").candidates().get(0);
    assertThat(first.sourceFields()).containsExactly("Spirit__c");
    assertThat(first.evidence()).containsEntry(SecondOpinion.NAME, 1.0);
    assertThat(first.why()).contains("language model");
    assertThat(first.score()).isGreaterThan(score(before, "temper", "Spirit__c"));
  }

  @Test
  void anAnswerIsFoundAmongOtherThings() {
    for (String around :
        List.of(
            "{\"reasoning\":{\"a\":1},%s}",
            "{\"reasoning\":[{\"a\":{\"b\":{}}},{}],%s,\"sure\":{}}",
            "<think>Say {\"answers\":[{\"target\":1,\"candidate\":0}]}?</think> {%s}",
            "Here are the \"answers\" {as you asked}: {%s} Is it {well}?",
            "{%s}")) {
      Outcome outcome =
          ask(
              question -> {
                String vote = votes(question, "temper", "Spirit");
                return around.formatted(vote.substring(1, vote.length() - 1));
              },
              ALL);
      assertThat(of(outcome, "temper").candidates().get(0).evidence())
          .as(around)
          .containsEntry(SecondOpinion.NAME, 1.0);
    }
  }

  @Test
  void noFieldComesThroughThatWasNotAsked() {
    Set<String> known = new HashSet<>();
    before.targets().forEach(t -> t.candidates().forEach(c -> known.addAll(c.sources())));
    for (String answer :
        List.of(
            "{\"answers\":[{\"target\":1,\"candidate\":99},{\"target\":44,\"candidate\":1}]}",
            "{\"answers\":[{\"target\":1,\"candidate\":\"Salary__c\"},{\"target\":-1}]}",
            "{\"answers\":{\"email\":\"Contact.Invented__c\"}}",
            "{\"answers\":[null,7,[],{\"target\":1e99,\"candidate\":-5}]}",
            "Sure! The field is Invented__c.",
            "{\"answers\":[{",
            "{".repeat(50_000) + "\"answers\"",
            "",
            "{}".repeat(80_000))) {
      Outcome outcome = ask(question -> answer, ALL);
      assertThat(outcome.suggestions())
          .as(answer.substring(0, Math.min(60, answer.length())))
          .isEqualTo(before);
      assertThat(outcome.notes()).isNotEmpty();
      outcome
          .suggestions()
          .targets()
          .forEach(t -> t.candidates().forEach(c -> assertThat(known).containsAll(c.sources())));
    }
  }

  @Test
  void aModelThatIsWrongWhereTheAnswerIsKnownCountsForNothing() {
    List<Field> sources = new ArrayList<>();
    List<Field> targets = new ArrayList<>();
    for (String name : List.of("email", "phone", "first_name", "last_name", "city", "country")) {
      sources.add(text(name, null));
      targets.add(text(name, null));
    }
    sources.add(text("Spirit__c", "Spirit"));
    targets.add(text("temper", null));
    MatchRequest certain =
        MatchRequest.of(
            schema("crm", sources.toArray(Field[]::new)),
            schema("model", targets.toArray(Field[]::new)));
    Suggestions plain = new FieldMatcher().suggest(certain);
    Outcome outcome =
        new SecondOpinion(
                (instructions, question) -> lies(question),
                SecondOpinion.inMemory(),
                Options.STANDARD)
            .ask(certain, plain);
    assertThat(outcome.asked()).isPositive();
    assertThat(outcome.suggestions()).isEqualTo(plain);
  }

  @Test
  void silenceEndsTheAskingAndChangesNothing() {
    int[] calls = {0};
    Outcome outcome =
        ask(
            question -> {
              calls[0]++;
              throw new ModelFailure("no answer within 1 second.");
            },
            new Options(1.1, 1, 20, 6, false));
    assertThat(outcome.suggestions()).isEqualTo(before);
    assertThat(calls[0]).isEqualTo(2);
    assertThat(outcome.notes()).containsExactly("no answer within 1 second.");
  }

  @Test
  void whatIsTooMuchAtOnceIsAskedInParts() {
    List<Integer> lengths = new ArrayList<>();
    Outcome outcome =
        ask(
            question -> {
              int targets = question.split("\"target\"", -1).length - 1;
              lengths.add(targets);
              if (targets > 1) {
                throw new ModelFailure("too long", new IllegalStateException(), true);
              }
              return question.contains("temper")
                  ? votes(question, "temper", "Spirit").replace(":1", ":\"1\"")
                  : "{\"answers\":[{\"target\":1,\"candidate\":1}]}";
            },
            ALL);
    assertThat(lengths.getFirst()).isGreaterThan(1);
    assertThat(lengths).contains(1);
    assertThat(of(outcome, "temper").candidates().get(0).sourceFields())
        .containsExactly("Spirit__c");
  }

  @Test
  void theBudgetHoldsAndWhatWasAnsweredIsNotAskedAgain() {
    int[] calls = {0};
    SecondOpinion.Memory memory = SecondOpinion.inMemory();
    LanguageModel model =
        (instructions, question) -> {
          calls[0]++;
          return "{\"answers\":[{\"target\":1,\"candidate\":1}]}";
        };
    Options two = new Options(1.1, 1, 2, 6, false);
    Outcome first = new SecondOpinion(model, memory, two).ask(request, before);
    assertThat(calls[0]).isEqualTo(2);
    assertThat(first.notes()).anyMatch(n -> n.contains("limit"));
    Outcome again = new SecondOpinion(model, memory, two).ask(request, before);
    assertThat(calls[0]).isEqualTo(3);
    assertThat(again.calls()).isEqualTo(1);
  }

  @Test
  void valuesAreSentOnlyWhenAllowed() {
    List<String> sent = new ArrayList<>();
    LanguageModel model =
        (instructions, question) -> {
          sent.add(question);
          throw new ModelFailure("no");
        };
    new SecondOpinion(model, SecondOpinion.inMemory(), ALL).ask(request, before);
    assertThat(sent).allSatisfy(q -> assertThat(q).contains("Mood").doesNotContain("0123 456789"));
    sent.clear();
    new SecondOpinion(model, SecondOpinion.inMemory(), new Options(1.1, 12, 20, 6, true))
        .ask(request, before);
    assertThat(String.join("", sent)).contains("0123 456789");
  }

  private interface Answer {
    String to(String question) throws ModelFailure;
  }

  private Outcome ask(Answer answer, Options options) {
    return new SecondOpinion(
            (instructions, question) -> answer.to(question), SecondOpinion.inMemory(), options)
        .ask(request, before);
  }

  /** Chooses the candidate with this label for the target of this name, none for the others. */
  private static String votes(String question, String target, String label) {
    int at = question.indexOf("Contact." + target);
    int start = question.lastIndexOf("\"target\":", at);
    Matcher number = Pattern.compile("\"target\":(\\d+)").matcher(question.substring(start));
    Matcher candidate =
        Pattern.compile("\"candidate\":(\\d+),\"fields\":\\[\\{[^}]*\"label\":\"" + label + "\"")
            .matcher(question.substring(start));
    assertThat(number.find()).isTrue();
    assertThat(candidate.find()).isTrue();
    return "{\"answers\":[{\"target\":"
        + number.group(1)
        + ",\"candidate\":"
        + candidate.group(1)
        + "}]}";
  }

  /** The second candidate for everything. */
  private static String lies(String question) {
    StringBuilder out = new StringBuilder("{\"answers\":[");
    Matcher targets = Pattern.compile("\"target\":(\\d+)").matcher(question);
    String comma = "";
    while (targets.find()) {
      out.append(comma).append("{\"target\":").append(targets.group(1)).append(",\"candidate\":2}");
      comma = ",";
    }
    return out.append("]}").toString();
  }

  private static TargetSuggestion of(Outcome outcome, String field) {
    return outcome.suggestions().targets().stream()
        .filter(t -> t.targetField().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static double score(Suggestions suggestions, String target, String source) {
    return suggestions.targets().stream()
        .filter(t -> t.targetField().equals(target))
        .flatMap(t -> t.candidates().stream())
        .filter(c -> c.sourceFields().contains(source))
        .findFirst()
        .orElseThrow()
        .score();
  }

  private static Schema schema(String system, Field... fields) {
    return Schema.of(system, List.of(SchemaObject.of("Contact", List.of(fields))));
  }

  private static Field text(String name, String label) {
    return Field.builder(name, FieldType.STRING).label(label).build();
  }
}
