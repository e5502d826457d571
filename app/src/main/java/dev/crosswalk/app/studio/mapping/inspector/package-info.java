/** What is known and can be changed about the chosen target. */
package dev.crosswalk.app.studio.mapping.inspector;
