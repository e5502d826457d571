package dev.crosswalk.connectors.plugin.odata;

import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys in an address are written as the version of OData wants them, and are nothing but keys. */
final class OdataKeysTest {
  @TempDir Path folder;

  private static final String SETS =
      """
      <EntityType Name='A'><Key><PropertyRef Name='id'/></Key><Property Name='id' Type='Edm.Guid'/></EntityType>
      <EntityType Name='B'><Key><PropertyRef Name='id'/></Key><Property Name='id' Type='Edm.Int64'/></EntityType>
      <EntityType Name='C'><Key><PropertyRef Name='id'/></Key><Property Name='id' Type='Edm.String'/></EntityType>
      <EntityType Name='D'><Key><PropertyRef Name='no'/><PropertyRef Name='lang'/></Key>
        <Property Name='no' Type='Edm.Int32'/><Property Name='lang' Type='Edm.String'/></EntityType>
      <EntityContainer Name='E'><EntitySet Name='As' EntityType='N.A'/><EntitySet Name='Bs' EntityType='N.B'/>
        <EntitySet Name='Cs' EntityType='N.C'/><EntitySet Name='Ds' EntityType='N.D'/></EntityContainer>
      """;

  private static String metadata(int version) {
    return version == 4
        ? "<edmx:Edmx Version='4.0' xmlns:edmx='http://docs.oasis-open.org/odata/ns/edmx'><edmx:DataServices>"
            + "<Schema Namespace='N' xmlns='http://docs.oasis-open.org/odata/ns/edm'>"
            + SETS
            + "</Schema></edmx:DataServices></edmx:Edmx>"
        : "<edmx:Edmx Version='1.0' xmlns:edmx='http://schemas.microsoft.com/ado/2007/06/edmx'><edmx:DataServices>"
            + "<Schema Namespace='N' xmlns='http://schemas.microsoft.com/ado/2008/09/edm'>"
            + SETS
            + "</Schema></edmx:DataServices></edmx:Edmx>";
  }

  private FakeServer server(int version) throws IOException {
    return new FakeServer(
        folder,
        seen ->
            seen.path().endsWith("$metadata")
                ? Reply.text(metadata(version), "application/xml")
                : Reply.ok(version == 4 ? Map.of("id", "x") : Map.of("d", Map.of("id", "x"))));
  }

  private static Session session(FakeServer server) {
    return server.shipped(
        "odata", "none", Map.of("serviceUrl", "https://odata.example.com/svc"), Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "4 | As | 0d7f-e1 | As(0d7f-e1)",
        "2 | As | 0d7f-e1 | As(guid'0d7f-e1')",
        "4 | Bs | -12 | Bs(-12)",
        "2 | Bs | 12 | Bs(12L)",
        "4 | Cs | O'Neil, (x)/y | Cs('O''Neil, (x)/y')",
        "2 | Ds | 7, de | Ds(no=7,lang='de')"
      })
  void keys(int version, String set, String id, String expected) throws IOException {
    try (FakeServer server = server(version);
        Session session = session(server)) {
      assertThat(session.record(discovered(session, set), id, Progress.NONE))
          .hasValueSatisfying(r -> assertThat(r).containsEntry("id", "x"));
      String path = server.seen.getLast().path();
      assertThat(URLDecoder.decode(path, StandardCharsets.UTF_8)).isEqualTo("/svc/" + expected);
      assertThat(path.chars().filter(c -> c == '/').count()).isEqualTo(2);
    }
  }

  @Test
  void whatLiesBehindAReferenceIsExpanded() throws IOException {
    String metadata =
        metadata(4)
            .replace(
                "<Property Name='id' Type='Edm.Int64'/>",
                "<Property Name='id' Type='Edm.Int64'/><NavigationProperty Name='Boss' Type='N.C'/>");
    try (FakeServer server =
            new FakeServer(
                folder,
                seen ->
                    seen.path().endsWith("$metadata")
                        ? Reply.text(metadata, "application/xml")
                        : seen.query().containsKey("$expand")
                            ? Reply.ok(
                                Map.of(
                                    "value",
                                    List.of(Map.of("id", 1, "Boss", Map.of("id", "x", "no", 2)))))
                            : Reply.ok(Map.of("value", List.of(Map.of("id", 1)))));
        Session session = session(server)) {
      assertThat(
              session.sample(
                  discovered(session, "Bs"),
                  List.of(),
                  List.of(FieldPath.of("Boss", "id"), FieldPath.of("Boss", "no")),
                  5,
                  Progress.NONE))
          .singleElement()
          .satisfies(r -> assertThat(r).containsEntry("Boss", Map.of("id", "x", "no", 2)));
      assertThat(server.seen.getLast().query()).containsEntry("$expand", "Boss($select=id,no)");
    }
  }

  @ParameterizedTest
  @CsvSource({"As, a'b", "Bs, 12x", "Bs, 1)/Cs(2", "Ds, 7", "Ds, '7, de, x'"})
  void whatIsNoKeyIsNotSent(String set, String id) throws IOException {
    try (FakeServer server = server(4);
        Session session = session(server)) {
      var object = discovered(session, set);
      assertThatThrownBy(() -> session.record(object, id, Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(RecordById.NO_ID));
      assertThat(server.seen).allSatisfy(s -> assertThat(s.path()).endsWith("$metadata"));
    }
  }
}
