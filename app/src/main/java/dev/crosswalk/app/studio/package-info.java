/** The window: its start and its places, registered in {@link Places}. */
package dev.crosswalk.app.studio;
