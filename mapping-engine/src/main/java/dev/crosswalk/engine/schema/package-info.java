/**
 * Objects and fields as every part of the product knows them, and the readers of what others call a
 * schema. Begin at {@link SchemaObject} and {@link SchemaImport}.
 */
package dev.crosswalk.engine.schema;
