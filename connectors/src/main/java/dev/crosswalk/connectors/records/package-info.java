/** Sample records as a definition says to read them. Begin at {@link SampleReader}. */
package dev.crosswalk.connectors.records;
