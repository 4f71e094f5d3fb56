package io.guiyi.registry.decision;

import io.guiyi.matching.Decision;
import io.guiyi.matching.RecordRef;
import java.time.Instant;

/**
 * A decision as it is remembered.
 *
 * @param id its number
 * @param record about which record
 * @param recordVersion which version of it was compared
 * @param decision what was decided, with candidates, their versions, level vectors and weights, and
 *     the hash of the model
 * @param recordedAt when
 */
public record DecisionRecord(
    long id, RecordRef record, int recordVersion, Decision decision, Instant recordedAt) {}
