/** The two lists of fields and the links between them. */
package dev.crosswalk.app.studio.mapping.canvas;
