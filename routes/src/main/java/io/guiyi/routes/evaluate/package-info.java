/**
 * Measures files of clusters against a file of the truth.
 *
 * <p>{@link io.guiyi.routes.evaluate.ClusterFiles} reads them; what comes out is a {@link
 * io.guiyi.routes.evaluate.MeasuredClusters}, whose arithmetic is {@link
 * io.guiyi.matching.evaluate}'s. A file says one thing of each record, under a header that names
 * its columns:
 *
 * <pre>
 * source,record_id,person_id
 * police,000000001,P00014334
 * </pre>
 */
@NullMarked
package io.guiyi.routes.evaluate;

import org.jspecify.annotations.NullMarked;
