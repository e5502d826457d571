package dev.crosswalk.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.engine.problem.ProblemException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Protects what is made of the schemas that a team already has, and what is said of broken ones.
 */
class SchemaImportTest {

  @Test
  void jsonSchemaFlattensNestedObjectsAndKeepsEnumsAndLimits() {
    Schema schema =
        SchemaImport.read(
            "json-schema",
            """
            {"title": "person", "type": "object", "required": ["email"],
             "properties": {
               "email": {"type": "string", "format": "email", "title": "E-mail", "maxLength": 80},
               "tier": {"enum": ["gold", "silver"]},
               "tags": {"type": "array", "items": {"type": "string"}},
               "born": {"type": ["string", "null"], "format": "date"},
               "address": {"$ref": "#/$defs/address"},
               "boss": {"$ref": "#"}},
             "$defs": {"address": {"type": "object", "properties": {
               "city": {"type": "string"}, "zip": {"type": "string"}}}}}
            """,
            "person.json");
    SchemaObject person = schema.object("person").orElseThrow();
    assertThat(person.fields())
        .extracting(Field::name)
        .startsWith("email", "tier", "tags", "born", "address.city", "address.zip");
    Field email = person.field("email").orElseThrow();
    assertThat(email.type()).isEqualTo(FieldType.EMAIL);
    assertThat(email.isRequired()).isTrue();
    assertThat(email.label()).isEqualTo("E-mail");
    assertThat(email.length()).isEqualTo(80);
    assertThat(type(person, "tier")).isEqualTo(FieldType.ENUM);
    assertThat(type(person, "tags")).isEqualTo(FieldType.STRING_LIST);
    assertThat(type(person, "born")).isEqualTo(FieldType.DATE);
    assertThat(person.field("address.city").orElseThrow().partOf()).isEqualTo("address");
  }

  @Test
  void openApiFollowsReferencesAndAllOfInYaml() {
    Schema schema =
        SchemaImport.read(
            "openapi",
            """
            openapi: 3.0.3
            components:
              schemas:
                Base:
                  type: object
                  required: [id]
                  properties:
                    id: { type: string, readOnly: true }
                Company:
                  allOf:
                    - $ref: '#/components/schemas/Base'
                    - type: object
                      properties:
                        name: { type: string, example: Acme }
                Person:
                  type: object
                  properties:
                    company: { $ref: '#/components/schemas/Company' }
                    status:
                      allOf: [{ $ref: '#/components/schemas/Status' }]
                Status: { type: string, enum: [new, old] }
            """,
            "api.yaml");
    assertThat(schema.objects())
        .extracting(SchemaObject::name)
        .containsExactly("Base", "Company", "Person");
    SchemaObject company = schema.object("Company").orElseThrow();
    assertThat(company.fields()).extracting(Field::name).containsExactly("id", "name");
    assertThat(company.field("id").orElseThrow().isRequired()).isTrue();
    assertThat(company.field("id").orElseThrow().isReadOnly()).isTrue();
    Field link = schema.object("Person").orElseThrow().field("company").orElseThrow();
    assertThat(link.type()).isEqualTo(FieldType.REFERENCE);
    assertThat(link.references()).containsExactly("Company");
    Field status = schema.object("Person").orElseThrow().field("status").orElseThrow();
    assertThat(status.values()).extracting(PicklistValue::value).containsExactly("new", "old");
  }

