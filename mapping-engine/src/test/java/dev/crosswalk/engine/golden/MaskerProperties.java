package dev.crosswalk.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.sanctionco.jmail.JMail;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Mappings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** Laws of masking: the form stays, the person does not. */
class MaskerProperties {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private static final SchemaObject SOURCE =
      SchemaObject.of(
          "Contact",
          List.of(
              Field.builder("Id", FieldType.ID).build(),
              Field.builder("Phone", FieldType.PHONE).build(),
              Field.builder("Email", FieldType.EMAIL).build(),
              Field.builder("Site", FieldType.URL).build(),
              Field.builder("Born", FieldType.DATE).build(),
              Field.builder("Amount", FieldType.MONEY).build(),
              Field.builder("Tier", FieldType.ENUM)
                  .values(List.of(PicklistValue.of("Gold"), PicklistValue.of("Silver")))
                  .build(),
              Field.builder("Name", FieldType.STRING).build()));

  private static final Mapping MAPPING =
      Mappings.of(
          Map.of(
              "name", Mappings.from("Name", new StepCall("trim", Map.of())),
              "price", Mappings.from("Price", new StepCall("money", Map.of())),
              "rank",
                  Mappings.from(
                      "Rank",
                      new StepCall("valueMap", Map.of("map", Map.of("A1", "first"))),
                      new StepCall("lookup", Map.of("table", "ranks")))),
          Mapping.Defaults.STANDARD,
          List.of(new Mapping.RowFilter("Kind", "in", List.of("Person", "Company"))));

  private static final Lookups TABLES =
      new Lookups(Map.of("ranks", new Lookups.Table(List.of("code"), List.of(List.of("Colonel")))));

  private static Masker masker(String key) {
    return new Masker(MaskKey.of(key.getBytes(StandardCharsets.UTF_8)), MAPPING, SOURCE, TABLES);
  }

  private static final Masker MASKER = masker("a key of some length");

  private static Object mask(String field, Object value) {
    return mask(MASKER, field, value);
  }

  private static Object mask(Masker masker, String field, Object value) {
    Map<String, Object> record = new HashMap<>();
    record.put(field, value);
    return masker.mask(record).get(field);
  }

  @Provide
  Arbitrary<PhoneNumber> phones() {
    return Arbitraries.of(PHONES.getSupportedRegions())
        .map(region -> PHONES.getExampleNumberForType(region, PhoneNumberType.FIXED_LINE))
        .filter(n -> n != null && PHONES.isValidNumber(n));
  }

  @Property(tries = 200)
  void aPhoneStaysAValidOneOfItsRegionInTheSameForm(
      @ForAll("phones") PhoneNumber number, @ForAll("formats") PhoneNumberFormat format)
      throws Exception {
    String text = PHONES.format(number, format);
    String masked = (String) mask("Phone", text);
    PhoneNumber other = PHONES.parse(masked, null);
    assertThat(PHONES.getRegionCodeForNumber(other))
        .isEqualTo(PHONES.getRegionCodeForNumber(number));
    assertThat(PHONES.isValidNumber(other)).isTrue();
    assertThat(masked).isNotEqualTo(text).hasSameSizeAs(text);
    assertThat(masked.replaceAll("\\d", "0")).isEqualTo(text.replaceAll("\\d", "0"));
    assertThat(mask("Phone", text)).isEqualTo(masked);
  }

  @Provide
  Arbitrary<PhoneNumberFormat> formats() {
    return Arbitraries.of(PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL);
  }

  @Example
  void aTextThatIsNoPhoneStaysNone() {
    assertThat(mask("Phone", "call me")).asString().doesNotContain("call").hasSize(7);
    assertThat(PHONES.isPossibleNumber(String.valueOf(mask("Phone", "+1 12345")), null)).isFalse();
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> word =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
    return Combinators.combine(word, word, word, Arbitraries.of("com", "de", "co.uk", "museum"))
        .as((a, b, c, d) -> a + "." + b + "@" + c + "." + d);
  }

  @Property(tries = 200)
  void anEmailStaysOneThatIsNobodys(@ForAll("addresses") String address) {
    String masked = (String) mask("Email", address);
    assertThat(JMail.strictValidator().isValid(masked)).as(masked).isTrue();
    assertThat(masked).endsWith(".example");
    if (address.length() > 10) {
      assertThat(masked).hasSameSizeAs(address);
    }
    assertThat(PersonalData.holdsAddress(masked)).isFalse();
    assertThat(PersonalData.holdsAddress("write to " + address + "!")).isTrue();
    String inText = (String) mask("Note", "Write to " + address + ", please.");
    assertThat(PersonalData.holdsAddress(inText)).isFalse();
    assertThat(inText).contains("@").doesNotContain("Write");
  }

