package io.guiyi.lab.population.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes health files as resources of FHIR R4. */
final class FhirWriter {

  private static final String SYSTEM = "http://wjw.example/";

  private FhirWriter() {}

  static String patient(Fields<PatientField> patient) {
    StringBuilder json = begin("Patient", patient.get(PatientField.ID), patient);
    json.append(",\"active\":").append(patient.get(PatientField.ACTIVE));
    extensions(json, patient);
    identifiers(json, patient);
    names(json, patient.get(PatientField.NAME), patient.get(PatientField.FORMER_NAME));
    phone(json, patient.get(PatientField.PHONE));
    member(json, "gender", patient.get(PatientField.GENDER));
    member(json, "birthDate", patient.get(PatientField.BORN));
    String address = patient.get(PatientField.ADDRESS);
    if (address != null) {
      json.append(",\"address\":[{\"text\":");
      Json.string(json, address);
      json.append("}]");
    }
    reference(json, "managingOrganization", "Organization/", patient.get(PatientField.CLINIC));
    String other = patient.get(PatientField.REPLACED_BY);
    if (other != null) {
      json.append(",\"link\":[{\"other\":{\"reference\":");
      Json.string(json, "Patient/" + other);
      json.append("},\"type\":\"replaced-by\"}]");
    }
    return json.append('}').toString();
  }

  static FhirResource related(Fields<RelatedField> person) {
    String id = required(person.get(RelatedField.ID));
    String updated = required(person.get(RelatedField.UPDATED));
    String patient = required(person.get(RelatedField.PATIENT));
    StringBuilder json = begin("RelatedPerson", id, updated);
    json.append(",\"active\":true");
    String document = person.get(RelatedField.DOCUMENT);
    if (document != null) {
      json.append(",\"identifier\":[");
      identifier(json, "sfzj", document, null);
      json.append(']');
    }
    reference(json, "patient", "Patient/", patient);
    json.append(",\"relationship\":[{\"coding\":[{\"code\":");
    Json.string(json, person.get(RelatedField.RELATION));
    json.append("}]}]");
    names(json, person.get(RelatedField.NAME), null);
    phone(json, person.get(RelatedField.PHONE));
    return new FhirResource("RelatedPerson", id, patient, updated, json.append('}').toString());
  }

  static FhirResource dose(Fields<DoseField> dose) {
    String id = required(dose.get(DoseField.ID));
    String updated = required(dose.get(DoseField.UPDATED));
    String patient = required(dose.get(DoseField.PATIENT));
    StringBuilder json = begin("Immunization", id, updated);
    member(json, "status", dose.get(DoseField.STATUS));
    json.append(",\"vaccineCode\":{\"coding\":[{\"code\":");
    Json.string(json, dose.get(DoseField.VACCINE));
    json.append("}]}");
    reference(json, "patient", "Patient/", patient);
    member(json, "occurrenceDateTime", dose.get(DoseField.GIVEN));
    String clinic = dose.get(DoseField.CLINIC);
    if (clinic != null) {
      json.append(",\"performer\":[{\"actor\":{\"reference\":");
      Json.string(json, "Organization/" + clinic);
      json.append("}}]");
    }
    json.append(",\"protocolApplied\":[{\"doseNumberPositiveInt\":");
    json.append(dose.get(DoseField.DOSE)).append("}]}");
    return new FhirResource("Immunization", id, patient, updated, json.toString());
  }

  static FhirResource clinic(String id, String name, String updated) {
    StringBuilder json = begin("Organization", id, updated);
    json.append(",\"active\":true");
    member(json, "name", name);
    return new FhirResource("Organization", id, "", updated, json.append('}').toString());
  }

  /** A Patient of whom nothing but number and time is left. */
  static String bare(Fields<PatientField> patient) {
    return begin("Patient", patient.get(PatientField.ID), patient).append('}').toString();
  }

  private static StringBuilder begin(
      String type, @Nullable String id, Fields<PatientField> patient) {
    return begin(type, required(id), required(patient.get(PatientField.UPDATED)));
  }

  private static StringBuilder begin(String type, String id, String updated) {
    StringBuilder json = new StringBuilder(1000).append("{\"resourceType\":");
    Json.string(json, type);
    json.append(",\"id\":");
    Json.string(json, id);
    json.append(",\"meta\":{\"lastUpdated\":");
    Json.string(json, updated);
    return json.append('}');
  }

  private static void extensions(StringBuilder json, Fields<PatientField> patient) {
    List<String> extensions = new ArrayList<>();
    extension(extensions, "jdrq", "valueDate", patient.get(PatientField.OPENED));
    extension(extensions, "jzzt", "valueCode", patient.get(PatientField.STATE));
    extension(extensions, "mz", "valueCode", patient.get(PatientField.ETHNIC_GROUP));
    if (!extensions.isEmpty()) {
      json.append(",\"extension\":[").append(String.join(",", extensions)).append(']');
    }
  }

  private static void extension(
      List<String> extensions, String name, String kind, @Nullable String value) {
    if (value != null) {
      StringBuilder json = new StringBuilder(100).append("{\"url\":");
      Json.string(json, SYSTEM + name);
      member(json, kind, value);
      extensions.add(json.append('}').toString());
    }
  }

  private static void identifiers(StringBuilder json, Fields<PatientField> patient) {
    json.append(",\"identifier\":[");
    identifier(json, "dah", required(patient.get(PatientField.FILE_NUMBER)), null);
    another(json, "etbm", patient.get(PatientField.CHILD_CODE), null);
    another(json, "csyxzm", patient.get(PatientField.BIRTH_CERTIFICATE), null);
    String kind = patient.get(PatientField.DOCUMENT_KIND);
    another(json, "sfzj", patient.get(PatientField.DOCUMENT), kind);
    json.append(']');
  }

  private static void another(
      StringBuilder json, String system, @Nullable String value, @Nullable String kind) {
    if (value != null) {
      json.append(',');
      identifier(json, system, value, kind);
    }
  }

  private static void identifier(
      StringBuilder json, String system, String value, @Nullable String kind) {
    json.append("{\"system\":");
    Json.string(json, SYSTEM + system);
    if (kind != null) {
      json.append(",\"type\":{\"coding\":[{\"code\":");
      Json.string(json, kind);
      json.append("}]}");
    }
    member(json, "value", value);
    json.append('}');
  }

  private static void names(StringBuilder json, @Nullable String name, @Nullable String former) {
    if (name == null && former == null) {
      return;
    }
    json.append(",\"name\":[");
    if (name != null) {
      json.append("{\"use\":\"official\"");
      member(json, "text", name);
      json.append('}');
    }
    if (former != null) {
      json.append(name == null ? "" : ",").append("{\"use\":\"old\"");
      member(json, "text", former);
      json.append('}');
    }
    json.append(']');
  }

  private static void phone(StringBuilder json, @Nullable String phone) {
    if (phone != null) {
      json.append(",\"telecom\":[{\"system\":\"phone\"");
      member(json, "value", phone);
      json.append("}]");
    }
  }

  private static void reference(StringBuilder json, String name, String type, @Nullable String id) {
    if (id != null) {
      Json.string(json.append(','), name);
      json.append(":{\"reference\":");
      Json.string(json, type + id);
      json.append('}');
    }
  }

  private static void member(StringBuilder json, String name, @Nullable String value) {
    if (value != null) {
      Json.string(json.append(','), name);
      Json.string(json.append(':'), value);
    }
  }

  private static String required(@Nullable String value) {
    return Objects.requireNonNull(value);
  }
}
