package dev.crosswalk.connectors.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.ObjectSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever kind of paging a system has, each item of a list comes once and in order, and it ends.
 */
final class PagingTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A page's items and what the answer says of the next one. */
  private record Page(int from, Map<String, Object> more, Map<String, String> headers) {}

  private static final String CURSOR = "page: {cursor: {path: next, param: after}}";
  private static final String OFFSET =
      "page: {offset: {param: skip, total: total}}, size: {param: top, max: 7}";
  private static final String SHORT_PAGE =
      "page: {offset: {param: skip}}, size: {param: top, max: 7}";

  /** For systems that cut pages as they like. */
  private static final String EMPTY_PAGE =
      "page: {offset: {param: skip, end: empty-page}}, size: {param: top, max: 50}";

  private static final String TEXT_TOTAL = "page: {offset: {param: skip, total: total}}";
  private static final String NUMBER = "page: {page: {param: page, first: 1, more: hasMore}}";

  /** Where a system takes a page only inside a query's text; {@code OBJECTS} has the address. */
  private static final String IN_A_TEXT =
      "page: {offset: {in: template}}, size: {in: template, max: 7}";

  private static final String NEXT_URL = "page: {next-url: {path: next, relativeTo: origin}}";
  private static final String LINK = "page: {link-header: {rel: next}}";

  private static int number(HttpUrl url, String name) {
    return Integer.parseInt(Objects.requireNonNullElse(url.queryParameter(name), "0"));
  }

  private static Page cursor(HttpUrl url, int size, int all) {
    int from = number(url, "after");
    return new Page(
        from, from + size < all ? Map.of("next", String.valueOf(from + size)) : Map.of(), Map.of());
  }

  private static Page offset(HttpUrl url, int all) {
    return new Page(number(url, "skip"), Map.of("total", all), Map.of());
  }

  private static Page inAText(HttpUrl url) {
    Matcher limit =
        Pattern.compile("select \\* limit (\\d+), 7;")
            .matcher(Objects.requireNonNullElse(url.queryParameter("q"), ""));
    return new Page(limit.matches() ? Integer.parseInt(limit.group(1)) : 1000, Map.of(), Map.of());
  }

  private static Page numbered(HttpUrl url, int size, int all) {
    int from = (number(url, "page") - 1) * size;
    return new Page(from, Map.of("hasMore", from + size < all), Map.of());
  }

  private static Page nextUrl(HttpUrl url, int size, int all) {
    int from = number(url, "at");
    return new Page(
        from,
        from + size < all ? Map.of("next", "/objects?at=" + (from + size)) : Map.of(),
        Map.of());
  }

  private static Page link(HttpUrl url, int size, int all) {
    int from = number(url, "at");
    String next = "</objects?at=" + (from + size) + ">; rel=\"next\"";
    return new Page(
        from, Map.of(), from + size < all ? Map.of("LINK", "</x>; rel=prev, " + next) : Map.of());
  }

  private static List<String> list(
      String paging, int size, int total, Function<HttpUrl, Page> answer, int mostRequests)
      throws IOException {
    Path folder = Files.createTempDirectory("paging");
    Engines engines = new Engines(folder);
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              Page page = answer.apply(request.getUrl());
              Map<String, Object> body = new java.util.HashMap<>(page.more());
              body.put(
                  "items",
                  IntStream.range(page.from(), Math.min(page.from() + size, total))
                      .mapToObj(i -> Map.of("name", "o" + i))
                      .toList());
              MockResponse.Builder out =
                  new MockResponse.Builder().body(JSON.writeValueAsString(body));
              page.headers().forEach(out::addHeader);
              return out.build();
            }
          });
      server.start();
      String yaml =
          """
          connector: 1
          id: acme
          name: Acme
          inputs: {key: {label: Key, secret: true}}
          auth: [{id: key, type: header, label: Key, headers: {X-Key: '${key}'}}]
          http: {base: 'http://127.0.0.1:%d', allowHosts: ['127.0.0.1']}
          objects: {request: {get: '/objects%s'}, items: items, map: {name: name}, %s}
          fields: {request: {get: '/fields/${object.name}'}, items: fields, map: {name: name, native: type}}
          types: {"*": {as: any, warn: true}}
          """
              .formatted(
                  server.getPort(),
                  paging.equals(IN_A_TEXT) ? "?q=select * limit ${page.offset}, ${page.size};" : "",
                  paging);
      try (Session session =
          engines
              .catalog(yaml)
              .open(new ConnectionProfile("acme", "acme", "key", Map.of()), Map.of("key", "k"))) {
        List<String> names =
            session.objects(Progress.NONE).stream().map(ObjectSummary::name).toList();
        assertThat(server.getRequestCount()).isLessThanOrEqualTo(mostRequests);
        return names;
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void comesWhole(String paging, int size, int all, Function<HttpUrl, Page> answer)
      throws IOException {
    assertThat(list(paging, size, all, answer, all / size + 2))
        .containsExactlyElementsOf(IntStream.range(0, all).mapToObj(i -> "o" + i).toList());
  }

  @Property(tries = 5)
  void everyKindGivesEachItemOnceAndInOrder(
      @ForAll @IntRange(min = 1, max = 40) int all, @ForAll @IntRange(min = 1, max = 9) int size)
      throws IOException {
    comesWhole(CURSOR, size, all, url -> cursor(url, size, all));
    comesWhole(OFFSET, 7, all, url -> offset(url, all));
    comesWhole(SHORT_PAGE, 7, all, url -> new Page(number(url, "skip"), Map.of(), Map.of()));
    comesWhole(EMPTY_PAGE, size, all, url -> new Page(number(url, "skip"), Map.of(), Map.of()));
    comesWhole(
        TEXT_TOTAL,
        size,
        all,
        url -> new Page(number(url, "skip"), Map.of("total", String.valueOf(all)), Map.of()));
    comesWhole(NUMBER, size, all, url -> numbered(url, size, all));
    comesWhole(IN_A_TEXT, 7, all, PagingTest::inAText);
    comesWhole(NEXT_URL, size, all, url -> nextUrl(url, size, all));
    comesWhole(LINK, size, all, url -> link(url, size, all));
  }

  @Test
  void theSameCursorTwiceEndsTheList() throws IOException {
    Function<HttpUrl, Page> stuck =
        url -> new Page(number(url, "after"), Map.of("next", "5"), Map.of());
    assertThat(list(CURSOR, 5, 50, stuck, 2)).hasSize(10);
    Function<HttpUrl, Page> circle = url -> new Page(0, Map.of("next", "/objects?at=5"), Map.of());
    assertThat(list(NEXT_URL, 5, 50, circle, 2)).hasSize(5);
  }

  @Test
  void anEmptyPageEndsTheListWhateverItSaysOfMore() throws IOException {
    Function<HttpUrl, Page> endless =
        url ->
            new Page(
                number(url, "after"),
                Map.of("next", String.valueOf(number(url, "after") + 5)),
                Map.of());
    assertThat(list(CURSOR, 5, 10, endless, 3)).hasSize(10);
    Function<HttpUrl, Page> more =
        url -> new Page((number(url, "page") - 1) * 5, Map.of("hasMore", true), Map.of());
    assertThat(list(NUMBER, 5, 10, more, 3)).hasSize(10);
  }

  @Test
  void aNextAddressOnAnotherHostIsRefused() {
    Function<HttpUrl, Page> away =
        url -> new Page(0, Map.of("next", "https://evil.example/objects"), Map.of());
    assertThatThrownBy(() -> list(NEXT_URL, 5, 10, away, 1)).hasMessageContaining("evil.example");
  }
}
