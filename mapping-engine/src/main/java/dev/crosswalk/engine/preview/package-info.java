/**
 * A mapping on sample records: what comes out, how much of it, and which steps would mend what
 * fails. Begin at {@link Preview}.
 */
package dev.crosswalk.engine.preview;
