/** The place of changes: mapping words over git, and drift. */
package dev.crosswalk.app.studio.changes;
