package dev.crosswalk.engine.transform.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: the quick ways give what the whole readers give, or leave it to them. */
class QuickWaysTest {

  private static final List<String> PATTERNS =
      List.of(
          "[^0-9+]", "\\s+", "<[^>]*>", "a", "ab", "a*b", "a+", "[ab]+c", "[a-c]", "a[^b]*b",
          "\\d+", "[^a]+a", "\\(b", "x[ab]*", "[]a]", "[^]a]b", "[a-]+", "<a*>b", "aab", "ab*a");

  private static final List<String> FORMATS =
      List.of(
          "dd/MM/yyyy",
          "yyyyMMdd",
          "yyyy-MM-dd HH:mm:ss",
          "dd.MM.yyyy",
          "MM-dd-uuuu",
          "yyyy-MM-dd'T'HH:mm",
          "iso",
          "HH:mm dd/MM/yyyy");

  @Property(tries = 500)
  void replacementsAreThoseOfTheWholeEngine(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    QuickPattern quick = QuickPattern.of(pattern).orElseThrow(() -> new AssertionError(pattern));
    String replaced = quick.replaceAll(text, "_");
    if (replaced != null) {
      assertThat(replaced)
          .as(pattern + " in '" + text + "'")
          .isEqualTo(Pattern.compile(pattern).matcher(text).replaceAll("_"));
    } else {
      assertThat(text.chars().anyMatch(c -> c > 127)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|b",
        "(a)",
        "a?b",
        "^a",
        "a$",
        ".",
        "a{2}",
        "a*",
        "a+?",
        "[[:alpha:]]",
        "a*ab",
        "\\bx",
        "a*b*",
        "\\pL",
        "é",
        ""
      })
  void otherPatternsAreLeftToTheWholeEngine(String pattern) {
    assertThat(QuickPattern.of(pattern)).isEmpty();
  }

  @Property(tries = 1000)
  void datesAreThoseOfTheWholeReader(
      @ForAll("formats") String format, @ForAll("dates") String text) {
    assertThat(DateReader.of(format, Locale.ENGLISH).read(text))
        .as(format + " of " + text)
        .isEqualTo(DateReader.whole(format, Locale.ENGLISH).read(text));
  }

  @Property(tries = 300)
  void plainNumbersAreExact(@ForAll("numbers") String text) {
    assertThat((BigDecimal) new NumberReader('.', ',', false).read(text))
        .isEqualByComparingTo(new BigDecimal(text));
  }

  @Property(tries = 2000)
  void numbersAreThoseOfTheWholeReader(@ForAll("amounts") String text) {
    for (NumberReader reader :
        List.of(
            new NumberReader('.', ',', false),
            new NumberReader(',', '.', true),
            new NumberReader('.', NumberReader.NONE, false),
            new NumberReader('.', '$', false),
            new NumberReader('-', ' ', false))) {
      assertThat(reader.read(text)).as(text).isEqualTo(reader.whole(text, text));
    }
  }

  @Provide
  Arbitrary<String> amounts() {
    return Arbitraries.of(
            "0", "1", "12", "123", "1234", ",", ",", ".", "-", "$", "\u20ac", "%", "(", ")", "\0",
            "e2")
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(PATTERNS);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aabbc <>(]-x1+\n\t\u00e9").ofMaxLength(14);
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of(FORMATS);
  }

  @Provide
  Arbitrary<String> dates() {
    Arbitrary<String> near =
        Arbitraries.of(
            "%3$02d/%2$02d/%1$04d",
            "%1$04d%2$02d%3$02d",
            "%1$04d-%2$02d-%3$02d",
            "%1$04d-%2$02d-%3$02d %4$02d:%5$02d:%5$02d",
            "%3$02d.%2$02d.%1$04d",
            "%2$02d-%3$02d-%1$04d",
            "%1$04d-%2$02d-%3$02dT%4$02d:%5$02d",
            "%1$04d-%2$02d-%3$02dT%4$02d:%5$02d:%5$02d.%3$03d+0000",
            "%1$04d-%2$02d-%3$02dT%4$02d:%5$02d:%5$02dZ",
            "%1$04d-%2$02d-%3$02dt%4$02d:%5$02d:%5$02d.123456789",
            "%1$04d-%2$02d-%3$02dT%4$02d:%5$02d:%5$02d+02:00",
            "%1$04d-%2$02d-%3$02dT%4$02d:%5$02d:%5$02d.",
            "%4$02d:%5$02d %3$02d/%2$02d/%1$04d");
    return near.flatMap(form ->
        Arbitraries.integers()
            .between(0, 32)
            .list()
            .ofSize(4)
            .flatMap(n ->
                Arbitraries.of(0, 1, 1999, 2024, 9999, 12024)
                    .map(year ->
                        form.formatted(
                            year, n.get(0) % 14, n.get(1), n.get(2) % 26, n.get(3) * 2))));
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("1e15"))
        .ofScale(3)
        .map(BigDecimal::toPlainString);
  }

  @Property(tries = 500)
  void datesAreWrittenAsJavaWritesThem(@ForAll @LongRange(min = -719162, max = 2932896) long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    assertThat(DateReader.Read.written(date)).isEqualTo(date.toString());
  }
}
