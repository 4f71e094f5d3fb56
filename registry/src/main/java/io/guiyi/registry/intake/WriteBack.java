package io.guiyi.registry.intake;

import io.guiyi.records.RowOutcome;
import io.guiyi.records.SourceId;
import java.util.List;

/**
 * What one page has to tell its department.
 *
 * @param page the page's number
 * @param source the department's source
 * @param outcomes what became of each row, in the order they were read
 * @param attempts how often telling has failed so far
 */
public record WriteBack(long page, SourceId source, List<RowOutcome> outcomes, int attempts) {}
