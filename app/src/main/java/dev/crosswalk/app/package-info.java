/**
 * Where the program starts, and what the studio and the command line share. Begin at {@link Main}
 * and {@link Services}.
 */
package dev.crosswalk.app;
