package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.preview.Mends.Mend;
import dev.crosswalk.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something about one target that cannot work, known before any record is looked at.
 *
 * @param mend the change that makes it fit; null where none was found
 */
public record Clash(Problem problem, @Nullable Mend mend) {}
