/**
 * Mappings from file to file that can be killed at any moment and gone on with. Begin at {@link
 * ApplyRun}.
 */
package dev.crosswalk.app.run;
