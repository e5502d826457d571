/** A field for JSONata, with help while typing. */
package dev.crosswalk.app.studio.mapping.code;
