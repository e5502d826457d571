/**
 * YAML that keeps a person's comments and layout, and JSONata with bounds; nothing about mappings.
 * Begin at {@link YamlDocument} and {@link Jsonata}.
 */
package dev.crosswalk.engine.text;
