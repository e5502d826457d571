package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.Assertions;

/** Protects: a target record is a map like any other, although it has no hash table of its own. */
class RecordLayoutProperties {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  @Property(tries = 300)
  void a_record_is_equal_to_the_map_of_what_was_set(
      @ForAll @Size(max = 8) List<@IntRange(max = 4) Integer> places, @ForAll boolean nulls) {
    RecordLayout.Laid record = new RecordLayout(NAMES).record();
    Map<String, Object> wanted = new LinkedHashMap<>();
    NAMES.forEach(name -> {
      if (places.contains(NAMES.indexOf(name))) {
        Object value = nulls && name.equals("b") ? null : name + "!";
        record.set(NAMES.indexOf(name), value);
        record.set(NAMES.indexOf(name), value);
        wanted.put(name, value);
      }
    });
    assertThat(record).isEqualTo(wanted).hasSameSizeAs(wanted).hasSameHashCodeAs(wanted);
    Assertions.assertThat((Object) wanted).isEqualTo(record);
    assertThat(new ArrayList<>(record.keySet())).isEqualTo(new ArrayList<>(wanted.keySet()));
    Map<String, Object> seen = new LinkedHashMap<>();
    record.forEach(seen::put);
    assertThat(seen).isEqualTo(wanted);
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      assertThat(record.containsKey(name)).isEqualTo(wanted.containsKey(name));
      assertThat(record.get(name)).isEqualTo(wanted.get(name));
    }
    assertThat(record.toString()).isEqualTo(wanted.toString());
  }
}
