package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.fallback;
import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.step;
import static dev.crosswalk.engine.transform.Mappings.values;
import static dev.crosswalk.engine.transform.Mappings.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Mappings;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a customer signs says all that the mapping does, and runs nothing. */
class SignOffExportTest {
  private static final String BAD = "<img src=x onerror=alert(1)>\"'&";

  private static final SchemaObject TARGET =
      SchemaObject.of(
          "person",
          List.of(
              Field.builder("email", FieldType.EMAIL).label("E-mail " + BAD).required(true).build(),
              Field.builder("phone", FieldType.PHONE).label("Phone").build(),
              Field.builder("tier", FieldType.ENUM).label("Tier").build(),
              Field.builder("zip", FieldType.STRING).label("Postcode").required(true).build()));

  private static final SchemaObject SOURCE =
      SchemaObject.of(
          "Contact", List.of(Field.builder("Mail__c", FieldType.EMAIL).label("Work mail").build()));

  private static String page(String language) {
    Map<String, FieldMapping> fields = new TreeMap<>();
    fields.put("email", from("Mail__c", step("trim"), step("lower")).withNote(BAD));
    fields.put("phone", from("Phone", step("phone", "region", "GB")));
    fields.put(
        "tier",
        fallback(
            values(
                when(from("Tier"), "A < 3"),
                new ValueMap(record(BAD, "gold", "Tin", null), new SetOther("none"), false)),
            "bronze"));
    fields.put("source", field(new Constant(BAD)));
    fields.put("x", field(new Expr("A < 1 ? 'less' : '<b>'")));
    fields.put("notes", field(new Ask("Which " + BAD, null)));
    Mapping mapping = Mappings.of(fields);
    GoldenRecord golden =
        new GoldenRecord(
            "One " + BAD,
            record("Mail__c", " A@B.example ", "Phone", "020 7946 0123", "A", 1, "Tier", "Tin"),
            Map.of(),
            false);
    MappingSet set =
        new MappingSet(
            mapping,
            new TreeMap<>(Map.of("north", mapping)),
            SOURCE,
            TARGET,
            Map.of("north", List.of(golden)),
            Lookups.NONE);
    ExportResult result =
        new SignOffExport()
            .export(
                new ExportRequest(
                    List.of(set),
                    Map.of(
                        "language",
                        language,
                        "date",
                        "2026-11-26",
                        "revision",
                        "1a2b3c4",
                        "accepted",
                        List.of(
                            Map.of(
                                "mapping",
                                mapping.id(),
                                "customer",
                                "north",
                                "target",
                                "email",
                                "reason",
                                "Known",
                                "until",
                                "2027-01-31")))));
    assertThat(result.files())
        .extracting(ExportResult.OutputFile::path)
        .containsExactly("contact-to-person.html", "north/contact-to-person.html");
    return result.text("north/contact-to-person.html").orElseThrow();
  }

  @Test
  void itSaysWhatIsMappedAndWhatIsOpen() {
    assertThat(page("en"))
        .contains("Work mail", "<code>Mail__c</code>", "Trim → Lower case")
        .contains("Phone number (region GB)", "<td>020 7946 0123</td><td>+442079460123</td>")
        .contains("any other value becomes none", "where empty: bronze")
        .contains("Postcode is required and not mapped.")
        .contains("<b>1</b>open question", "<b>1</b>sample record<")
        .contains("email: a change of the source is accepted until 2027-01-31: Known")
        .contains("<dd>2026-11-26</dd>", "<dd>1a2b3c4</dd>", "<dd>north</dd>");
  }

  @Test
  void itIsGermanWhereAsked() {
    assertThat(page("de"))
        .contains("<html lang=\"de\">", "Feldzuordnung zur Freigabe", "Offene Punkte")
        .contains("Postcode ist ein Pflichtfeld und nicht zugeordnet.")
        .doesNotContain("Lower case");
    assertThat(page("fr")).contains("<html lang=\"en\">");
  }

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    Properties english = texts("en");
    Properties german = texts("de");
    assertThat(german.keySet()).isEqualTo(english.keySet());
    english.forEach((key, text) ->
        assertThat(String.valueOf(german.get(key)).replaceAll("[^{}0-9]", ""))
            .as(String.valueOf(key))
            .isEqualTo(String.valueOf(text).replaceAll("[^{}0-9]", "")));
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    texts.load(new StringReader(SignOffTexts.resource("sign-off_" + language + ".properties")));
    return texts;
  }

  @Test
  void nothingInItRunsOrComesFromElsewhere() {
    String page = page("en");
    assertThat(page).doesNotContain("<img", "<script", "http:", "https:", "url(", "@import");
    assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;");
  }

  @Test
  void eachElementIsClosed() {
    String page = page("en");
    for (String name :
        List.of(
            "html", "body", "main", "header", "section", "table", "tr", "td", "th", "ul", "ol",
            "li", "dl", "div", "p", "h2", "h3", "code", "small", "footer")) {
      assertThat(page.split("<" + name + "[ >]", -1))
          .as(name)
          .hasSameSizeAs(page.split("</" + name + ">", -1));
    }
  }
}
