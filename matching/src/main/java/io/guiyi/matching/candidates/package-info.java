/**
 * Who is worth comparing.
 *
 * <p>{@link io.guiyi.matching.candidates.TermMaker} says under which terms a record is stored and
 * by which it asks; {@link io.guiyi.matching.candidates.CandidateIndex} keeps the stored keys as
 * postings of one Lucene field: an inverted index is a blocking index. {@link
 * io.guiyi.matching.candidates.PageOverlay} is the same in memory, for the page that is being
 * applied. {@link io.guiyi.matching.candidates.CandidateSearch} asks both.
 *
 * <p>On disk stands, for each record, its number and 64-bit keyed terms, nothing else. The record
 * numbers are read into arrays once for each segment, so that a hit costs no stored field.
 *
 * <p>No key is dropped in silence: one that holds too many members is asked again in its finer
 * form, and if that holds too many as well, the record is marked under-searched.
 */
@NullMarked
package io.guiyi.matching.candidates;

import org.jspecify.annotations.NullMarked;
