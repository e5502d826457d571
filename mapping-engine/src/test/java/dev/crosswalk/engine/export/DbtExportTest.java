package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.required;
import static dev.crosswalk.engine.transform.Mappings.step;
import static dev.crosswalk.engine.transform.Mappings.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files of a dbt project have their places, names and tests; what they do is tested with H2.
 */
class DbtExportTest {
  private static final SchemaObject PERSON =
      SchemaObject.of(
          "person",
          List.of(
              Field.builder("email", FieldType.EMAIL)
                  .label("E-mail {{ x }}")
                  .required(true)
                  .build(),
              Field.builder("order", FieldType.INTEGER).build(),
              Field.builder("tier", FieldType.ENUM).build()));

  private static Map<String, FieldMapping> fields() {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put("email", required(from("Email", step("trim"))));
    fields.put("order", from("Order"));
    fields.put("owner", from("OwnerId", step("lookup", "table", "owners")));
    fields.put("phone", from("Phone", step("phone")));
    fields.put("score", field(new Expr("Score / 100")));
    fields.put(
        "tier",
        values(
            from("Tier__c"),
            new ValueMap(record("Gold", "o'r", "Tin", "tin"), new SetOther(null), false)));
    return fields;
  }

  private static Mapping base() {
    return Exports.key(
        Exports.where(
            Exports.mapping("salesforce.Contact", "acme.person", Direction.READ, fields()),
            new RowFilter("IsDeleted", "eq", false)),
        "email");
  }

  private static MappingSet set(Mapping base, Map<String, Mapping> customers) {
    return new MappingSet(
        base,
        new TreeMap<>(customers),
        null,
        PERSON,
        Map.of(),
        new Lookups(
            Map.of(
                "owners",
                new Lookups.Table(
                    List.of("Id", "E-Mail", "e_mail"), List.of(List.of("0051", "a,b", " x"))))));
  }

  private static ExportResult export(MappingSet... sets) {
    return new DbtExport().export(new ExportRequest(List.of(sets), Map.of()));
  }

  @Test
  void aModelIsWrittenInTheLayoutOfStagingModels() {
    ExportResult result = export(set(base(), Map.of()));
    assertThat(result.problems()).isEmpty();
    assertThat(result.files().stream().map(OutputFile::path))
        .containsExactly(
            "models/staging/salesforce/stg_salesforce__contact.sql",
            "models/staging/salesforce/_salesforce__sources.yml",
            "models/staging/salesforce/_salesforce__models.yml",
            "seeds/crosswalk/crosswalk_owners.csv",
            "seeds/crosswalk/_crosswalk__seeds.yml");
    assertThat(result.files().get(0).text().replaceAll("(?m)^\\{% set blanks = .*$", "{% set %}"))
        .isEqualTo(
            """
            -- Written by Crosswalk (export dbt) from the-mapping.
            -- Edit the mapping and export again; changes made here are lost.
            -- Without phone: the step phone is not run.
            -- Without score: the expression is not run.

            {% set %}

            with

            source as (

                select * from {{ source('salesforce', 'contact') }}
                where lower(cast(IsDeleted as varchar)) = 'false'

            ),

            lookup_1 as (

                select
                    ltrim(rtrim(id, {{ blanks }}), {{ blanks }}) as lookup_key,
                    coalesce(max(e_mail), '') as lookup_value
                from {{ ref('crosswalk_owners') }}
                group by ltrim(rtrim(id, {{ blanks }}), {{ blanks }})

            ),

            step_1 as (

                select
                    source.*,
                    ltrim(rtrim(cast(Email as varchar), {{ blanks }}), {{ blanks }}) as cw_email_1,
                    ltrim(rtrim(cast(OwnerId as varchar), {{ blanks }}), {{ blanks }}) as cw_owner_2,
                    cast(Tier__c as varchar) as cw_tier_6
                from source

            ),

            step_2 as (

                select
                    step_1.*,
                    lookup_1.lookup_value as cw_owner_3,
                    case when lookup_1.lookup_key is null then false else true end as cw_owner_4,
                    case when cw_tier_6 is null then null when cw_tier_6 = 'Gold' then 'o''r' \
            when cw_tier_6 = 'Tin' then 'tin' when cw_tier_6 = '' then cw_tier_6 else null end as cw_tier_7
                from step_1
                left join lookup_1 on lookup_1.lookup_key = cw_owner_2

            ),

            step_3 as (

                select
                    step_2.*,
                    case when cw_owner_2 <> '' then cw_owner_3 end as cw_owner_5
                from step_2

            ),

            renamed as (

                select
                    cw_email_1 as email,
                    cast(cast(nullif(cast("Order" as varchar), '') as numeric(38, 10)) as bigint) as "order",
                    cw_owner_5 as owner,
                    cw_tier_7 as tier

                from step_3
                where not coalesce(cw_email_1 is null or cw_email_1 = '', false)
                    and not coalesce(cw_owner_2 <> '' and not cw_owner_4, false)

            )

            select * from renamed
            """);
    assertThat(result.notExpressed())
        .containsExactly(
            "the-mapping: phone: the step phone is not run.",
            "the-mapping: score: the expression is not run.");
  }

