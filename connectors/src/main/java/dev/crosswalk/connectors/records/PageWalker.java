package dev.crosswalk.connectors.records;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.PageSpec;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.Api;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Goes from page to page. Always ends on an empty page and on the same cursor or address twice; a
 * list that must be whole and does not end fails by name.
 */
public final class PageWalker {
  /** Everything there is. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  private static final int MOST_PAGES = 1000;
  private static final int MOST_PAGES_OF_A_SAMPLE = 50;
  private static final Pattern LINK = Pattern.compile("<([^>]*)>\\s*;([^,]*)");

  private final Api api;
  private final PageSpec page;
  private final PageSpec.@Nullable Size size;

  public PageWalker(Api api, PageSpec page, PageSpec.@Nullable Size size) {
    this.api = api;
    this.page = page;
    this.size = size;
  }

  /** Where the next page is: more of the query, the body and the names, or another address. */
  private record Next(
      Map<String, String> query,
      Map<String, Object> body,
      Map<String, Object> names,
      @Nullable String url,
      String mark) {
    static Next at(String url) {
      return new Next(Map.of(), Map.of(), Map.of(), url, url);
    }

    static Next marked(String mark) {
      return new Next(new HashMap<>(), new HashMap<>(), new HashMap<>(), null, mark);
    }

    /**
     * @param name what templates call the value
     * @param param null where it is sent in no parameter
     */
    void put(String name, @Nullable String param, PageSpec.Into into, Object value) {
      names.put(name, value);
      if (param != null) {
        switch (into) {
          case QUERY -> query.put(param, value.toString());
          case BODY -> body.put(param, value);
          case TEMPLATE -> {
            // The request's own templates say where.
          }
        }
      }
    }
  }

  /** What templates can name of a first page. */
  public static Map<String, Object> start(PageSpec page, PageSpec.@Nullable Size size) {
    Map<String, Object> names = new HashMap<>();
    names.put("page.size", size == null ? 0 : size.max());
    switch (page) {
      case PageSpec.Number number -> names.put("page.number", number.first());
      case PageSpec.Offset _ -> names.put("page.offset", 0);
      case PageSpec.Cursor _ -> names.put("page.cursor", "");
      default -> {}
    }
    return names;
  }

  /**
   * @param scope its object is what the expressions of a page see as {@code $object}
   * @param wanted stop after so many
   * @param take gets each page and says how many items were on it
   */
  public void walk(
      RequestSpec request,
      Scope scope,
      String why,
      Progress progress,
      int wanted,
      ToIntFunction<Answer> take) {
    walk(request, scope, Map.of(), why, progress, wanted, take);
  }

  /**
   * The items of all pages. An answer that has no list at all is an error, as elsewhere: nobody can
   * tell it from a broken one.
   *
   * @param items where the list is in an answer
   */
  public List<@Nullable Object> all(
      RequestSpec request, Scope scope, String why, Progress progress, Expression items) {
    List<@Nullable Object> all = new ArrayList<>();
    walk(
        request,
        scope,
        why,
        progress,
        NO_LIMIT,
        answer -> {
          Object found = items.evaluate(answer.body());
          if (found == null && answer.status() != 204) {
            throw api.problems().without("the list that 'items' looks for", answer, why);
          }
          List<?> page = Expression.asList(found);
          all.addAll(page);
          return page.size();
        });
    return all;
  }

  /**
   * The same with more of the query, which a page that is an address has by itself.
   *
   * @param more parameters; a page's own win
   */
  void walk(
      RequestSpec request,
      Scope scope,
      Map<String, String> more,
      String why,
      Progress progress,
      int wanted,
      ToIntFunction<Answer> take) {
    int perPage = size == null ? 0 : Math.min(size.max(), wanted);
    Next next = first(perPage);
    Set<String> seen = new HashSet<>();
    int taken = 0;
    for (int pages = 0; next != null && taken < wanted; pages++) {
      progress.check();
      if (pages == MOST_PAGES_OF_A_SAMPLE && wanted != NO_LIMIT) {
        return;
      }
      if (pages == MOST_PAGES) {
        throw api.problems()
            .failure(
                FailureKind.NONSENSE,
                "The list does not end after " + MOST_PAGES + " pages (" + why + ").",
                "Check 'page' in the connector definition.");
      }
      Answer answer =
          next.url() == null
              ? api.send(
                  request,
                  scope.plus(start(page, size)).plus(next.names()),
                  plus(more, next.query()),
                  next.body(),
                  why,
                  progress)
              : api.follow(request, next.url(), scope, why, progress);
      int count = take.applyAsInt(answer);
      taken += count;
      next = count == 0 ? null : after(answer, taken, count, perPage, pages, scope);
      if (next != null && !seen.add(next.mark())) {
        return;
      }
    }
  }

