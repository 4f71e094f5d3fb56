/**
 * The invented city as two departments write it down, in their wire formats and with their faults.
 *
 * <p>{@link PoliceFeed} and {@link LabourFeed} turn a household into {@link Labelled} records: the
 * rows, oldest version first, with a {@link Truth} line that says whose they are and what went
 * wrong. {@link PopulationFiles} writes a whole city to files.
 *
 * <pre>{@code
 * PoliceFeed police = new PoliceFeed(city.settings());
 * for (Household household : city) {
 *   for (Labelled<PoliceRow> record : police.records(household)) {
 *     record.versions().forEach(row -> System.out.println(row.json()));
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.guiyi.lab.population.feeds;

import org.jspecify.annotations.NullMarked;
