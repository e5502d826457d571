package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.data.ObjectDef;

/** Record ids: whole numbers that grow, with gaps. */
final class HubSpotId {
  private HubSpotId() {}

  static String of(ObjectDef object, int index) {
    long base = 10_000_000_000L + 7_919_000L * Math.floorMod(object.name().hashCode(), 900);
    return String.valueOf(base + 51L * index);
  }
}
