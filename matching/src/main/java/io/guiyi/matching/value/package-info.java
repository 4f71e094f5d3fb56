/**
 * Values as the batch linker and the resolver compare them, one kind of value at a time.
 *
 * <p>A {@link io.guiyi.matching.value.ValueKind} knows three things: how the raw columns of a row
 * become a value, which questions can be asked about two such values ({@link
 * io.guiyi.matching.value.Ladder}), and by which facets a value can be found again ({@link
 * io.guiyi.matching.value.Facet}). A model names kinds, ladders and facets by their words; {@link
 * io.guiyi.matching.value.ValueKinds} lists them all.
 *
 * <p>Everything here is a pure function of the values, symmetric, and independent of the order in
 * which rows arrive.
 */
@NullMarked
package io.guiyi.matching.value;

import org.jspecify.annotations.NullMarked;
