package dev.crosswalk.connectors.discovery;

import org.jspecify.annotations.Nullable;

/** An object before its fields are known; null = the system does not say. */
public record ObjectSummary(
    String name, @Nullable String label, @Nullable Boolean custom, boolean hidden) {}
