package dev.crosswalk.connectors.olingo;

import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped OData definition against a server library that nobody here wrote. */
final class OlingoTest {
  @TempDir Path folder;

  @Test
  void metadataAndPagesOfApacheOlingo() throws IOException {
    try (FakeServer server = new FakeServer(folder, ShopServer::answer);
        Session session =
            server.shipped(
                "odata",
                "none",
                Map.of("serviceUrl", "https://odata.example.com/shop"),
                Map.of())) {
      SchemaObject customers = discovered(session, "Customers");
      assertThat(customers.fields())
          .extracting(Field::name)
          .containsExactly(
              "Id",
              "Changed",
              "Name",
              "Limit",
              "Since",
              "Tier",
              "Home",
              "Home.Street",
              "Home.City",
              "BossId",
              "Staff");
      assertThat(field(customers, "Id").type()).isEqualTo(FieldType.ID);
      assertThat(field(customers, "Changed").readOnly()).isTrue();
      assertThat(field(customers, "Name").label()).isEqualTo("Customer name");
      assertThat(field(customers, "Name").required()).isTrue();
      assertThat(field(customers, "Name").length()).isEqualTo(80);
      assertThat(field(customers, "Limit").scale()).isEqualTo(2);
      assertThat(field(customers, "Tier").values())
          .extracting(PicklistValue::value)
          .containsExactly("Gold", "Silver");
      assertThat(field(customers, "Home.City").partOf()).isEqualTo("Home");
      assertThat(field(customers, "BossId").references()).containsExactly("Customers");
      assertThat(field(customers, "BossId").relationship()).isEqualTo("Boss");
      assertThat(field(customers, "Staff").type()).isEqualTo(FieldType.REFERENCE_LIST);
      List<Map<String, Object>> records = session.sample(customers, List.of(), 23, Progress.NONE);
      assertThat(records).extracting(r -> r.get("Name")).hasSize(23).doesNotHaveDuplicates();
      assertThat(records.get(1))
          .containsEntry("Limit", new BigDecimal("12.50"))
          .containsEntry("Since", "2026-11-21")
          .containsEntry("Tier", "Silver");
      assertThat(session.record(customers, "7", Progress.NONE))
          .hasValueSatisfying(r -> assertThat(r).isEqualTo(records.get(7)));
      assertThatThrownBy(() -> session.record(customers, "700", Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(RecordById.UNKNOWN));
    }
  }
}
