/** The mapping as its file, beside the picture of it. */
package dev.crosswalk.app.studio.mapping.yaml;
