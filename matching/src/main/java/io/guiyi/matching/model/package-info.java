/**
 * Declarative models: what a data set looks like and how its records are told apart, as data.
 *
 * <p>A {@link io.guiyi.matching.model.ModelDescription} is what people write: sources and their
 * columns, fields and their kinds, comparisons with ordered levels, blocking rules, thresholds. A
 * {@link io.guiyi.matching.model.TrainedModel} adds the {@link io.guiyi.matching.model.Figures}
 * that were learnt, and is named by the digest of its text. Both are immutable.
 */
@NullMarked
package io.guiyi.matching.model;

import org.jspecify.annotations.NullMarked;
