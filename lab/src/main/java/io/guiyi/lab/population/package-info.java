/**
 * An invented city of migrants: households with their true lives, made from a seed.
 *
 * <p>A {@link Population} is a stream of {@link Household}s. Each {@link Resident} has a name, a
 * number whose arithmetic is right ({@link CitizenNumbers}), the places she lived in ({@link
 * Residence}), her residence permit with its whole history ({@link Permit}), her jobs ({@link Job})
 * and certificates. Nothing here is wrong: errors belong to the clerks, who live in {@code
 * population.faults} and write the rows of {@code population.feeds}.
 *
 * <pre>{@code
 * Population city = Population.generate(new PopulationSettings(20_000, 7, 1.0));
 * city.households().flatMap(household -> household.members().stream()).count();   // 20000
 * }</pre>
 *
 * <p>The same settings give the same city to the last byte. Nobody is held in memory but the
 * household being read. Dates hang on a fixed reference day, never on a clock. All people are
 * invented.
 */
@NullMarked
package io.guiyi.lab.population;

import org.jspecify.annotations.NullMarked;
