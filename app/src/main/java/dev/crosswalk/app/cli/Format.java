package dev.crosswalk.app.cli;

/** How data are printed. */
enum Format {
  TEXT,
  JSON
}
