/**
 * The place of mappings: the list of them and the editor. Begin at {@link MappingPlace} and {@link
 * MappingViewModel}.
 */
package dev.crosswalk.app.studio.mapping;
