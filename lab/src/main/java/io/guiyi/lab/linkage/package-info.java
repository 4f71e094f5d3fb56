/**
 * Files for a linkage run: records in a random order under numbers that mean nothing, and apart
 * from them the truth about whom each is.
 *
 * <p>{@link io.guiyi.lab.linkage.LinkageFiles} writes the invented city that way: one flat CSV file
 * a source, with the columns of the department and one row for each record in its latest version. A
 * {@link io.guiyi.lab.linkage.RecordSheet} is one such file in the making, whatever its records
 * come from; a {@link io.guiyi.lab.linkage.RowShuffle} brings rows into a random order without
 * holding them in memory. {@link io.guiyi.lab.linkage.NaiveRule} is what everybody would do first,
 * as a yardstick.
 */
@NullMarked
package io.guiyi.lab.linkage;

import org.jspecify.annotations.NullMarked;
