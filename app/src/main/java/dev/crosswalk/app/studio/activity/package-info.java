/** The place of activity: every request that was sent, without its secrets. */
package dev.crosswalk.app.studio.activity;
