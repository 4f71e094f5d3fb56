/**
 * What the invented world is made of: small tables of facts (surnames with rough frequencies,
 * county codes, villages, trades, readings of characters) and the seeded {@link Dice} that draws
 * from them.
 *
 * <p>The tables are written for this simulation alone. They play the clerks and dialects outside
 * the hub, so they deliberately share nothing with the tables by which the hub recognises a
 * confusion: a matcher tested against its own tables would only be agreeing with itself.
 *
 * <p>Reading order: {@link Dice}, {@link Weighted}, {@link NameBook}, {@link RegionBook}, {@link
 * PlaceBook}, {@link TradeBook}, {@link Confusions}.
 */
@NullMarked
package io.guiyi.lab.population.books;

import org.jspecify.annotations.NullMarked;
