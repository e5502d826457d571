package dev.crosswalk.engine.transform.step;

import com.google.re2j.Pattern;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks and tidies a web address. */
public final class UrlStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "url",
          "Web address",
          "Checks that a text is one web address, adds a scheme where there is none and writes scheme and host in lower case, names of other alphabets in their ASCII form; blank text becomes null.",
          List.of(
              Parameter.word(
                  "part",
                  "url",
                  List.of("url", "host", "domain"),
                  "What to give: the address, its host, or the host without www."),
              Parameter.text("scheme", "https", "The scheme of addresses that name none.")),
          Kind.SCALARS_AND_LISTS,
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL, Trait.IDEMPOTENT),
          List.of(
              Example.of("Example.com/About", "https://example.com/About"),
              Example.of(
                  Map.of("part", "domain"), "http://www.example.co.uk:8080/a?b=c", "example.co.uk"),
              Example.of(" HTTP://M\u00fcller.example ", "http://xn--mller-kva.example"),
              Example.fails(
                  Map.of(),
                  "not a url",
                  "'not a url' is not a web address: there is a space in it.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String part = parameters.needText("part");
    String scheme = parameters.needText("scheme");
    if (!SCHEMES.contains(scheme)) {
      throw new IllegalArgumentException("the scheme is '" + scheme + "'. Give http or https.");
    }
    return (value, record) -> value instanceof String text ? read(text, part, scheme) : value;
  }

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LONGEST = 2048;
  private static final Pattern HOST =
      Pattern.compile(
          "([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?\\.?");

  private static @Nullable Object read(String given, String part, String standard) {
    String text = Texts.trim(given);
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST) {
      return failure(given, "it is longer than " + LONGEST + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Texts.isSpace(text.charAt(i)) || Character.isISOControl(text.charAt(i))) {
        return failure(given, "there is a space in it");
      }
    }
    int colon = text.indexOf("://");
    String scheme = standard;
    String rest = text;
    if (colon >= 0
        && text.substring(0, colon)
            .chars()
            .allMatch(c -> c < 128 && Character.isLetterOrDigit(c))) {
      scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
      rest = text.substring(colon + 3);
    } else if (text.startsWith("//")) {
      rest = text.substring(2);
    }
    if (!SCHEMES.contains(scheme)) {
      return failure(given, "its scheme is neither http nor https");
    }
    int end = 0;
    while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    if (authority.indexOf('@') >= 0) {
      return failure(given, "it holds a user name");
    }
    int port = authority.lastIndexOf(':');
    String number = port < 0 ? "" : authority.substring(port + 1);
    String host = ascii(port < 0 ? authority : authority.substring(0, port));
    if (host == null || !HOST.matcher(host).matches()) {
      return failure(given, "'" + Texts.cut(authority, 60) + "' is not a host name");
    }
    if (!isPort(number)) {
      return failure(given, "its port is not a number from 1 to 65535");
    }
    return switch (part) {
      case "host" -> host;
      case "domain" ->
          host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
      default ->
          scheme + "://" + host + (number.isEmpty() ? "" : ":" + number) + rest.substring(end);
    };
  }

  private static boolean isPort(String number) {
    if (number.isEmpty()) {
      return true;
    }
    return number.length() <= 5
        && number.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(number) >= 1
        && Integer.parseInt(number) <= 65535;
  }

  private static @Nullable String ascii(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static Failure failure(String given, String why) {
    return new Failure(Texts.shown(given) + " is not a web address: " + why + ".");
  }
}
