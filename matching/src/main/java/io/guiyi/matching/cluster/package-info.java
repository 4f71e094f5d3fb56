/**
 * Clusters are made, not found.
 *
 * <p>Pairs that weigh enough bound the work to components ({@link
 * io.guiyi.matching.cluster.Components}); inside each, clusters grow by mean weight, the heaviest
 * merge first, with the pairs that no blocking rule proposed weighed as well ({@link
 * io.guiyi.matching.cluster.Agglomeration}). Ties go to the lower unit, and units stand in the
 * order of their contents, so that the same records give the same clusters in any order.
 */
@NullMarked
package io.guiyi.matching.cluster;

import org.jspecify.annotations.NullMarked;