  private static Map<String, String> plus(Map<String, String> more, Map<String, String> own) {
    Map<String, String> all = new HashMap<>(more);
    all.putAll(own);
    return all;
  }

  private Next sized(String mark, int perPage) {
    Next next = Next.marked(mark);
    if (size != null) {
      next.put("page.size", size.param(), size.into(), perPage);
    }
    return next;
  }

  private Next first(int perPage) {
    Next next = sized("", perPage);
    if (page instanceof PageSpec.Number number) {
      next.put("page.number", number.param(), number.into(), number.first());
    }
    if (page instanceof PageSpec.Offset offset) {
      next.put("page.offset", offset.param(), offset.into(), 0);
    }
    return next;
  }

  private @Nullable Next after(
      Answer answer, int taken, int count, int perPage, int pages, Scope scope) {
    Object content = answer.body();
    Map<String, Object> bindings = Map.of("object", scope.object());
    switch (page) {
      case PageSpec.None _ -> {
        return null;
      }
      case PageSpec.Cursor cursor -> {
        Object value = cursor.path().evaluate(content, bindings);
        if (value == null
            || value.toString().isEmpty()
            || isFalse(cursor.more(), content, bindings)) {
          return null;
        }
        Next next = sized(value.toString(), perPage);
        next.put("page.cursor", cursor.param(), cursor.into(), value);
        return next;
      }
      case PageSpec.Offset offset -> {
        if (ended(offset.total(), offset.end(), content, bindings, taken, count, perPage)) {
          return null;
        }
        Next next = sized(String.valueOf(taken), perPage);
        next.put("page.offset", offset.param(), offset.into(), taken);
        return next;
      }
      case PageSpec.Number number -> {
        if (isFalse(number.more(), content, bindings)
            || (number.more() == null
                && ended(number.total(), number.end(), content, bindings, taken, count, perPage))) {
          return null;
        }
        int value = number.first() + pages + 1;
        Next next = sized(String.valueOf(value), perPage);
        next.put("page.number", number.param(), number.into(), value);
        return next;
      }
      case PageSpec.NextUrl nextUrl -> {
        Object value = nextUrl.path().evaluate(content, bindings);
        return value == null || value.toString().isEmpty()
            ? null
            : Next.at(resolved(value.toString(), nextUrl.relativeTo(), answer.url(), scope));
      }
      case PageSpec.LinkHeader header -> {
        String link = link(answer.header("link"), header.rel());
        return link == null
            ? null
            : Next.at(resolved(link, PageSpec.RelativeTo.ORIGIN, answer.url(), scope));
      }
    }
  }

  private static boolean isFalse(
      @Nullable Expression more, @Nullable Object content, Map<String, Object> bindings) {
    return more != null && !more.test(content, bindings);
  }

  private static boolean ended(
      @Nullable Expression total,
      PageSpec.End end,
      @Nullable Object content,
      Map<String, Object> bindings,
      int taken,
      int count,
      int perPage) {
    Object all = total == null ? null : total.evaluate(content, bindings);
    if (all instanceof Number || (all instanceof String text && text.matches("\\d{1,18}"))) {
      return taken >= Long.parseLong(all.toString().replaceAll("\\..*", ""));
    }
    return end == PageSpec.End.SHORT_PAGE && perPage > 0 && count < perPage;
  }

  private String resolved(
      String link, PageSpec.RelativeTo relativeTo, String answered, Scope scope) {
    if (link.contains("://")) {
      return link;
    }
    String base =
        switch (relativeTo) {
          case ABSOLUTE, ORIGIN -> answered;
          case SERVICE, BASE ->
              api.definition().http().base().url(scope).replaceFirst("/+$", "") + "/";
        };
    String relative =
        relativeTo == PageSpec.RelativeTo.ORIGIN || !link.startsWith("/")
            ? link
            : link.substring(1);
    HttpUrl url = HttpUrl.get(base).resolve(relative);
    return url == null ? link : url.toString();
  }

  static @Nullable String link(@Nullable String header, String rel) {
    Matcher matcher = LINK.matcher(header == null ? "" : header);
    while (matcher.find()) {
      String parameters = matcher.group(2).replace("\"", "").replace(" ", "");
      if (Arrays.asList(parameters.split(";", -1)).contains("rel=" + rel)) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
