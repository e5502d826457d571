package dev.crosswalk.app.run;

import dev.crosswalk.engine.run.RecordFormat;
import dev.crosswalk.engine.run.SourceOptions;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to run on what.
 *
 * @param identity see {@link RunIdentity}
 * @param source how the input is read
 * @param format how the output is written
 * @param threads how many work at once
 * @param out the file to write; null for standard output
 * @param rejects the file for rejects; null to count them only
 * @param resume whether to go on where an unfinished run stopped
 */
public record ApplyRequest(
    CompiledMapping mapping,
    String identity,
    SourceOptions source,
    RecordFormat format,
    int threads,
    @Nullable Path out,
    @Nullable Path rejects,
    boolean resume) {}
