/**
 * The steps, one class each, and the readers of numbers, dates, names and addresses that they
 * share.
 */
package dev.crosswalk.engine.transform.step;
