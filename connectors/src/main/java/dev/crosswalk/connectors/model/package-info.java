/** Language models, asked for a second opinion where a person allowed it. */
package dev.crosswalk.connectors.model;
