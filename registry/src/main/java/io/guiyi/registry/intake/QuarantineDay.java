package io.guiyi.registry.intake;

import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import java.time.LocalDate;

/**
 * How many different rows of a source that came on one day are held for one reason.
 *
 * @param source whose rows
 * @param reason why
 * @param day the day they came first, in Asia/Shanghai
 * @param rows how many, each content once
 */
public record QuarantineDay(SourceId source, QuarantineReason reason, LocalDate day, long rows) {}
