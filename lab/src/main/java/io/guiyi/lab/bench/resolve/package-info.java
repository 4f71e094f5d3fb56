/**
 * Measures the online engine without a database: so many persons in the index, then a stream of
 * records about persons known and new, one after the other, each placed before the next is asked
 * about.
 *
 * <p>{@link io.guiyi.lab.bench.resolve.Arrivals} makes the stream of an invented city, {@link
 * io.guiyi.lab.bench.resolve.Mistake} spoils a row, {@link io.guiyi.lab.bench.resolve.ModelColumns}
 * reads rows by the model's own words, and {@link io.guiyi.lab.bench.resolve.ResolveBench} runs and
 * counts.
 */
@NullMarked
package io.guiyi.lab.bench.resolve;

import org.jspecify.annotations.NullMarked;
