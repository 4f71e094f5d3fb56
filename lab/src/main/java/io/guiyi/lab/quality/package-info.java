/**
 * How well a hub tells people apart, measured against the truth that only the lab knows. {@link
 * io.guiyi.lab.quality.HubClusters} reads which records it holds to be one person; the arithmetic
 * is {@link io.guiyi.matching.evaluate}'s.
 */
@NullMarked
package io.guiyi.lab.quality;

import org.jspecify.annotations.NullMarked;
