package io.guiyi.matching;

import org.jspecify.annotations.Nullable;

/**
 * One member a record was compared with, and the outcome.
 *
 * @param record the member's record
 * @param recordVersion which version of it
 * @param person the member's person
 * @param levels the comparison levels, one character for each comparison in the model's order: its
 *     index in base 36
 * @param weight the sum of log2(m/u), in millionths of a bit
 * @param cannotLink the law that forbids the link; null if none does
 */
public record WeighedCandidate(
    RecordRef record,
    int recordVersion,
    PersonRef person,
    String levels,
    long weight,
    @Nullable CannotLink cannotLink) {}
