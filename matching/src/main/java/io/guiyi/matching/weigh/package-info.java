/**
 * From levels to a weight.
 *
 * <p>A weight is log2(m/u): m is how often a level occurs between two rows of one person, u how
 * often between two rows of different persons. Weights are added, in whole millionths of a bit, so
 * that no order of adding and no processor changes a sum. The {@link
 * io.guiyi.matching.weigh.Explanation} is not a report about the sum: it is what the sum is made
 * of.
 *
 * <pre>
 *   18.31 = sum of
 *     -17.00 = prior: one pair in 131072 is one person
 *      12.00 = NAME EXACT
 *       2.31 = its surname is borne by 0.20 % of people
 *      14.00 = BIRTH_DATE EXACT
 *       1.00 = SEX SAME
 *       6.00 = contacts, at most 15.00, sum of
 *         7.00 = EMPLOYER SAME
 *        -1.00 = PHONE DIFFERENT
 * </pre>
 */
@NullMarked
package io.guiyi.matching.weigh;

import org.jspecify.annotations.NullMarked;
