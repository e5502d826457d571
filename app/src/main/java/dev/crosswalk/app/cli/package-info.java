/** The command line: one class a command, registered in {@link dev.crosswalk.app.cli.Cli}. */
package dev.crosswalk.app.cli;
