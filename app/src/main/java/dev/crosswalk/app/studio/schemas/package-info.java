/** The place of schemas: what was discovered, searched and compared. */
package dev.crosswalk.app.studio.schemas;
