/** The place where one starts: workspaces and the customers at a glance. */
package dev.crosswalk.app.studio.home;
