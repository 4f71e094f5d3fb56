/**
 * The comparison questions and their answers.
 *
 * <p>Two profiles are asked nine questions, the {@link io.guiyi.matching.compare.Comparison}s; each
 * answer is a {@link io.guiyi.matching.compare.ComparisonLevel}, one constant of an enum that lists
 * the levels from full agreement down. Missing is a level of its own, never a middle score. All
 * nine answers are a {@link io.guiyi.matching.compare.ComparisonVector}.
 *
 * <p>Every comparison is symmetric: {@code compare(a, b)} and {@code compare(b, a)} give the same
 * level. What an ID number contains (birth date, sex) is not counted a second time: if the number
 * agrees, those questions answer {@code IN_NUMBER}, unless they contradict it.
 *
 * <p>Phone, address, employer and kin tell the household; only name, birth date, sex and numbers
 * tell its members apart.
 */
@NullMarked
package io.guiyi.matching.compare;

import org.jspecify.annotations.NullMarked;
