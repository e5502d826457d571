/** How the made-up Dynamics 365 answers, as the real one does. */
package dev.crosswalk.connectors.sandbox.dynamics;
