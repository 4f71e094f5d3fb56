/**
 * Learning a model's figures without labels, in the order that Fellegi and Sunter's model asks for
 * and Splink has shown to work: the prior from rules that are nearly certain, u from pairs drawn at
 * random, m by expectation maximisation over the pairs of several blocking rules with u held fast,
 * and the frequencies of terms by counting.
 *
 * <p>Pairs collapse to counts of patterns first ({@link io.guiyi.matching.estimate.PatternCounts}),
 * so that a round of EM costs microseconds.
 */
@NullMarked
package io.guiyi.matching.estimate;

import org.jspecify.annotations.NullMarked;
