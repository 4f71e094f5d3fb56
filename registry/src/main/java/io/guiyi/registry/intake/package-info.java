/**
 * What came in: how far each source has been read, what became of every row, what is held aside,
 * and what the departments are still to be told.
 *
 * <p>Everything about a page is written in the transaction that stores the page's rows, so that
 * after any crash the books are right:
 *
 * <ul>
 *   <li>{@link io.guiyi.registry.intake.Pulls}: a pull begins, brings pages, and finishes. Each
 *       page carries its watermark and the counts of the conservation law; the watermark of a
 *       source is that of its last page. Sums are kept beside the pages, not on them, so that pages
 *       without news can go.
 *   <li>{@link io.guiyi.registry.intake.Deliveries}: complete deliveries, each admitted, held for
 *       the operator, or refused before its first row is applied.
 *   <li>{@link io.guiyi.registry.intake.Quarantine}: rows that could not be understood, sealed,
 *       once per content however often they are read again, until a replay resolves them.
 *   <li>{@link io.guiyi.registry.intake.WriteBacks}: the outcomes a department wants to hear of.
 *       Telling it comes after the commit and may fail; it is tried again ever more slowly, for as
 *       long as it takes, and holds up nothing.
 *   <li>{@link io.guiyi.registry.intake.Retention}: takes away what nobody needs any longer.
 * </ul>
 */
@NullMarked
package io.guiyi.registry.intake;

import org.jspecify.annotations.NullMarked;
