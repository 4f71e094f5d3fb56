/**
 * Weights in bits.
 *
 * <p>A weight is log2(m/u): m is how often an answer occurs between two rows of one person, u how
 * often between two rows of different persons. Weights are added, in whole millionths of a bit, so
 * that no order of adding and no processor changes a sum.
 */
@NullMarked
package io.guiyi.matching.weigh;

import org.jspecify.annotations.NullMarked;
