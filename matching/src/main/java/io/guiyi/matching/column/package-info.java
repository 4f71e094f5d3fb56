/**
 * Records as arrays: each field is a column of small numbers, each number names a distinct value.
 *
 * <p>Text is read and normalised once for each distinct spelling ({@link
 * io.guiyi.matching.column.Lexicon}); records with the same content become one unit, because
 * nothing could ever tell them apart; units stand in the order of their content's digest ({@link
 * io.guiyi.matching.column.RecordTable}), so that the order in which rows arrive, the way they are
 * split into files and the record ids decide nothing.
 */
@NullMarked
package io.guiyi.matching.column;

import org.jspecify.annotations.NullMarked;
