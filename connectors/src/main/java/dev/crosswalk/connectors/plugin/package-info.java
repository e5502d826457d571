/** What a definition in YAML cannot say, one package each, registered in {@link Plugins}. */
package dev.crosswalk.connectors.plugin;
