/**
 * Linking all records anew, after a better model or after many arrivals: what the online engine
 * decided one by one is decided together, and every difference is applied.
 *
 * <p>{@code RelinkPlan} is the pure part: which public id each new cluster carries on, and who
 * merges, splits or moves. {@link io.guiyi.registry.relink.Relinking} reads the register, has the
 * kernel cluster it under the facts that stewards stated, and applies the plan through the one
 * Resolver, in pages, while records go on arriving: what has moved since it was read is left for
 * the next relink. Twice in a row the second changes nothing.
 */
@NullMarked
package io.guiyi.registry.relink;

import org.jspecify.annotations.NullMarked;
