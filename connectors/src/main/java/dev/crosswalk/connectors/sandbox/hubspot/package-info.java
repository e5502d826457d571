/** How the made-up HubSpot answers, as the real one does. */
package dev.crosswalk.connectors.sandbox.hubspot;
