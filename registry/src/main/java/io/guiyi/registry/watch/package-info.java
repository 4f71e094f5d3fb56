/**
 * Whether the sources are as they used to be, told to the operator as alarms.
 *
 * <p>{@link io.guiyi.registry.watch.SourceWatch} is asked after every pull and every half minute.
 * It raises an {@link io.guiyi.registry.watch.Alarm} once for what it finds, keeps it raised while
 * it holds, and clears it when it does not. Nothing of this ever stops a pull.
 *
 * <p>Drift is found in three steps. Every complete pull with news adds up the profiles of its pages
 * to a {@link io.guiyi.registry.watch.SourceProfiles stretch} of at least a hundred rows. {@link
 * io.guiyi.registry.watch.Drift} compares that stretch with those before it: which columns came or
 * went, and how far the mix of codes in a column moved, by the {@link
 * io.guiyi.registry.watch.StabilityIndex}. A stretch that is as usual becomes part of what is
 * usual; another one only once an operator accepts it.
 */
@NullMarked
package io.guiyi.registry.watch;

import org.jspecify.annotations.NullMarked;
