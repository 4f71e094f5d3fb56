/**
 * An invented city for trials of the engine alone: families with children and twins, written down
 * by six departments with the faults of the field. It shares no table with the lab's population, so
 * that what holds in both is not an accident of one generator.
 */
@NullMarked
package io.guiyi.matching.city;

import org.jspecify.annotations.NullMarked;
