package dev.crosswalk.app.studio.home;

/**
 * One customer of the open workspace at a glance.
 *
 * @param customer id; empty for the base mappings
 * @param title for people
 * @param connection name; empty where none is set
 * @param discovered whether the connection's schema is on this computer
 * @param mapped required targets that have a source
 * @param required targets that need one
 * @param mappings how many mappings there are
 * @param unreadable how many of them cannot be read
 * @param waiting suggestions that nobody decided on; negative while they are counted
 * @param drift changes of mapped fields since the review; negative where that cannot be told
 * @param unreviewed mappings without a schema that they were reviewed against
 * @param changedFiles files that differ from the last commit; {@link #NO_GIT} without git
 */
record CustomerRow(
    String customer,
    String title,
    String connection,
    boolean discovered,
    int mapped,
    int required,
    int mappings,
    int unreadable,
    int waiting,
    int drift,
    int unreviewed,
    int changedFiles) {
  static final int NO_GIT = -1;

  /** The same row with other counts of what waits and what drifted. */
  CustomerRow counted(int nowWaiting, int nowDrift) {
    return new CustomerRow(
        customer,
        title,
        connection,
        discovered,
        mapped,
        required,
        mappings,
        unreadable,
        nowWaiting,
        nowDrift,
        unreviewed,
        changedFiles);
  }
}
