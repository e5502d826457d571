package dev.crosswalk.connectors.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * What the cache keeps of an object is all of it, and bytes that break off are never half an
 * object.
 */
final class ObjectFormatTest {
  @Property(tries = 200)
  void comesBackAsItWas(@ForAll long seed) {
    SchemaObject object = object(new Random(seed));
    assertThat(ObjectFormat.read(ObjectFormat.write(object))).isEqualTo(object);
    assertThat(ObjectFormat.write(object(new Random(seed)))).isEqualTo(ObjectFormat.write(object));
  }

  @Property(tries = 200)
  void whatBreaksOffIsNoObject(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = ObjectFormat.write(object(random));
    byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    assertThatIllegalStateException().isThrownBy(() -> ObjectFormat.read(cut));
  }

  /** A count of more things than there are bytes would ask for gigabytes before it is seen. */
  @Example
  void aCountThatCannotBeIsNoObject() {
    byte[] name = {ObjectFormat.VERSION, 1, 1, 'a', 1, 0, 0, 0, 0, 0, 0};
    byte[] huge = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7};
    byte[] below = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 15};
    assertThat(ObjectFormat.read(Arrays.copyOf(name, name.length + 1)).fields()).isEmpty();
    // A field of that name up to its count of values: name, type, texts, flags, sizes.
    byte[] values = {1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
    for (byte[] count : List.of(huge, below)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> ObjectFormat.read(joined(name, count)))
          .withMessageContaining("breaks off");
      assertThatIllegalStateException()
          .isThrownBy(() -> ObjectFormat.read(joined(name, values, count)))
          .withMessageContaining("breaks off");
      assertThatIllegalStateException()
          .isThrownBy(() -> ObjectFormat.read(joined(name, values, new byte[] {0, 0}, count)))
          .withMessageContaining("breaks off");
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static SchemaObject object(Random random) {
    List<Field> fields = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      fields.add(
          new Field(
              given(random),
              FieldType.values()[random.nextInt(FieldType.values().length)],
              text(random),
              text(random),
              text(random),
              text(random),
              flag(random),
              flag(random),
              flag(random),
              flag(random),
              flag(random),
              flag(random),
              flag(random),
              flag(random),
              flag(random),
              size(random),
              size(random),
              size(random),
              flag(random),
              values(random),
              flag(random),
              text(random),
              texts(random),
              text(random),
              text(random),
              text(random),
              texts(random),
              texts(random)));
    }
    return new SchemaObject(
        given(random),
        text(random),
        text(random),
        text(random),
        flag(random),
        text(random),
        text(random),
        fields);
  }

  private static List<PicklistValue> values(Random random) {
    List<PicklistValue> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(
          new PicklistValue(
              given(random), text(random), flag(random), flag(random), texts(random)));
    }
    return values;
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      texts.add(given(random));
    }
    return texts;
  }

  private static @Nullable String text(Random random) {
    return random.nextInt(3) == 0 ? null : given(random);
  }

  private static String given(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> "Größe – 値段 \uD83D\uDE80\n".repeat(random.nextInt(30));
      default -> Integer.toString(random.nextInt(50), 36);
    };
  }

  private static @Nullable Boolean flag(Random random) {
    return random.nextInt(3) == 0 ? null : random.nextBoolean();
  }

  private static @Nullable Integer size(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> -random.nextInt(300);
      case 2 -> random.nextInt(1 << 30);
      default -> random.nextInt(300);
    };
  }
}
