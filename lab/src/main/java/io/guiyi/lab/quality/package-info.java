/**
 * How well the hub tells people apart, measured against the truth that only the lab knows. {@link
 * io.guiyi.lab.quality.ClusterQuality} does the arithmetic on any clustering; {@link
 * io.guiyi.lab.quality.HubClusters} reads the hub's.
 */
@NullMarked
package io.guiyi.lab.quality;

import org.jspecify.annotations.NullMarked;
