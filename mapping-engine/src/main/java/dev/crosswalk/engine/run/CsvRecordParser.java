package dev.crosswalk.engine.run;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one row of CSV into a record of texts; an empty value is the empty text, never null. */
final class CsvRecordParser implements RecordParser {
  private final List<String> names;
  private final char separator;
  private final Charset charset;

  /**
   * @param charset what the input was before it became UTF-8
   */
  CsvRecordParser(List<String> names, char separator, Charset charset) {
    this.names = List.copyOf(names);
    this.separator = separator;
    this.charset = charset;
  }

  @Override
  public Map<String, @Nullable Object> parse(byte[] bytes, int from, int to)
      throws MalformedRecord {
    List<String> values = row(decode(bytes, from, to, charset), separator);
    if (values.size() != names.size()) {
      throw new MalformedRecord(
          "The row has "
              + values.size()
              + " values, and the header names "
              + names.size()
              + " columns.");
    }
    Map<String, @Nullable Object> record = LinkedHashMap.newLinkedHashMap(values.size());
    for (int i = 0; i < values.size(); i++) {
      record.put(names.get(i), values.get(i));
    }
    return record;
  }

  static String decode(byte[] bytes, int from, int to, Charset charset) throws MalformedRecord {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0 && !isText(bytes, from, to)) {
      throw new MalformedRecord(notIn(charset));
    }
    return text;
  }

  /** Whether bytes are UTF-8. */
  static boolean isText(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Why a record with bytes that are no characters cannot be read. */
  static String notIn(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        ? "It is not UTF-8. Say what the input is: for a file from Excel, for example, with --encoding"
            + " windows-1252."
        : "It holds bytes that are no characters in "
            + charset.name()
            + ". If the input is something else, say what with --encoding.";
  }

  /** The values of one row, by RFC 4180; a quote inside a value without quotes is a character. */
  static List<String> row(String text, char separator) throws MalformedRecord {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (true) {
      int end;
      if (at < text.length() && text.charAt(at) == '"') {
        end = closing(text, at);
        String inner = text.substring(at + 1, end);
        values.add(inner.indexOf('"') < 0 ? inner : inner.replace("\"\"", "\""));
        end++;
      } else {
        int next = text.indexOf(separator, at);
        end = next < 0 ? text.length() : next;
        values.add(text.substring(at, end));
      }
      if (end == text.length()) {
        return values;
      }
      if (text.charAt(end) != separator) {
        throw new MalformedRecord(
            "Value " + values.size() + " has more characters behind its closing quote.");
      }
      at = end + 1;
    }
  }

  private static int closing(String text, int open) throws MalformedRecord {
    int at = open + 1;
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        throw new MalformedRecord("A quote is not closed.");
      }
      if (quote + 1 == text.length() || text.charAt(quote + 1) != '"') {
        return quote;
      }
      at = quote + 2;
    }
  }
}
