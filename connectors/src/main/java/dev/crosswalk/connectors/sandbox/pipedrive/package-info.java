/** How the made-up Pipedrive answers, as the real one does. */
package dev.crosswalk.connectors.sandbox.pipedrive;
