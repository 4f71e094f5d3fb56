/**
 * From changes of persons to the subscribers' queues.
 *
 * <p>{@link io.guiyi.routes.publish.Broker} is the embedded Artemis (or the door to an external
 * one): a queue for each subscriber, which only that subscriber may read. {@link
 * io.guiyi.routes.publish.PublishRoutes} moves: the register's fan-out turns changes into feed
 * entries, the {@link io.guiyi.routes.publish.Relay} seals and sends them in order, and
 * acknowledgements come back on a queue of their own. {@link io.guiyi.routes.publish.EntryEvent}
 * writes an entry as a CloudEvent.
 *
 * <p>A message may arrive twice after a crash; its id never changes ({@code subscriber:sequence}),
 * and a reader drops what it has already taken.
 */
@NullMarked
package io.guiyi.routes.publish;

import org.jspecify.annotations.NullMarked;
