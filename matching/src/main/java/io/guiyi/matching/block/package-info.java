/**
 * Candidates for the batch linker: an ordered OR of blocking rules, joined by sorting.
 *
 * <p>A rule gives each unit keys ({@link io.guiyi.matching.block.RuleKeys}); units with the same
 * key form a block. {@link io.guiyi.matching.block.Blocks} holds all blocks of all rules as
 * postings, so that the candidates of one unit are read the way an inverted index is read, each
 * once, at the first rule that proposes it. A block above its rule's cap is refined by one more
 * key; what is still too large is reported, never dropped in silence.
 */
@NullMarked
package io.guiyi.matching.block;

import org.jspecify.annotations.NullMarked;
