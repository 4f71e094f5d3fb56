/**
 * How well a clustering tells people apart, measured against the truth about its records.
 *
 * <p>{@link io.guiyi.matching.evaluate.Placements} hold each record's cluster and true person;
 * {@link io.guiyi.matching.evaluate.ClusterQuality} is the verdict in nine numbers; {@link
 * io.guiyi.matching.evaluate.Breakdown} says which kinds of pairs got lost. No pair is ever looked
 * at: all figures are sums over sizes of groups, so that four million records take about a second
 * and a cluster of a hundred thousand costs no more than a hundred thousand of one.
 *
 * <pre>{@code
 * Placements placements = Placements.builder()
 *     .add("police", "cluster 1", "person 1")
 *     .add("labour", "cluster 1", "person 1")
 *     .build();
 * ClusterQuality.of(placements).f1();   // 1.0
 * }</pre>
 */
@NullMarked
package io.guiyi.matching.evaluate;

import org.jspecify.annotations.NullMarked;
