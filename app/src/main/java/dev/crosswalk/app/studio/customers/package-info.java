/** The place of customers: who has which field from where. */
package dev.crosswalk.app.studio.customers;
