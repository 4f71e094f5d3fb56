package io.guiyi.registry.intake;

import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;

/**
 * How many different rows of a source are held for one reason.
 *
 * @param source whose rows
 * @param reason why
 * @param rows how many, each content once
 */
public record QuarantineCount(SourceId source, QuarantineReason reason, long rows) {}
