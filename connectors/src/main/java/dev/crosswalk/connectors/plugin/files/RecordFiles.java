package dev.crosswalk.connectors.plugin.files;

import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.plugin.SessionPlugin;

/**
 * Exports of systems as files: CSV, NDJSON, JSON and Excel. This is code because a file is no web
 * service.
 */
public final class RecordFiles implements SessionPlugin {
  @Override
  public Session open(Opening opening) {
    return new FilesSession(opening);
  }
}
