/**
 * The invented city as its departments write it down, in their wire formats and with their faults.
 *
 * <p>A {@link CityFeed} turns a household into {@link Labelled} records: the rows, oldest version
 * first, with a {@link Truth} line that says whose they are and what went wrong. {@link PoliceFeed}
 * and {@link HealthFeed} know the current state only, {@link LabourFeed} every version; {@link
 * EducationFeed}, {@link UnionFeed} and {@link VillageFeed} write files, whose names and times are
 * {@link DeliveryFile}s. {@link PopulationFiles} writes a whole city to files.
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
