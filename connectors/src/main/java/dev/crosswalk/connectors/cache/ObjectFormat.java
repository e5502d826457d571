package dev.crosswalk.connectors.cache;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object with its fields as bytes: each text once in a table, then numbers that point into it. A
 * third of the size of the JSON it took the place of, and read several times as fast, which is what
 * opening an organisation of 60,000 fields waits for.
 *
 * <p>Layout: {@link #VERSION}; the table (count, then length and UTF-8 bytes of each text); the
 * object; its fields. Numbers are variable in length, seven bits a byte, lowest first. A text is
 * its place in the table plus one, or nought for none. A {@code Boolean} takes two bits: 0 unknown,
 * 1 no, 2 yes. Equal objects give equal bytes, so that a hash of these tells whether they changed.
 */
final class ObjectFormat {
  /** First byte; the JSON of older caches starts with a brace. */
  static final byte VERSION = 1;

  private static final Map<String, FieldType> TYPES = types();

  private ObjectFormat() {}

  private static Map<String, FieldType> types() {
    Map<String, FieldType> types = new LinkedHashMap<>();
    for (FieldType type : FieldType.values()) {
      types.put(type.name(), type);
    }
    return Map.copyOf(types);
  }

  static byte[] write(SchemaObject object) {
    Writer out = new Writer();
    out.text(object.name());
    out.text(object.label());
    out.text(object.plural());
    out.text(object.description());
    out.flags(object.custom());
    out.text(object.vendorId());
    out.text(object.endpoint());
    out.number(object.fields().size());
    object.fields().forEach(field -> write(out, field));
    return out.bytes();
  }

  private static void write(Writer out, Field field) {
    out.text(field.name());
    out.text(field.type().name());
    out.text(field.nativeType());
    out.text(field.label());
    out.text(field.description());
    out.text(field.group());
    out.flags(
        field.custom(),
        field.required(),
        field.readOnly(),
        field.createOnly(),
        field.unique(),
        field.externalId(),
        field.calculated(),
        field.deprecated(),
        field.multiple(),
        field.restricted(),
        field.hidden());
    out.size(field.length());
    out.size(field.precision());
    out.size(field.scale());
    out.number(field.values().size());
    for (PicklistValue value : field.values()) {
      out.text(value.value());
      out.text(value.label());
      out.flags(value.active(), value.isDefault());
      out.texts(value.validFor());
    }
    out.text(field.dependsOn());
    out.texts(field.references());
    out.text(field.relationship());
    out.text(field.partOf());
    out.text(field.defaultValue());
    out.texts(field.samples());
    out.texts(field.warnings());
  }

  /**
   * @throws ProblemException {@code cache-other-version} where a version of Crosswalk wrote them
   *     that this one does not know
   * @throws IllegalStateException where the bytes are not what {@link #write} gives
   */
  static SchemaObject read(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] != VERSION) {
      throw new ProblemException(
          Problem.error(
              "cache-other-version",
              null,
              "What the schema cache holds of this connection was written by another version of"
                  + " Crosswalk.",
              "Discover again, or update Crosswalk."));
    }
    try {
      Reader in = new Reader(bytes);
      String name = in.given();
      String label = in.text();
      String plural = in.text();
      String description = in.text();
      int flags = in.number();
      String vendorId = in.text();
      String endpoint = in.text();
      int count = in.count();
      List<Field> fields = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        fields.add(field(in));
      }
      return new SchemaObject(
          name, label, plural, description, flag(flags, 0), vendorId, endpoint, fields);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalStateException("An object in the cache breaks off.", e);
    }
  }

  private static Field field(Reader in) {
    String name = in.given();
    FieldType type = TYPES.getOrDefault(in.given(), FieldType.ANY);
    String nativeType = in.text();
    String label = in.text();
    String description = in.text();
    String group = in.text();
    int flags = in.number();
    return new Field(
        name,
        type,
        nativeType,
        label,
        description,
        group,
        flag(flags, 0),
        flag(flags, 1),
        flag(flags, 2),
        flag(flags, 3),
        flag(flags, 4),
        flag(flags, 5),
        flag(flags, 6),
        flag(flags, 7),
        flag(flags, 10),
        in.size(),
        in.size(),
        in.size(),
        flag(flags, 8),
        values(in),
        flag(flags, 9),
        in.text(),
        in.texts(),
        in.text(),
        in.text(),
        in.text(),
        in.texts(),
        in.texts());
  }

  private static List<PicklistValue> values(Reader in) {
    int count = in.count();
    if (count == 0) {
      return List.of();
    }
    List<PicklistValue> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String value = in.given();
      String label = in.text();
      int flags = in.number();
      values.add(new PicklistValue(value, label, flag(flags, 0), flag(flags, 1), in.texts()));
    }
    return values;
  }

  private static @Nullable Boolean flag(int flags, int place) {
    return switch (flags >>> (2 * place) & 3) {
      case 1 -> Boolean.FALSE;
      case 2 -> Boolean.TRUE;
      default -> null;
    };
  }

  private static final class Writer {
    private final Map<String, Integer> table = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(4096);

    void text(@Nullable String text) {
      number(text == null ? 0 : table.computeIfAbsent(text, t -> table.size() + 1));
    }

    void texts(List<String> texts) {
      number(texts.size());
      texts.forEach(this::text);
    }

    void flags(@Nullable Boolean... flags) {
      int bits = 0;
      for (int i = 0; i < flags.length; i++) {
        Boolean flag = flags[i];
        bits |= (flag == null ? 0 : flag ? 2 : 1) << (2 * i);
      }
      number(bits);
    }

    /** One more than the number, so that nought is none; sizes below nought are kept as well. */
    void size(@Nullable Integer size) {
      number(size == null ? 0 : size >= 0 ? (size << 1) + 1 : (~size << 1) + 2);
    }

    void number(int number) {
      number(body, number);
    }

    private static void number(ByteArrayOutputStream out, int number) {
      int rest = number;
      while ((rest & ~0x7f) != 0) {
        out.write(rest & 0x7f | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }

    byte[] bytes() {
      ByteArrayOutputStream all = new ByteArrayOutputStream(body.size() * 4);
      all.write(VERSION);
      number(all, table.size());
      for (String text : table.keySet()) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(all, utf8.length);
        all.writeBytes(utf8);
      }
      all.writeBytes(body.toByteArray());
      return all.toByteArray();
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private final @Nullable String[] table;
    private int at = 1;

    Reader(byte[] bytes) {
      this.bytes = bytes;
      int count = count();
      table = new String[count + 1];
      for (int i = 1; i <= count; i++) {
        int length = number();
        if (length < 0 || length > bytes.length - at) {
          throw new IndexOutOfBoundsException(length);
        }
        table[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
      }
    }

    int number() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = bytes[at++];
        number |= (next & 0x7f) << shift;
        if (next >= 0) {
          return number;
        }
      }
    }

    /** Of things that take a byte each at least: what cannot be is not asked memory for. */
    int count() {
      int count = number();
      if (count < 0 || count > bytes.length - at) {
        throw new IndexOutOfBoundsException(count);
      }
      return count;
    }

    @Nullable Integer size() {
      int number = number();
      return number == 0 ? null : (number & 1) == 1 ? number >>> 1 : ~((number - 2) >>> 1);
    }

    @Nullable String text() {
      return table[number()];
    }

    String given() {
      String text = text();
      if (text == null) {
        throw new IndexOutOfBoundsException("a name is missing");
      }
      return text;
    }

    List<String> texts() {
      int count = count();
      if (count == 0) {
        return List.of();
      }
      List<String> texts = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        texts.add(given());
      }
      return texts;
    }
  }
}
