package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.salesforce.QueryRunner.Refused;
import dev.crosswalk.connectors.sandbox.salesforce.QueryRunner.Rows;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Malformed;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries and their further pages. */
final class Queries {
  private static final int PAGE = 2000;
  private static final int MAX_OPEN = 50;
  private static final int MAX_URL = 16_000;
  private static final Pattern BATCH = Pattern.compile("batchSize\\s*=\\s*(\\d{1,6})");

  private final Catalog catalog;
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final Deque<String> oldest = new ArrayDeque<>();
  private final AtomicInteger number = new AtomicInteger();

  Queries(Catalog catalog) {
    this.catalog = catalog;
  }

  private record Open(Rows rows, int page) {}

  Response first(Request request, String version) {
    String text = request.parameter("q").orElse("");
    if (text.isBlank()) {
      return Errors.of(400, "MALFORMED_QUERY", "A query string has to be specified");
    }
    if (text.length() > MAX_URL) {
      return Response.html(414, "<h1>URI Too Long</h1>");
    }
    try {
      Rows rows = new QueryRunner(catalog, version).run(text);
      Matcher size = BATCH.matcher(request.header("sforce-query-options"));
      int page = size.find() ? Math.clamp(Integer.parseInt(size.group(1)), 200, PAGE) : PAGE;
      if (rows.records().size() <= page) {
        return Response.json(200, QueryRunner.page(rows.total(), rows.records(), null));
      }
      String locator = remember(new Open(rows, page));
      return slice(locator, 0, new Open(rows, page), version);
    } catch (Malformed e) {
      return Errors.of(400, "MALFORMED_QUERY", String.valueOf(e.getMessage()));
    } catch (Refused e) {
      return Errors.of(400, e.code(), String.valueOf(e.getMessage()));
    } catch (DateTimeException e) {
      return Errors.of(400, "MALFORMED_QUERY", "invalid date or time in the query");
    }
  }

  /** A further page; the locator is {@code 01g…-2000}: the query and where the page starts. */
  Response more(String locator, String version) {
    int dash = locator.lastIndexOf('-');
    Open found = dash < 0 ? null : open.get(locator.substring(0, dash));
    if (found == null || !locator.substring(dash + 1).matches("\\d{1,7}")) {
      return Errors.of(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return slice(
        locator.substring(0, dash), Integer.parseInt(locator.substring(dash + 1)), found, version);
  }

  private static Response slice(String locator, int from, Open query, String version) {
    int size = query.rows().records().size();
    int start = Math.min(from, size);
    int end = Math.min(start + query.page(), size);
    String next =
        end < size ? "/services/data/v%s/query/%s-%d".formatted(version, locator, end) : null;
    return Response.json(
        200,
        QueryRunner.page(query.rows().total(), query.rows().records().subList(start, end), next));
  }

  /** Keeps the rows for the next pages; the oldest query is forgotten when there are too many. */
  private synchronized String remember(Open query) {
    String locator = "01gSb0000%07dAAA".formatted(number.incrementAndGet());
    open.put(locator, query);
    oldest.addLast(locator);
    if (oldest.size() > MAX_OPEN) {
      open.remove(oldest.removeFirst());
    }
    return locator;
  }
}
