package io.guiyi.registry.decision;

import io.guiyi.matching.PairFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact about two records as it is kept; author and reason are those of its decision.
 *
 * @param id its number
 * @param fact what holds
 * @param decision the steward's decision that stated it
 * @param recordedAt when it was stated
 * @param withdrawnBy the decision that withdrew it; null while it holds
 */
public record LinkFact(
    long id, PairFact fact, long decision, Instant recordedAt, @Nullable Long withdrawnBy) {}
