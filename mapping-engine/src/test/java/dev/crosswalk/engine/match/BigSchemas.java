package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up organisations of any size, the same for the same seed: names, labels, help, picklists.
 */
final class BigSchemas {
  private static final String[] OBJECTS = {
    "Account", "Contact", "Lead", "Opportunity", "Case", "Invoice", "Order", "Product", "Asset",
    "Contract", "Campaign", "Project", "Shipment", "Warehouse", "Quote", "Payment", "Site", "Team"
  };
  private static final String[] SUBJECTS = {
    "billing",
    "shipping",
    "primary",
    "secondary",
    "partner",
    "customer",
    "sales",
    "service",
    "legal",
    "annual",
    "monthly",
    "last",
    "next",
    "expected",
    "actual",
    "internal",
    "external",
    "regional",
    "global",
    "default",
    "credit",
    "tax",
    "discount",
    "renewal",
    "support",
    "training"
  };
  private static final String[] NOUNS = {
    "name",
    "number",
    "street",
    "city",
    "country",
    "postal code",
    "email",
    "phone",
    "status",
    "type",
    "stage",
    "owner",
    "amount",
    "price",
    "quantity",
    "date",
    "reason",
    "source",
    "score",
    "rating",
    "tier",
    "region",
    "segment",
    "language",
    "currency",
    "description",
    "notes",
    "category",
    "priority",
    "level",
    "limit",
    "terms",
    "code",
    "group",
    "channel",
    "contact"
  };
  private static final String[] WORDS = {
    "used",
    "by",
    "the",
    "finance",
    "team",
    "to",
    "see",
    "when",
    "record",
    "was",
    "approved",
    "imported",
    "from",
    "old",
    "system",
    "every",
    "night",
    "customer",
    "agreed",
    "value",
    "shown",
    "on",
    "report",
    "quarterly",
    "board",
    "manager",
    "calculated",
    "average",
    "order",
    "contract"
  };
  private static final FieldType[] TYPES = {
    FieldType.STRING,
    FieldType.STRING,
    FieldType.ENUM,
    FieldType.DATE,
    FieldType.DECIMAL,
    FieldType.REFERENCE,
    FieldType.BOOLEAN,
    FieldType.TEXT,
    FieldType.MONEY
  };

  private BigSchemas() {}

  /** The first objects are named as they stand in the list, the others numbered. */
  static Schema organisation(String system, int objects, int fields, long seed) {
    Random random = new Random(seed);
    List<SchemaObject> out = new ArrayList<>();
    for (int o = 0; o < objects; o++) {
      String name = OBJECTS[o % OBJECTS.length] + (o < OBJECTS.length ? "" : "_" + o + "__c");
      Map<String, Field> made = new LinkedHashMap<>();
      while (made.size() < fields) {
        Field field = field(random, made.size());
        made.putIfAbsent(field.name(), field);
      }
      out.add(SchemaObject.of(name, List.copyOf(made.values())));
    }
    return Schema.of(system, out);
  }

  private static Field field(Random random, int number) {
    String subject = pick(SUBJECTS, random);
    String noun = pick(NOUNS, random);
    String label =
        capital(subject) + " " + noun + (number > 400 ? " " + pick(SUBJECTS, random) : "");
    String name = label.replace(' ', '_') + (number > 60 ? "_" + random.nextInt(40) : "") + "__c";
    FieldType type = TYPES[random.nextInt(TYPES.length)];
    StringBuilder help = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      help.append(pick(WORDS, random)).append(' ');
    }
    List<PicklistValue> values = new ArrayList<>();
    if (type == FieldType.ENUM) {
      for (int i = 0; i < 6; i++) {
        values.add(PicklistValue.of(capital(pick(SUBJECTS, random)) + " " + pick(NOUNS, random)));
      }
    }
    return Field.builder(name, type)
        .label(label)
        .description(help.toString().strip())
        .values(values)
        .build();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
