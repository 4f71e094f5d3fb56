/**
 * Families: whom a row names as parent, guardian or spouse becomes a relation of two persons.
 *
 * <p>{@link io.guiyi.registry.family.RowRelatives} takes from a row what it states, as keyed hashes
 * ({@link io.guiyi.registry.family.StatedRelative}). {@link
 * io.guiyi.registry.family.RelativeSearch}, a pure function, says which of the persons known is
 * meant, or that nobody is for certain; {@link io.guiyi.registry.family.Families}, another one,
 * consolidates what all rows state into the relations of a person. {@link
 * io.guiyi.registry.family.StatedRelations} keeps what the rows in force state, and finds what must
 * be looked up again when a person appears, changes or closes: so the order in which rows arrive
 * plays no part in the end.
 *
 * <p>The Resolver does all of it in the transaction of the page.
 */
@NullMarked
package io.guiyi.registry.family;

import org.jspecify.annotations.NullMarked;
