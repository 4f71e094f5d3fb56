/**
 * Measures the engine as a stranger would: the command line in a process of its own, on records in
 * random order under numbers that mean nothing, with the truth in another folder.
 *
 * <p>A {@link io.guiyi.lab.bench.Contest} is one line of the table: {@link
 * io.guiyi.lab.bench.Arena} prepares its input, a {@link io.guiyi.lab.bench.MeasuredProcess} runs
 * the command and counts what it spends, and {@link io.guiyi.lab.bench.Score} holds the outcome
 * against the {@link io.guiyi.lab.bench.Bounds}. {@link io.guiyi.lab.bench.Duke} is a peer that is
 * measured on the same file in the same run.
 */
@NullMarked
package io.guiyi.lab.bench;

import org.jspecify.annotations.NullMarked;
