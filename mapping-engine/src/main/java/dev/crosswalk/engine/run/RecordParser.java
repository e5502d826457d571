package dev.crosswalk.engine.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one record from its bytes. Any number of threads may use it at once. */
interface RecordParser {

  /**
   * @param from first byte
   * @param to behind the last byte
   */
  Map<String, @Nullable Object> parse(byte[] bytes, int from, int to) throws MalformedRecord;
}
