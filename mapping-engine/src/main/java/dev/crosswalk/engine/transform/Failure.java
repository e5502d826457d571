package dev.crosswalk.engine.transform;

/**
 * Why a value could not be worked on.
 *
 * @param message one sentence that names the value and the reason
 */
public record Failure(String message) {}
