/** How the made-up Odoo answers, as the real one does. */
package dev.crosswalk.connectors.sandbox.odoo;
