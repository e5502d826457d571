/** Suggestions to accept or reject, one by one or many. */
package dev.crosswalk.app.studio.mapping.review;
