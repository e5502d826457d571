package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.http.AnswerMemory.Remembered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/**
 * Keeping secrets out of what is remembered does not break what is asked later: a short password
 * may be part of a date or of a host.
 */
final class RecallTest {
  private static final String URL = "https://demo.example.com/objects";
  private static final String DATE = "Wed, 25 Nov 2026 10:00:00 GMT";
  private static final String LONG = "a-secret-of-30-characters-long";

  private final Map<String, Remembered> kept = new HashMap<>();
  private final List<ApiRequest> sent = new ArrayList<>();
  private final Redactor redactor = new Redactor();
  private final Recall recall =
      new Recall(
          new AnswerMemory.Run() {
            @Override
            public Optional<Remembered> find(String key) {
              return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void keep(String key, Remembered a) {
              kept.put(key, new Remembered(a.status(), a.url(), a.headers(), a.body(), false));
            }

            @Override
            public void keepAgain(String key) {}

            @Override
            public void flush() {}

            @Override
            public void finish(boolean keepAll) {}
          },
          new ConnectorDefinition.Conditional(true, true, false),
          redactor::text,
          redactor::tree,
          value ->
              value instanceof HttpUrl url ? redactor.holdsShort(url) : redactor.holdsShort(value));

  private void ask(String url, Map<String, String> headers) {
    recall.send(
        new ApiRequest("GET", URL, Map.of(), null, "list objects"),
        request -> {
          sent.add(request);
          return new Answer(200, url, headers, Map.of("echo", LONG), true);
        },
        Progress.NONE);
  }

  @Test
  void aShortPasswordDoesNotChangeValidatorsAndAddresses() {
    redactor.hide("2026");
    redactor.hide("demo");
    String link = "<https://demo.example.com/objects?page=2>; rel=\"next\"";
    ask(URL, Map.of("last-modified", DATE, "etag", "\"demo-1\"", "link", link));
    assertThat(kept.values())
        .singleElement()
        .satisfies(answer -> {
          assertThat(answer.url()).isEqualTo(URL);
          assertThat(answer.headers()).containsEntry("link", link);
        });
    ask(URL, Map.of());
    assertThat(sent.get(1).headers())
        .containsEntry("If-Modified-Since", DATE)
        .containsEntry("If-None-Match", "\"demo-1\"");
  }

  @Test
  void aLongSecretIsNotRememberedAndNothingWrongIsAskedInItsPlace() {
    redactor.hide(LONG);
    ask(URL, Map.of("last-modified", DATE, "etag", '"' + LONG + '"'));
    assertThat(kept.values())
        .singleElement()
        .satisfies(answer -> assertThat(answer.toString()).doesNotContain(LONG));
    ask(URL + "?token=" + LONG, Map.of());
    assertThat(sent.get(1).headers())
        .containsEntry("If-Modified-Since", DATE)
        .doesNotContainKey("If-None-Match");
    kept.clear();
    ask(URL + "?token=" + LONG, Map.of());
    ask(URL, Map.of("link", "<" + URL + "?page=2&token=" + LONG + ">; rel=\"next\""));
    assertThat(kept).as("answers that would lead elsewhere").isEmpty();
  }

  @Test
  void anAddressInTheBodyIsNotRememberedWithoutItsSecret() {
    redactor.hide(LONG);
    Map<String, Object> next =
        Map.of("paging", List.of(Map.of("next", "/objects?page=2&token=" + LONG)));
    Answer first = answer(next);
    assertThat(first.body()).as("what is walked on with").isEqualTo(next);
    assertThat(kept).as("what would lead elsewhere is asked for again").isEmpty();
    assertThat(answer(next).body()).isEqualTo(next);
    assertThat(sent).hasSize(2);
    answer(Map.of("paging", List.of(Map.of("next", "/objects?page=2"))));
    assertThat(kept).hasSize(1);
  }

  private Answer answer(Map<String, Object> body) {
    return recall.send(
        new ApiRequest("GET", URL, Map.of(), null, "list objects"),
        request -> {
          sent.add(request);
          return new Answer(200, URL, Map.of(), body, true);
        },
        Progress.NONE);
  }

  @Test
  void aValidatorThatCannotBeSentIsNotSent() {
    ask(URL, Map.of("last-modified", "Wed, 25 Nov ••• 10:00:00 GMT", "etag", "\"1\""));
    ask(URL, Map.of());
    assertThat(sent.get(1).headers()).containsOnlyKeys("If-None-Match");
  }

  @Test
  void whatHoldsAShortSecretIsAskedForAgainAndNotWritten() {
    redactor.hide("Contacts");
    redactor.hide("pa55-word");
    redactor.hide("ab12");
    for (Object echo :
        List.of(
            "Contacts",
            "All Contacts",
            "ab12",
            "cab12s",
            "user:pa55-word",
            List.of(Map.of("pa55-word", 1)))) {
      answer(Map.of("echo", echo));
      assertThat(kept).as(echo.toString()).isEmpty();
    }
    ask(URL + "?user=x&password=ab12", Map.of());
    assertThat(kept).as("in the address").isEmpty();
    answer(Map.of("label", "MyContacts", "code", "Contacts2"));
    assertThat(kept).as("part of another word").hasSize(1);
  }

  @Test
  void aRecordShowsNoSecretThatIsAWholeValue() {
    redactor.hide("ab12-x");
    redactor.hide("admin");
    assertThat(redactor.record(Map.of("key", "ab12-x", "name", "admin")))
        .containsEntry("key", "•••")
        .containsEntry("name", "admin");
  }
}
