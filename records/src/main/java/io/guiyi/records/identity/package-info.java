/**
 * Who somebody says they are: names, numbers, dates and contacts as one source gives them.
 *
 * <p>Start with {@link io.guiyi.records.identity.IdentityClaim}, the sum of them. {@link
 * io.guiyi.records.identity.IdNumber} carries the arithmetic of the Chinese identity documents; an
 * {@link io.guiyi.records.identity.IdDocument} keeps what a row really says, which may be a number
 * with a slip in it, a masked one or no number at all: that is evidence for matching, not a reason
 * to refuse the row.
 *
 * <p>Every value here masks itself in {@code toString}.
 */
@NullMarked
package io.guiyi.records.identity;

import org.jspecify.annotations.NullMarked;
