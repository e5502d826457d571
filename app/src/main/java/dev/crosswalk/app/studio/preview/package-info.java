/** The place of the preview: sample records before and after a mapping. */
package dev.crosswalk.app.studio.preview;
