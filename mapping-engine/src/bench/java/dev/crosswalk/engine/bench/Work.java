package dev.crosswalk.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The records and the four ways to map them, which are seen to give the same before any is timed.
 */
@State(Scope.Benchmark)
public class Work {
  static final int RECORDS = 64;

  final CompiledMapping crosswalk;
  final CompiledMapping dear;
  final Expression jslt;
  final Jsonata jsonata;
  final List<Map<String, Object>> records = new ArrayList<>();
  final List<JsonNode> nodes = new ArrayList<>();
  private int at;

  public Work() {
    ObjectMapper mapper = new ObjectMapper();
    crosswalk =
        CompiledMapping.compile(
            MappingDocument.parse(text("mapping.yaml"), "mapping.yaml").mapping().orElseThrow(),
            null,
            null);
    dear =
        CompiledMapping.compile(
            MappingDocument.parse(dearMapping(), "dear.yaml").mapping().orElseThrow(), null, null);
    jslt = new Parser(new StringReader(text("mapping.jslt"))).compile();
    jsonata = Jsonata.compile(text("mapping.jsonata"), Jsonata.Rules.FOR_MAPPINGS);
    for (int i = 0; i < RECORDS; i++) {
      records.add(record(i));
      nodes.add(mapper.valueToTree(records.get(i)));
      Object wanted = plain(HandWritten.map(records.get(i)));
      same("Crosswalk", i, wanted, plain(crosswalk.apply(records.get(i), false).record()));
      same("JSLT", i, wanted, plain(mapper.convertValue(jslt.apply(nodes.get(i)), Map.class)));
      same("JSONata", i, wanted, plain(jsonata.evaluate(records.get(i), Map.of())));
    }
  }

  private static String dearMapping() {
    StringBuilder yaml =
        new StringBuilder(
            """
            format: crosswalk/v1
            kind: Mapping
            id: dear
            source: { system: salesforce, object: Contact }
            target: { system: acme, object: person }
            fields:
            """);
    for (int i = 0; i < 10; i++) {
      yaml.append("  email%d: { from: Email2__c, use: [email] }\n".formatted(i));
      yaml.append("  phone%d: { from: Phone, use: [{ phone: { region: GB } }] }\n".formatted(i));
      yaml.append(
          "  revenue%d: { from: Revenue__c, use: [{ money: { to: object } }] }\n".formatted(i));
    }
    return yaml.toString();
  }

  /** The next record's number, round and round. */
  int next() {
    at = (at + 1) % RECORDS;
    return at;
  }

  private static void same(String who, int record, Object wanted, Object made) {
    if (!wanted.equals(made)) {
      throw new IllegalStateException(
          who + " does other work on record " + record + ":\n" + made + "\n" + wanted);
    }
  }

  /** Numbers by value and keys by name, so that only the work is compared. */
  private static Object plain(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((k, v) -> sorted.put(String.valueOf(k), plain(v)));
        yield sorted;
      }
      case List<?> list -> list.stream().map(Work::plain).toList();
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
      case null -> "null";
      default -> value;
    };
  }

  private static Map<String, Object> record(int i) {
    Map<String, Object> r = new LinkedHashMap<>();
    r.put("attributes", Map.of("type", "Contact"));
    r.put("Id", "0035g00000" + (10000 + i * 37));
    r.put("FirstName", i % 3 == 0 ? "Ada" : "Maria  Luisa");
    r.put("LastName", i % 5 == 0 ? "van  der Berg " : "Lovelace");
    r.put("Email", i % 7 == 0 ? " " : " Ada." + i + "@Example.COM ");
    r.put("Email2__c", "second." + i + "@example.org");
    r.put("Email3__c", "third@example.net");
    r.put("Phone", "+44 (0)20 7946 0" + (100 + i));
    r.put("Title", i % 2 == 0 ? "VP, Sales " : "Director of Customer Success and Support");
    r.put("Department", i % 4 == 0 ? "" : "Finance");
    r.put("Account", Map.of("Id", "001" + i, "Name", "Acme " + i + " Ltd "));
    r.put("Owner", Map.of("Id", "005" + i, "Email", "Owner" + i + "@Example.com"));
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("street", i + " High Street\r\nFloor 2");
    address.put("city", " London");
    address.put("postalCode", "sw1a 2aa");
    address.put("country", "gb ");
    r.put("MailingAddress", address);
    r.put("Active__c", i % 2 == 0 ? "Yes" : " no");
    r.put("HasOptedOutOfEmail", i % 6 == 0);
    r.put("Birth__c", "%02d/%02d/19%02d".formatted(1 + i % 28, 1 + i % 12, 50 + i % 50));
    r.put("CreatedDate", "2024-03-%02dT10:%02d:00.000+0000".formatted(1 + i % 28, i % 60));
    r.put("Employees__c", 100 * i);
    r.put("Revenue__c", "$" + (1 + i) + ",234,567.25");
    r.put("Score__c", String.valueOf(i * 3));
    r.put("Tier__c", List.of("Gold", "Silver", "Tin", "Bronze").get(i % 4));
    r.put("Status__c", List.of("Open", "Working", "Closed", "Parked").get(i % 4));
    r.put("Tags__c", "red; green;;blue" + i);
    r.put("Website", i % 2 == 0 ? "WWW.Example.com/" + i : " https://example.org");
    r.put("Description", "<p>Met at the <b>fair</b> in  Hannover,\n wants a call " + i + ".</p>");
    return r;
  }

  private static String text(String name) {
    try (InputStream in = Work.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
