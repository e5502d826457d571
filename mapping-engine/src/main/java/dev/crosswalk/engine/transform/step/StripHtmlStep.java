package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plain text of HTML. */
public final class StripHtmlStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "stripHtml",
          "Strip HTML",
          "Makes plain text of HTML: tags, comments, scripts and styles go, paragraphs and line breaks become line breaks, and entities such as &amp;amp; become characters.",
          List.of(
              Parameter.flag(
                  "lines",
                  true,
                  "Whether line breaks are kept; without them each becomes a space.")),
          Set.of(),
          List.of(
              Example.of("<p>Hello <b>Ada</b></p><p>Bye</p>", "Hello Ada\nBye"),
              Example.of("a &lt; b &amp;&nbsp;c&#33;", "a < b & c!"),
              Example.of(Map.of("lines", false), "one<br>two<script>x()</script>", "one two"),
              Example.of("1 < 2", "1 < 2")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    boolean lines = parameters.flag("lines");
    return (value, record) -> value instanceof String text ? HtmlText.of(text, lines) : value;
  }
}
