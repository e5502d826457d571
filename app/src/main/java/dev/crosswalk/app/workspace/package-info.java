/** The workspace: files on disk, their git history, and who maps what for whom. */
package dev.crosswalk.app.workspace;
