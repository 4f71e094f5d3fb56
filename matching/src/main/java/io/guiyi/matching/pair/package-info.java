/**
 * Pairs: the answers of all comparisons about two units, packed into one long ({@link
 * io.guiyi.matching.pair.PairComparer}), and what they weigh ({@link
 * io.guiyi.matching.pair.PairWeigher}).
 *
 * <p>The same questions and weights ({@link io.guiyi.matching.pair.ModelQuestions}, {@link
 * io.guiyi.matching.pair.ModelWeights}) are asked of single records, which come one by one ({@link
 * io.guiyi.matching.pair.RecordValues}, {@link io.guiyi.matching.pair.RecordWeigher}): same values,
 * same answers, same weights.
 *
 * <p>Weights are whole millionths of a bit, so that no order of adding changes a sum. Missing is an
 * answer that weighs nothing.
 */
@NullMarked
package io.guiyi.matching.pair;

import org.jspecify.annotations.NullMarked;
