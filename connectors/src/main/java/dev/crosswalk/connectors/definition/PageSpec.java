package dev.crosswalk.connectors.definition;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a list goes on on the next page. */
public sealed interface PageSpec {

  /** Its expressions as they were written. */
  default Stream<String> sources() {
    return Stream.of(
            switch (this) {
              case Cursor cursor -> Stream.of(cursor.path(), cursor.more());
              case Offset offset -> Stream.of(offset.total());
              case Number number -> Stream.of(number.more(), number.total());
              case NextUrl nextUrl -> Stream.of(nextUrl.path());
              case None _, LinkHeader _ -> Stream.<@Nullable Expression>empty();
            })
        .flatMap(s -> s)
        .filter(Objects::nonNull)
        .map(Expression::source);
  }

  /** Where the value that asks for a page goes in a request. */
  enum Into {
    QUERY,
    BODY,
    /** Wherever the request's own templates name it: {@code page.offset} and the like. */
    TEMPLATE
  }

  /** Everything is on the first page. */
  record None() implements PageSpec {}

  /**
   * A token from the answer goes into the next request.
   *
   * @param param empty where templates name the value
   * @param more false there means the end; null where a missing cursor is the end
   */
  record Cursor(Expression path, String param, Into into, @Nullable Expression more)
      implements PageSpec {}

  /** When a list that is asked for by numbers has ended. */
  enum End {
    /** On a page with fewer items than were asked for, and on an empty one. */
    SHORT_PAGE,
    /** On an empty page only, for systems that cut pages as they like. */
    EMPTY_PAGE
  }

  /** The number of records to skip. Ends at the total where there is one, otherwise by the page. */
  record Offset(String param, Into into, @Nullable Expression total, End end) implements PageSpec {}

  /** The number of the page. Ends on a short or empty page, at the total, or where no more. */
  record Number(
      String param,
      Into into,
      int first,
      @Nullable Expression more,
      @Nullable Expression total,
      End end)
      implements PageSpec {}

  /** The address of the next page is in the answer. */
  record NextUrl(Expression path, RelativeTo relativeTo) implements PageSpec {}

  /** The address of the next page is in a {@code Link} header. */
  record LinkHeader(String rel) implements PageSpec {}

  /** What a next address that is not absolute is relative to. */
  enum RelativeTo {
    ABSOLUTE,
    ORIGIN,
    SERVICE,
    BASE
  }

  /**
   * @param param parameter for the size of a page; null where it cannot be set
   * @param max greatest size
   */
  record Size(@Nullable String param, Into into, int max) {}
}
