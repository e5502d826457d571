package dev.crosswalk.engine.run;

import dev.crosswalk.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param end where reading goes on
 * @param failure why the run ends behind these records
 */
record Mapped(Bytes out, Bytes rejects, Counts counts, Mark end, @Nullable Problem failure) {}
