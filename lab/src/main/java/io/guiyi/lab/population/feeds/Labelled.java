package io.guiyi.lab.population.feeds;

import java.util.List;

/**
 * One record of a department with the truth about it.
 *
 * @param truth whose it is
 * @param versions its rows in the order of delivery, at least one; police and health keep only the
 *     current one
 * @param <R> kind of row
 */
public record Labelled<R extends CityRow>(Truth truth, List<R> versions) {}
