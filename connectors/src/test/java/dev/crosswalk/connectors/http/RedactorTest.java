package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is blanked however a system writes it, and whoever else hides one meanwhile. */
final class RedactorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "p/w+o&d'\"x",
        "p%2Fw%2Bo%26d%27%22x",
        "p%2fw%2bo%26d%27%22x",
        "p/w+o&d'\\\"x",
        "p\\/w+o&d'\\\"x",
        "p/w+o\\u0026d'\\\"x",
        "p/w\\u002Bo\\u0026d\\u0027\\u0022x",
        "p/w\\u002bo\\u0026d\\u0027\\u0022x",
        "p\\/w+o\\u0026d\\u0027\\u0022x",
        "p/w+o&amp;d'&quot;x",
        "p/w+o&amp;d&#39;&quot;x",
        "p/w+o&amp;d&#039;&quot;x",
        "p&#x2F;w+o&amp;d&#x27;&quot;x",
        "p/w&#43;o&amp;d&apos;&#34;x",
        "cC93K28mZCcieA"
      })
  void everyForm(String form) {
    Redactor redactor = new Redactor();
    redactor.hide("p/w+o&d'\"x");
    assertThat(redactor.text("you sent [" + form + "].")).isEqualTo("you sent [•••].");
  }

  /** The vtiger CRM keeps each user's access key in a field of the user, for all to read. */
  @Test
  void aRecordDoesNotHoldTheKeyThatReadIt() {
    Redactor redactor = new Redactor();
    redactor.hide("k3y-of-15-signs");
    redactor.hide("a-long-one-of-more-than-twenty-signs");
    redactor.hide("Glass");
    Map<String, Object> record =
        Map.of(
            "key",
            "k3y-of-15-signs",
            "notes",
            List.of("was a-long-one-of-more-than-twenty-signs then"),
            "industry",
            "Glass",
            "more",
            Map.of("again", "k3y-of-15-signs", "size", 5));
    assertThat(redactor.record(record))
        .isEqualTo(
            Map.of(
                "key",
                "•••",
                "notes",
                List.of("was ••• then"),
                "industry",
                "Glass",
                "more",
                Map.of("again", "•••", "size", 5)));
  }

  @Test
  void aWordInAnAddressIsNotGivenAwayByItsBlank() {
    Redactor redactor = new Redactor();
    redactor.hide("contacts");
    redactor.hide("2026");
    redactor.hide("k3y-of-mine");
    redactor.hide("averylongsecretofwordsonly");
    assertThat(
            redactor.url(
                HttpUrl.get(
                    "https://demo.example.com/v2026/contacts/k3y-of-mine/averylongsecretofwordsonly"
                        + "?q=contacts&year=2026&page=2")))
        .isEqualTo("https://demo.example.com/v2026/contacts/•••/•••?q=•••&year=•••&page=2");
  }

  @Test
  void noneIsLostWhereTwoThreadsHide() throws Exception {
    Redactor redactor = new Redactor();
    int threads = 8;
    int each = 40;
    CountDownLatch together = new CountDownLatch(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<? extends Future<?>> all =
          IntStream.range(0, threads)
              .mapToObj(thread ->
                  pool.submit(() -> {
                    together.countDown();
                    together.await();
                    for (int i = 0; i < each; i++) {
                      redactor.hide("secret-%d-%d!".formatted(thread, i));
                    }
                    return true;
                  }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    for (int thread = 0; thread < threads; thread++) {
      for (int i = 0; i < each; i++) {
        assertThat(redactor.text("secret-%d-%d!".formatted(thread, i))).isEqualTo("•••");
      }
    }
  }
}
