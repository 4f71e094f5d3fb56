package io.guiyi.lab.population.feeds;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One health file in its current state: a patient with related persons and doses of vaccines.
 *
 * @param patient the patient; number and time of update are never null
 * @param related parents, or the spouse
 * @param doses vaccinations
 * @param scrap the Patient resource that is served instead when the file is broken, or null
 */
public record HealthFile(
    Fields<PatientField> patient,
    List<Fields<RelatedField>> related,
    List<Fields<DoseField>> doses,
    @Nullable String scrap)
    implements CityRow {

  /** The key, the number of the file. */
  @Override
  public String key() {
    return Objects.requireNonNull(patient.get(PatientField.ID));
  }

  /** The same file with one field of the patient changed. */
  public HealthFile with(PatientField field, @Nullable String value) {
    return new HealthFile(patient.with(field, value), related, doses, scrap);
  }

  /** The same file after the next dose of the vaccine that was given last; needs a dose. */
  public HealthFile vaccinated(LocalDateTime at) {
    Fields<DoseField> last = doses.getLast();
    int number = Integer.parseInt(Objects.requireNonNull(last.get(DoseField.DOSE)));
    List<Fields<DoseField>> more = new ArrayList<>(doses);
    more.add(
        last.with(DoseField.ID, key() + "-D" + (doses.size() + 1))
            .with(DoseField.UPDATED, HealthFeed.instant(at))
            .with(DoseField.STATUS, "completed")
            .with(DoseField.DOSE, Integer.toString(number + 1))
            .with(DoseField.GIVEN, at.toLocalDate().toString()));
    return new HealthFile(patient, related, List.copyOf(more), scrap);
  }

  /** All resources: the Patient first, then RelatedPerson and Immunization. */
  public List<FhirResource> resources() {
    List<FhirResource> resources = new ArrayList<>();
    resources.add(patientResource());
    related.forEach(person -> resources.add(FhirWriter.related(person)));
    doses.forEach(dose -> resources.add(FhirWriter.dose(dose)));
    return List.copyOf(resources);
  }

  /** The whole file on one line: patient, related, immunizations. */
  public String json() {
    StringBuilder json = new StringBuilder(4000).append("{\"patient\":");
    json.append(patientResource().json()).append(",\"related\":[");
    related.forEach(person -> json.append(FhirWriter.related(person).json()).append(','));
    ended(json).append(",\"immunizations\":[");
    doses.forEach(dose -> json.append(FhirWriter.dose(dose).json()).append(','));
    return ended(json).append('}').toString();
  }

  private static StringBuilder ended(StringBuilder list) {
    if (list.charAt(list.length() - 1) == ',') {
      list.setLength(list.length() - 1);
    }
    return list.append(']');
  }

  private FhirResource patientResource() {
    String updated = Objects.requireNonNull(patient.get(PatientField.UPDATED));
    String json = scrap == null ? FhirWriter.patient(patient) : scrap;
    return new FhirResource("Patient", key(), key(), updated, json);
  }
}
