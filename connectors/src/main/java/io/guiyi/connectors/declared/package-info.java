/**
 * Sources that are described instead of programmed.
 *
 * <p>Read {@link io.guiyi.connectors.declared.Declaration} first: it is everything that one file
 * under {@code config/sources/} says. It names a {@link io.guiyi.connectors.declared.Protocol}, how
 * rows are told apart ({@link io.guiyi.connectors.declared.RowRule}), what a delivery says about
 * rows it leaves out ({@link io.guiyi.connectors.declared.DeliveryRule}), whom a row is about
 * ({@link io.guiyi.connectors.declared.PersonMapping}), what it states ({@link
 * io.guiyi.connectors.declared.StatementMapping}) and what must hold of it ({@link
 * io.guiyi.connectors.declared.Check}). Mappings are made of four small parts: {@link
 * io.guiyi.connectors.declared.TextFrom}, {@link io.guiyi.connectors.declared.DateFrom}, {@link
 * io.guiyi.connectors.declared.CodeFrom} and {@link io.guiyi.connectors.declared.Condition}.
 *
 * <p>{@link io.guiyi.connectors.declared.DeclaredSource} is the one source for all of them. Every
 * protocol ends in the same row, a flat JSON object of column → text; from there on nothing knows
 * where a row came from, and {@code DeclaredRows} and {@code DeclaredCanon} interpret the
 * declaration over it, without state.
 *
 * <pre>{@code
 * Source union = DeclaredSource.create(camel, declaration, clock);
 * }</pre>
 */
@NullMarked
package io.guiyi.connectors.declared;

import org.jspecify.annotations.NullMarked;
