/** The place of connections: sign in, discover, end. */
package dev.crosswalk.app.studio.connections;
