package dev.crosswalk.connectors.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Blanks secrets in what is logged or shown. Thread-safe. */
public final class Redactor {
  private static final String BLANK = "•••";
  private static final Set<String> HEADERS =
      Set.of("authorization", "cookie", "set-cookie", "proxy-authorization", "x-api-key");
  private static final Set<String> PARAMETERS =
      Set.of(
          "access_token",
          "refresh_token",
          "client_secret",
          "code",
          "code_verifier",
          "token",
          "api_key",
          "apikey",
          "key",
          "password",
          "assertion");

  private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+|[0-9]+");

  private static final int SHORTEST = 4;
  private static final int LONG = 20;

  /** A value of a record that is nothing but a text of this length is no word by chance. */
  private static final int WHOLE = 8;

  /** Lines of a key in PEM: a system may send back one of them only. */
  private static final int LINE = 32;

  private volatile List<String> ordered = List.of();

  /**
   * From now on this text is blanked wherever it stands, also in the forms in which a system may
   * send it back: as part of an address, in JSON or HTML, or in Base64. Too short ones would blank
   * anything.
   */
  public synchronized void hide(String secret) {
    if (secret.length() < SHORTEST) {
      return;
    }
    Set<String> all = new HashSet<>(ordered);
    all.addAll(forms(secret));
    secret.lines().filter(line -> line.length() >= LINE).forEach(all::add);
    // The longest first: a form may hold another.
    ordered = all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  private static Set<String> forms(String secret) {
    Set<String> forms = new HashSet<>();
    forms.add(secret);
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    for (String address : List.of(form, form.replace("+", "%20"))) {
      forms.add(address);
      forms.add(PERCENT.matcher(address).replaceAll(m -> m.group().toLowerCase(Locale.ROOT)));
    }
    forms.addAll(json(secret));
    forms.addAll(html(secret));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    return forms;
  }

  private static Set<String> json(String secret) {
    Set<String> forms = new HashSet<>();
    String safe = secret.replace("\\", "\\\\");
    forms.add(safe.replace("\"", "\\\""));
    // Who puts JSON into HTML writes more of it as numbers: ASP.NET, Go, Gson, PHP when asked to.
    for (String odd : List.of("&", "<", ">", "'", "+")) {
      safe = safe.replace(odd, "\\u%04X".formatted((int) odd.charAt(0)));
      forms.add(safe.replace("\"", "\\\""));
      forms.add(safe.replace("\"", "\\u0022"));
    }
    for (String form : List.copyOf(forms)) {
      String lower =
          UNICODE.matcher(form).replaceAll(m -> "\\\\u" + m.group(1).toLowerCase(Locale.ROOT));
      forms.add(lower);
      // As PHP writes it.
      forms.add(form.replace("/", "\\/"));
      forms.add(lower.replace("/", "\\/"));
    }
    return forms;
  }

  private static Set<String> html(String secret) {
    Set<String> forms = new HashSet<>();
    String html = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    for (String quote : List.of("\"", "&quot;", "&#34;")) {
      for (String mark : List.of("'", "&#39;", "&#039;", "&#x27;", "&apos;")) {
        for (String slash : List.of("/", "&#x2F;", "&#47;")) {
          String form = html.replace("\"", quote).replace("'", mark).replace("/", slash);
          forms.add(form);
          forms.add(form.replace("+", "&#43;"));
          forms.add(form.replace("+", "&#x2B;"));
        }
      }
    }
    return forms;
  }

  public String text(String text) {
    return without(text, s -> true);
  }

  /** Blanks only what is too long to be a word of a sentence, a host or a name. */
  String longOnes(String text) {
    return without(text, s -> s.length() >= LONG);
  }

  private String without(String text, Predicate<String> which) {
    String out = text;
    for (String secret : ordered) {
      if (secret.length() <= out.length() && which.test(secret)) {
        out = out.replace(secret, BLANK);
      }
    }
    return out;
  }

  /**
   * A JSON-like value with all of its texts, and names, blanked. Only of long secrets: a short
   * password may be a word of the system's own, and without that word the answer would be wrong.
   */
  @Nullable Object tree(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> longOnes(text);
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach(
            (key, each) -> out.put(key instanceof String k ? longOnes(k) : key, tree(each)));
        yield out;
      }
      case List<?> list -> {
        List<@Nullable Object> out = new ArrayList<>(list.size());
        list.forEach(each -> out.add(tree(each)));
        yield out;
      }
      default -> value;
    };
  }

  /**
   * Whether a short secret stands somewhere in what a system answered, as a word of its own where
   * it is a plain word. It cannot be blanked, since it may be a word of the system's own, and it
   * must not be written either.
   */
  boolean holdsShort(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case String text ->
          ordered.stream()
              .anyMatch(s -> s.length() < LONG && s.length() <= text.length() && stands(s, text));
      case Map<?, ?> map ->
          map.entrySet().stream().anyMatch(e -> holdsShort(e.getKey()) || holdsShort(e.getValue()));
      case List<?> list -> list.stream().anyMatch(this::holdsShort);
      default -> ordered.contains(value.toString());
    };
  }

  private static boolean stands(String secret, String text) {
    boolean word = WORD.matcher(secret).matches();
    for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      int end = at + secret.length();
      boolean inside =
          (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))
              || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)));
      if (!word || !inside) {
        return true;
      }
    }
    return false;
  }

  /** The same of the values in the query of an address. */
  boolean holdsShort(HttpUrl url) {
    return IntStream.range(0, url.querySize())
        .anyMatch(i -> holdsShort(url.queryParameterValue(i)));
  }

  /**
   * A record with every text blanked that holds a long secret, or is one of middling length, or a
   * short one that is no plain word, and nothing else: some systems keep a user's key in a field of
   * the user.
   */
  Map<String, @Nullable Object> record(Map<String, ? extends @Nullable Object> record) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    record.forEach((name, value) -> out.put(name, valueOf(value)));
    return out;
  }

  private boolean isWhole(String text) {
    return ordered.contains(text) && (text.length() >= WHOLE || !WORD.matcher(text).matches());
  }

  private @Nullable Object valueOf(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> isWhole(text) ? BLANK : longOnes(text);
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, each) -> out.put(key, valueOf(each)));
        yield out;
      }
      case List<?> list -> {
        List<@Nullable Object> out = new ArrayList<>(list.size());
        list.forEach(each -> out.add(valueOf(each)));
        yield out;
      }
      default -> value;
    };
  }

  /**
   * Without secrets. Host and path are names that many people know: a blank there for a password
   * that is a plain word or number, such as that of an object, would give it away. In the query,
   * where such a thing may be the secret itself, it is blanked.
   */
  String url(HttpUrl url) {
    HttpUrl.Builder out = url.newBuilder().username("").password("");
    for (String name : url.queryParameterNames()) {
      if (PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
        out.setQueryParameter(name, "***");
      }
    }
    String whole = out.build().toString();
    int query = whole.indexOf('?');
    String place = query < 0 ? whole : whole.substring(0, query);
    return without(place, s -> s.length() >= LONG || !WORD.matcher(s).matches())
        + (query < 0 ? "" : text(whole.substring(query)));
  }

  List<Map.Entry<String, String>> headers(Map<String, String> headers) {
    List<Map.Entry<String, String>> out = new ArrayList<>();
    headers.forEach((name, value) ->
        out.add(
            new SimpleImmutableEntry<>(
                name, HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? BLANK : text(value))));
    return out;
  }
}
