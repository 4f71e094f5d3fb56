/**
 * Health (卫健): health files, vaccinations and guardians over FHIR R4 REST.
 *
 * <p>The unit is the <em>health file</em>: one Patient with the RelatedPersons and Immunizations
 * that point to it, since only together they say who a child is and what was done. The file is put
 * together here and is one {@link io.guiyi.records.SourceRecord}; its version is the newest of its
 * resources.
 *
 * <p>Read in this order. {@link io.guiyi.connectors.health.HealthSource} opens pulls. A {@code
 * HealthPull} makes three walks: patients, then related persons and immunizations, which find the
 * files whose patient did not move when a dose was added. A {@code FhirWalk} goes along the next
 * links of one search and watches that nothing is lost; {@code HealthMark} is the watermark with
 * one position for each walk. {@code FhirBundle} finds the entries in an answer without trusting
 * them, so that an entry with a bad byte or a broken value harms nobody but its own file. {@code
 * HealthFiles} groups entries into files, {@code HealthUnits} adds the names of clinics, {@code
 * HealthRows} tells files apart (key, version, presence), and {@code HealthCanon} reads them in our
 * own terms.
 *
 * <pre>{@code
 * {"patient": {…}, "related": [{…}], "immunizations": [{…}], "units": {"org-7": "…卫生院"}}
 * }</pre>
 *
 * <p>Why not a FHIR library: {@code docs/decisions/0015-fhir-by-hand.md}.
 */
@NullMarked
package io.guiyi.connectors.health;

import org.jspecify.annotations.NullMarked;
