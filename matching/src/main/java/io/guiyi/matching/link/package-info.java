/**
 * The batch driver: from a table of records and a model to clusters and pairs for review.
 *
 * <p>{@link io.guiyi.matching.link.Trainer} learns a model's figures, {@link
 * io.guiyi.matching.link.BatchLinker} finds candidates, weighs them on all threads and makes
 * clusters. The result depends on the contents and the model alone: not on the order of rows, their
 * split into files, the record ids or the number of threads.
 */
@NullMarked
package io.guiyi.matching.link;

import org.jspecify.annotations.NullMarked;
