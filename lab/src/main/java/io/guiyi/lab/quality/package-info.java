/**
 * How well the hub tells people apart, measured against the truth that only the lab knows. {@link
 * io.guiyi.lab.quality.ClusterQuality} does the arithmetic on any clustering; {@link
 * io.guiyi.lab.quality.HubClusters} reads the hub's; {@link io.guiyi.lab.quality.Breakdown} says
 * which pairs get lost.
 */
@NullMarked
package io.guiyi.lab.quality;

import org.jspecify.annotations.NullMarked;