  @Test
  void modelsHaveTestsAndSeedsHaveTypes() {
    ExportResult result = export(set(base(), Map.of()));
    assertThat(Exports.file(result, "models/staging/salesforce/_salesforce__models.yml"))
        .endsWith(
            """
            version: 2
            models:
              - name: stg_salesforce__contact
                description: the-mapping
                columns:
                  - name: email
                    description: "email: E-mail (( x ))"
                    data_type: varchar
                    data_tests:
                      - not_null
                      - unique
                  - name: order
                    quote: true
                    description: order
                    data_type: bigint
                  - name: owner
                    description: owner
                    data_type: varchar
                  - name: tier
                    description: tier
                    data_type: varchar
                    data_tests:
                      - accepted_values:
                          arguments:
                            values:
                              - o''r
                              - tin
                              - ""
            """);
    assertThat(Exports.file(result, "models/staging/salesforce/_salesforce__sources.yml"))
        .endsWith(
            """
            version: 2
            sources:
              - name: salesforce
                schema: salesforce
                tables:
                  - name: contact
            """);
    assertThat(Exports.file(result, "seeds/crosswalk/crosswalk_owners.csv"))
        .isEqualTo("id,e_mail,e_mail_2\n0051,\"a,b\",\" x\"\n");
    assertThat(Exports.file(result, "seeds/crosswalk/_crosswalk__seeds.yml"))
        .contains("e_mail_2: varchar");
  }

  @Test
  void eachCustomerHasAFolderASourceAndASchema() {
    Map<String, FieldMapping> own = fields();
    own.put("email", from("Work Email__c"));
    Mapping northwind =
        Exports.settings(
            Exports.mapping("salesforce.Contact", "acme.person", Direction.READ, own),
            "dbt",
            Map.of("quoteColumns", true, "table", "Contact", "database", "raw"));
    MappingSet set = set(base(), Map.of("north-wind", northwind));
    ExportResult result = export(set);
    String folder = "models/staging/salesforce/north_wind/";
    assertThat(Exports.file(result, folder + "stg_north_wind_salesforce__contact.sql"))
        .contains("{{ source('north_wind_salesforce', 'contact') }}", "\"Work Email__c\"")
        .contains("from the-mapping for north-wind.");
    assertThat(Exports.file(result, folder + "_north_wind_salesforce__sources.yml"))
        .contains("schema: \"{{ var('north_wind_salesforce_schema', 'north_wind_salesforce') }}\"")
        .contains("database: raw", "identifier: Contact");
    assertThat(export(set)).isEqualTo(result);
    // What the base does not say either is said once.
    assertThat(result.notExpressed())
        .containsExactly(
            "the-mapping: phone: the step phone is not run.",
            "the-mapping: score: the expression is not run.");
  }

  @Test
  void twoTargetsOfOneSourceAreToldApartAndReferencesAreTested() {
    Map<String, FieldMapping> company = Map.of("id", from("AccountId"));
    Map<String, FieldMapping> person =
        Map.of(
            "company",
            new FieldMapping(
                new FieldMapping.From(List.of("AccountId"), false),
                null,
                List.of(),
                null,
                null,
                false,
                FieldMapping.WriteMode.ALWAYS,
                new FieldMapping.Reference("company", "id"),
                false,
                null,
                null));
    ExportResult result =
        export(
            MappingSet.of(
                Exports.mapping("salesforce.Contact", "acme.person", Direction.READ, person)),
            MappingSet.of(
                Exports.mapping("salesforce.Contact", "acme.company", Direction.READ, company)));
    assertThat(Exports.file(result, "models/staging/salesforce/_salesforce__models.yml"))
        .contains("name: stg_salesforce__contact_to_person")
        .contains("relationships:\n              arguments:")
        .contains("to: ref('stg_salesforce__contact_to_company')", "field: id");
  }

  @Test
  void aMappingOfWhichNothingCanBeSaidHasNoModel() {
    Mapping mapping =
        Exports.mapping(
            "salesforce.Contact", "acme.person", Direction.READ, Map.of("a", field(new Expr("B"))));
    ExportResult result = export(MappingSet.of(mapping));
    assertThat(result.files()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("dbt-nothing");
  }

  @Test
  void aContractNeedsTheTypeOfEachColumn() {
    Mapping typed =
        Exports.settings(
            Exports.mapping(
                "salesforce.Contact", "acme.person", Direction.READ, Map.of("email", from("A"))),
            "dbt",
            Map.of("contract", true));
    String models = "models/staging/salesforce/_salesforce__models.yml";
    assertThat(Exports.file(export(set(typed, Map.of())), models))
        .contains("contract:", "enforced: true");
    ExportResult untyped = export(MappingSet.of(typed));
    assertThat(Exports.file(untyped, models)).doesNotContain("contract");
    assertThat(untyped.problems())
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("dbt-contract");
  }

  @Property(tries = 100)
  void noNameBreaksAFile(@ForAll @NotBlank String odd) {
    String path = "['" + odd.replace("'", "''") + "']";
    Map<String, FieldMapping> fields = new TreeMap<>();
    fields.put(path, from(path));
    fields.put("b", from("B"));
    Mapping mapping =
        new Mapping(
            odd,
            odd,
            odd,
            new Mapping.Endpoint(odd, null, odd, null),
            new Mapping.Endpoint(odd, null, odd, null),
            Direction.READ,
            Mapping.Defaults.STANDARD,
            List.of(),
            List.of(),
            new TreeMap<>(fields),
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    ExportResult result = export(Exports.set(mapping, Map.of(odd, mapping), null, null));
    assertThat(result.hasErrors()).as(result.problems().toString()).isFalse();
    for (OutputFile file : result.files()) {
      assertThat(file.path()).matches("models/staging/[a-z0-9_]+(/[a-z0-9_]+)+\\.(sql|yml)");
      String rest = file.text().replaceAll("\\{\\{ (source|ref|var)\\('[a-z0-9_', ]+\\) }}", "");
      assertThat(rest).doesNotContain("{{", "{%", "{#");
      if (file.path().endsWith(".yml")) {
        new Load(LoadSettings.builder().build()).loadFromString(file.text());
      }
    }
  }
}
