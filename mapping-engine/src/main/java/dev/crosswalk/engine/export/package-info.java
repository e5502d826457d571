/**
 * Mappings in other tools' formats, one class a format, registered in {@link Exporters}. Each says
 * what it cannot express.
 */
package dev.crosswalk.engine.export;
