/**
 * From what a row says to what can be compared.
 *
 * <p>{@link io.guiyi.matching.normalize.Normalizer#profile} turns an {@link
 * io.guiyi.records.identity.IdentityClaim} into a {@link io.guiyi.matching.normalize.Profile}. It
 * is pure and may run on any number of threads. Nothing is judged here: a number with a slip stays
 * a doubtful number, a lost character becomes a wildcard, and both are left for {@code compare}.
 *
 * <p>Read in this order: {@link io.guiyi.matching.normalize.NameForm} (how a Chinese name is laid
 * out), {@link io.guiyi.matching.normalize.NumberClaim} (what a number column can hold), {@link
 * io.guiyi.matching.normalize.AddressTokens}, {@link io.guiyi.matching.normalize.Profile}.
 */
@NullMarked
package io.guiyi.matching.normalize;

import org.jspecify.annotations.NullMarked;
