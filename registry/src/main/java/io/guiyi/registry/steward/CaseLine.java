package io.guiyi.registry.steward;

import io.guiyi.matching.ReviewTrigger;
import io.guiyi.records.SourceId;
import java.time.Instant;

/**
 * A case in a list.
 *
 * @param id its name on screens, such as {@code C-000451}
 * @param trigger why the machine hesitated
 * @param source whose record it is about
 * @param record the record's number
 * @param openedAt since when it waits
 */
public record CaseLine(
    String id, ReviewTrigger trigger, SourceId source, long record, Instant openedAt) {}