  @Test
  void referencesInACircleComeToAnEnd() {
    Schema schema =
        SchemaImport.read(
            "openapi",
            """
            openapi: 3.1.0
            components:
              schemas:
                Node:
                  type: object
                  properties:
                    label: { type: string }
                    next: { $ref: '#/components/schemas/Node' }
                    other: { $ref: '#/components/schemas/Other' }
                Other:
                  type: object
                  properties:
                    back: { $ref: '#/components/schemas/Node' }
            """,
            "loop.yaml");
    assertThat(schema.object("Node").orElseThrow().fields()).hasSizeLessThan(30);
    assertThatThrownBy(() ->
            SchemaImport.read(
                "json-schema",
                "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/b\"}},"
                    + "\"$defs\": {\"b\": {\"$ref\": \"#/$defs/b\"}}}",
                "self.json"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("refers to itself");
  }

  @Test
  void sqlReadsColumnsKeysChecksAndComments() {
    Schema schema =
        SchemaImport.read(
            "sql",
            """
            -- the model
            CREATE TYPE mood AS ENUM ('happy', 'sad');
            CREATE TABLE IF NOT EXISTS "crm"."person" (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              email varchar(80) NOT NULL UNIQUE,
              score numeric(5,2) DEFAULT 0.00, /* of ten */
              state text CHECK (state IN ('new', 'it''s won')),
              feeling mood,
              company_id integer REFERENCES company (id) ON DELETE SET NULL,
              created timestamp with time zone NOT NULL DEFAULT now(),
              tags text[],
              CONSTRAINT u UNIQUE (email, id)
            );
            COMMENT ON COLUMN crm.person.email IS 'Where we write to';
            CREATE INDEX i ON person (email);
            CREATE TABLE `order` (
              `order no` int(11) NOT NULL COMMENT 'the number',
              kind ENUM('a','b') DEFAULT 'a',
              paid tinyint(1),
              PRIMARY KEY (`order no`), KEY k (kind)
            ) ENGINE=InnoDB COMMENT='Orders';
            ALTER TABLE `order` ADD CONSTRAINT f FOREIGN KEY (kind) REFERENCES kinds (id);
            """,
            "model.sql");
    SchemaObject person = schema.object("person").orElseThrow();
    assertThat(person.fields())
        .extracting(Field::name)
        .containsExactly(
            "id", "email", "score", "state", "feeling", "company_id", "created", "tags");
    Field email = person.field("email").orElseThrow();
    assertThat(email.isRequired()).isTrue();
    assertThat(email.unique()).isTrue();
    assertThat(email.length()).isEqualTo(80);
    assertThat(email.description()).isEqualTo("Where we write to");
    assertThat(person.field("score").orElseThrow().scale()).isEqualTo(2);
    assertThat(person.field("state").orElseThrow().values())
        .extracting(PicklistValue::value)
        .containsExactly("new", "it's won");
    assertThat(type(person, "feeling")).isEqualTo(FieldType.ENUM);
    assertThat(type(person, "created")).isEqualTo(FieldType.DATETIME);
    assertThat(type(person, "tags")).isEqualTo(FieldType.STRING_LIST);
    assertThat(person.field("company_id").orElseThrow().references()).containsExactly("company");
    SchemaObject order = schema.object("order").orElseThrow();
    assertThat(order.description()).isEqualTo("Orders");
    assertThat(order.field("order no").orElseThrow().unique()).isTrue();
    assertThat(order.field("order no").orElseThrow().description()).isEqualTo("the number");
    assertThat(type(order, "paid")).isEqualTo(FieldType.BOOLEAN);
    assertThat(type(order, "kind")).isEqualTo(FieldType.REFERENCE);
  }

  @Test
  void csvNeverMakesANumberOfLeadingZeros() {
    Schema schema =
        SchemaImport.read(
            "csv",
            "Name;Postcode;Employees;Revenue;Since;Mail\n"
                + "\"Acme; Inc\";01234;12;1.5;2024-01-31;a@b.example\n"
                + "Beta;99999;7;2;2023-02-28;c@d.example\n",
            "companies.csv");
    SchemaObject object = schema.object("companies").orElseThrow();
    assertThat(object.fields())
        .extracting(Field::type)
        .containsExactly(
            FieldType.STRING,
            FieldType.STRING,
            FieldType.INTEGER,
            FieldType.DECIMAL,
            FieldType.DATE,
            FieldType.EMAIL);
    assertThat(object.fields()).allSatisfy(f -> assertThat(f.samples()).isEmpty());
  }

  @Test
  void everyBrokenFileIsNamedWithLineAndReason() {
    assertProblem("csv", "a,,c\n1,2,3\n", 1, "Column 2");
    assertProblem("csv", "a,b,a\n", 1, "both named 'a'");
    assertProblem("sql", "CREATE TABLE t (\n a int,\n a text);", 3, "stands twice");
    assertProblem("sql", "CREATE TABLE t (\n a int", 2, "end of the file");
    assertProblem("sql", "SELECT 'open", 1, "quote");
    assertProblem("json-schema", "{\"a\":\n oops}", 2, "cannot be read");
    assertProblem("openapi", "openapi: 3.0.0\na: [1\nb: 2\n", 3, "cannot be read");
    assertProblem("openapi", "swagger: '2.0'\n", 1, "Swagger 2.0");
    assertProblem("xml", "<a/>", 0, "no importer for 'xml'");
  }

  @Property(tries = 300)
  void whateverIsGivenTheAnswerIsASchemaOrAProblem(
      @ForAll("formats") String format, @ForAll("texts") String text) {
    try {
      assertThat(SchemaImport.read(format, text, "any").objects()).isNotEmpty();
    } catch (ProblemException e) {
      assertThat(e.problem().what()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of(SchemaImport.FORMATS);
  }

  /** Pieces of all four languages in any order: what a cut or mixed-up file looks like. */
  @Provide
  Arbitrary<String> texts() {
    List<String> pieces =
        List.of(
            "CREATE TABLE ",
            "t",
            " (",
            ")",
            "a int",
            ",",
            ";",
            "'",
            "\"",
            "[",
            "]",
            "CHECK (a IN (",
            "PRIMARY KEY ",
            "CONSTRAINT ",
            "ALTER TABLE t ADD ",
            "COMMENT ON COLUMN t.a IS ",
            "$$",
            "/*",
            "--",
            "\n",
            "openapi: 3.0.0\n",
            "components:\n  schemas:\n",
            "    A: ",
            "{",
            "}",
            "type: object",
            "properties: ",
            "$ref: ",
            "'#/components/schemas/A'",
            "\"a\":1",
            ":",
            "&a ",
            "*a",
            "- ",
            "\t",
            "DEFAULT (",
            "x",
            "0",
            "NOT NULL");
    return Arbitraries.of(pieces).list().ofMaxSize(25).map(list -> String.join("", list));
  }

  private static FieldType type(SchemaObject object, String field) {
    return object.field(field).orElseThrow().type();
  }

  private static void assertProblem(String format, String text, int line, String what) {
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class, () -> SchemaImport.read(format, text, "file.x"));
    assertThat(e).as(format + ": " + text).isNotNull();
    assertThat(e.problem().toString()).contains(what);
    assertThat(e.problem().place()).isNotNull();
    assertThat(e.problem().place().line()).isEqualTo(line);
    assertThat(e.problem().next()).isNotBlank();
  }
}
