package dev.crosswalk.app.studio.shell;

/** Names of the places, for {@link StudioContext#go}. */
public final class PlaceIds {
  public static final String HOME = "home";
  public static final String CONNECTIONS = "connections";
  public static final String SCHEMAS = "schemas";
  public static final String MAPPING = "mapping";
  public static final String PREVIEW = "preview";
  public static final String CUSTOMERS = "customers";
  public static final String CHANGES = "changes";
  public static final String ACTIVITY = "activity";

  /** The argument with which {@link #CHANGES} shows the drift. */
  public static final String DRIFT = "drift";

  private PlaceIds() {}
}
