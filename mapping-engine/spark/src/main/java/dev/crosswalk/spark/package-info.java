/**
 * The engine on Apache Spark. Begin at {@link CrosswalkSpark}; {@link CrosswalkSubmit} is the job
 * for spark-submit.
 */
package dev.crosswalk.spark;
