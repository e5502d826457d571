/** A folder of CSV, JSON and Excel files as a system. Begin at {@link FilesSession}. */
package dev.crosswalk.connectors.plugin.files;
