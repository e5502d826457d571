/** How the made-up Salesforce answers, as the real one does. */
package dev.crosswalk.connectors.sandbox.salesforce;
