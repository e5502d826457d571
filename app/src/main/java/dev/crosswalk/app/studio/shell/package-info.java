/**
 * What all places share: header, rail, palette, tasks, dialogs, texts and undo. Begin at {@link
 * Shell} and {@link StudioContext}.
 */
package dev.crosswalk.app.studio.shell;
