package dev.crosswalk.connectors.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shipped code that reads a description of data in a standard language. Pure. */
@FunctionalInterface
public interface MetadataParser {

  /**
   * @param document JSON as maps and lists, or the text where it is something else
   * @return the objects that it describes, with their fields
   * @throws Unreadable where the document is not what the parser reads
   */
  List<Described> parse(@Nullable Object document);

  /** The document is not what the parser reads; the message says why, for a person. */
  final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
      super(message);
    }
  }
}
