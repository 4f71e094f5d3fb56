/**
 * Decisions weighed again: {@link io.guiyi.registry.recount.Recounts} takes a stored decision, the
 * versions of the records that it names and the model that it names, weighs every pair once more
 * and says where what comes out differs from what was stored.
 *
 * <pre>{@code
 * Recount recount = recounts.of(4711, models).orElseThrow();
 * recount.isSame(); // bit for bit
 * }</pre>
 */
@NullMarked
package io.guiyi.registry.recount;

import org.jspecify.annotations.NullMarked;
