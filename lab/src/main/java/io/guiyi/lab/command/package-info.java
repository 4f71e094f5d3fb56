/**
 * The lab's commands, under the same root as the hub's: {@code demo} plays a whole city against a
 * real hub, {@code population} writes a city to files, {@code drill} kills a hub and counts, {@code
 * bench} measures the engine.
 */
@NullMarked
package io.guiyi.lab.command;

import org.jspecify.annotations.NullMarked;
