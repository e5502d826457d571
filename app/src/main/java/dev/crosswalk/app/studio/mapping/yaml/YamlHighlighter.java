package dev.crosswalk.app.studio.mapping.yaml;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Which style each part of a YAML text has. Looks at words, not at meaning. */
final class YamlHighlighter {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<comment>(?:^|(?<=\\s))#[^\\n]*)"
              + "|(?<text>\"(?:[^\"\\\\\\n]|\\\\.){0,4000}\"|'(?:[^'\\n]|''){0,4000}')"
              + "|(?<key>[A-Za-z0-9_.\\-\\[\\]']{1,200}(?=:(?:\\s|$)))"
              + "|(?<number>(?<![\\w.\\-])-?\\d+(?:\\.\\d+)?(?![\\w.\\-]))"
              + "|(?<word>(?<![\\w.\\-])(?:true|false|null)(?![\\w.\\-]))"
              + "|(?<mark>[{}\\[\\],]|^\\s*- |: )",
          Pattern.MULTILINE);

  private YamlHighlighter() {}

  static StyleSpans<Collection<String>> spans(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    Matcher matcher = PARTS.matcher(text);
    int at = 0;
    while (matcher.find()) {
      spans.add(List.of(), matcher.start() - at);
      spans.add(List.of(style(matcher)), matcher.end() - matcher.start());
      at = matcher.end();
    }
    spans.add(List.of(), text.length() - at);
    return spans.create();
  }

  private static String style(Matcher matcher) {
    for (String name : new String[] {"comment", "text", "key", "number", "word"}) {
      if (matcher.group(name) != null) {
        return "yaml-" + name;
      }
    }
    return "yaml-mark";
  }
}