  @Property(tries = 200)
  void aDateStaysADate(@ForAll("days") LocalDate day) {
    String masked = (String) mask("Born", day.toString());
    assertThat(LocalDate.parse(masked)).isNotEqualTo(day);
    String time = day + "T03:04:05.678Z";
    String other = (String) mask("Note", time);
    assertThat(OffsetDateTime.parse(other)).isNotEqualTo(OffsetDateTime.parse(time));
    assertThat(other).hasSameSizeAs(time);
    String slashed =
        "%02d/%02d/%04d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
    assertThat((String) mask("Born", slashed))
        .matches("(0[1-9]|1[0-2])/(0[1-9]|1[0-2])/[12]\\d{3}");
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2100, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Property(tries = 200)
  void anIdKeepsLengthAndAlphabet(@ForAll("ids") String id) {
    String masked = (String) mask("Id", id);
    assertThat(classes(masked)).isEqualTo(classes(id));
    assertThat(masked).isNotEqualTo(id);
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .withChars("-")
        .ofMinLength(3)
        .ofMaxLength(36)
        .filter(id -> id.chars().anyMatch(c -> c != '-' && c != '0'));
  }

  private static String classes(String text) {
    return text.replaceAll("[0-9]", "9").replaceAll("[a-z]", "x").replaceAll("[A-Z]", "X");
  }

  @Property(tries = 200)
  void anyTextKeepsItsLengthAndItsSignsAndMasksTheSame(
      @ForAll @StringLength(max = 60) String text) {
    String masked = (String) mask("Name", text);
    assertThat(masked.codePointCount(0, masked.length()))
        .isEqualTo(text.codePointCount(0, text.length()));
    assertThat(mask("Name", text)).isEqualTo(masked);
  }

  @Example
  void numbersKeepSignScaleAndSize() {
    BigDecimal masked = (BigDecimal) mask("Amount", new BigDecimal("-1200.50"));
    assertThat(masked.scale()).isEqualTo(2);
    assertThat(masked.precision()).isEqualTo(6);
    assertThat(masked.signum()).isNegative();
    assertThat((Long) mask("Amount", 1234)).isBetween(1000L, 9999L).isNotEqualTo(1234);
    assertThat((String) mask("Amount", "1,234.50")).matches("[1-9],\\d{3}\\.\\d{2}");
  }

  @Example
  void choicesFlagsAndWhatTheMappingAsksForStay() {
    assertThat(mask("Tier", "Gold")).isEqualTo("Gold");
    assertThat(mask("Tier", "Gold;Silver")).isEqualTo("Gold;Silver");
    assertThat(mask("Tier", "Ada Lovelace")).isNotEqualTo("Ada Lovelace");
    assertThat(mask("Active", true)).isEqualTo(true);
    assertThat(mask("Active__c", "Yes")).isEqualTo("Yes");
    assertThat(mask("Kind", "Person")).isEqualTo("Person");
    assertThat(mask("Rank", " A1 ")).isEqualTo(" A1 ");
    assertThat(mask("Rank", "Colonel")).isEqualTo("Colonel");
    assertThat(mask("Rank", "General")).isNotEqualTo("General");
    assertThat((String) mask("Price", "USD 1,200.50")).matches("USD [1-9],\\d{3}\\.\\d{2}");
    assertThat(mask("BillingCountry", "Germany")).isEqualTo("Germany");
    assertThat(mask("Name", "")).isEqualTo("");
    assertThat(mask("Name", null)).isNull();
  }

  @Example
  void listsObjectsAddressesAndTagsAreGoneThrough() {
    Map<String, Object> address = Map.of("city", "Zürich", "lines", List.of("12 High Street"));
    Map<?, ?> masked = (Map<?, ?>) mask("Address", address);
    assertThat(masked.get("city")).asString().hasSize(6).isNotEqualTo("Zürich");
    assertThat((List<?>) masked.get("lines"))
        .singleElement()
        .asString()
        .matches("\\d\\d \\w{4} \\w{6}");
    assertThat(mask("Site", "https://www.acme-corp.com/people/ada?id=7"))
        .asString()
        .matches("https://www\\.[a-z]+\\.example/[a-z]{6}/[a-z]{3}\\?[a-z]{2}=\\d")
        .hasSize(41);
    assertThat(mask("Note", "<p class=\"x\">Ada &amp; Bob</p>"))
        .asString()
        .matches("<p [a-z]{5}=\"[a-z]\">[A-Z][a-z]{2} &amp; [A-Z][a-z]{2}</p>");
  }

  @Example
  void withAnotherKeyEverythingIsAnother() {
    Masker other = masker("another key of length");
    for (String name : List.of("Ada Lovelace", "Grace Hopper", "ada@lovelace.org", "1815-12-10")) {
      assertThat(mask(other, "Name", name)).isNotEqualTo(mask("Name", name));
    }
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> masker("short")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
