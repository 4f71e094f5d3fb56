package io.guiyi.lab.population.feeds;

/**
 * One resource of FHIR R4 as the health department serves it.
 *
 * @param type Patient, RelatedPerson, Immunization or Organization
 * @param id its number
 * @param patient number of the patient's file it belongs to; empty for an Organization
 * @param updated instant of its last update as written, {@code yyyy-MM-ddTHH:mm:ss+08:00}, which
 *     sorts by time
 * @param json the resource
 */
public record FhirResource(String type, String id, String patient, String updated, String json) {

  /** Nothing of the person. */
  @Override
  public String toString() {
    return type + " updated " + updated;
  }
}
