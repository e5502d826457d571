package dev.crosswalk.connectors.plugin.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Each bit of the map stands for one controlling value, most significant bit first. */
final class DependentPicklistsTest {

  @Property(tries = 200)
  void everyBitCounts(@ForAll @Size(min = 1, max = 40) List<Boolean> bits) {
    byte[] bytes = new byte[(bits.size() + 7) / 8];
    List<String> controlling = IntStream.range(0, bits.size()).mapToObj(i -> "v" + i).toList();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < bits.size(); i++) {
      if (bits.get(i)) {
        bytes[i / 8] |= (byte) (0x80 >> (i % 8));
        expected.add("v" + i);
      }
    }
    assertThat(DependentPicklists.decode(Base64.getEncoder().encodeToString(bytes), controlling))
        .isEqualTo(expected);
  }
}
