/**
 * Which values of a dependent picklist go with which of its controller. See {@link
 * DependentPicklists}.
 */
package dev.crosswalk.connectors.plugin.salesforce;
