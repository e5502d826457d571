/** Objects and their fields as a definition says to ask for them. Begin at {@link Discoverer}. */
package dev.crosswalk.connectors.discovery;
