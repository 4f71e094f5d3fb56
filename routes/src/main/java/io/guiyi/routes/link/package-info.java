/**
 * Files around the batch linker.
 *
 * <p>{@link io.guiyi.routes.link.RecordFiles} reads any number of CSV files into one {@link
 * io.guiyi.matching.column.RecordTable}: in one pass, the model's columns alone, each spelling
 * turned into a value once. Rows that cannot be read become {@link io.guiyi.routes.link.Rejection}s
 * and never stop a run; a header that cannot be right does. {@link io.guiyi.routes.link.LinkRun}
 * hands the table to the kernel and writes what comes out; {@link io.guiyi.routes.config.ModelFile}
 * knows models as people write them and as training leaves them.
 *
 * <p>What is written depends on the records alone: not on the order of rows, their split into files
 * or the number of threads. Nothing is left half-written.
 */
@NullMarked
package io.guiyi.routes.link;

import org.jspecify.annotations.NullMarked;
