/**
 * Police (公安): residence registrations and residence permits over REST.
 *
 * <p>{@link io.guiyi.connectors.police.PoliceSource} opens pulls. A pull asks for everything
 * changed since the watermark less an overlap, page by page along an opaque cursor. {@code
 * PolicePage} finds the rows in an answer without reading them, so that a row with a bad byte or a
 * broken value harms nobody but itself; {@code PoliceRows} tells rows apart (key, version,
 * presence); {@code PoliceCanon} reads them in our own terms.
 *
 * <p>The watermark is an update time (gxsj). It names the last instant whose rows were all
 * delivered: while pages follow, the newest instant on a page may go on behind it. It never runs
 * ahead of the hub's own clock, so that a department whose clock is fast cannot make the hub skip
 * what it writes after setting it right.
 */
@NullMarked
package io.guiyi.connectors.police;

import org.jspecify.annotations.NullMarked;
