/**
 * What the hub remembers, and the one door through which identity changes.
 *
 * <p>{@link io.guiyi.registry.RegisterConfiguration} lays the ground in order: database, durability
 * check, schema, session factory, transactions. On it stand rooms, each a package whose public
 * types are its interface:
 *
 * <ol>
 *   <li>{@code postgres} runs the embedded server, {@code store} gives transactions on it;
 *   <li>{@code record}, {@code person}, {@code family}, {@code decision}, {@code review} and {@code
 *       change} each keep one kind of thing;
 *   <li>{@code resolve} holds the Resolver, which applies a page of canonical records in one
 *       transaction across all of them;
 *   <li>{@code intake}, {@code leadership}, {@code feed}, {@code audit} and {@code status} stand
 *       around it: what came in, who may apply, who is told, what was done, how things are.
 * </ol>
 *
 * <p>Rows are appended and carry valid time and recorded time. No column holds a personal value in
 * clear: values are sealed in envelopes, and found again by keyed hashes.
 */
@NullMarked
package io.guiyi.registry;

import org.jspecify.annotations.NullMarked;
