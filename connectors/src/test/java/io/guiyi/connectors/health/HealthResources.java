package io.guiyi.connectors.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Good resources about invented people, to be spoilt field by field, and the files of them. */
public final class HealthResources {
  private static final JsonMapper MAPPER = new JsonMapper();

  private HealthResources() {}

  static Map<String, @Nullable Object> patient(String id, String lastUpdated) {
    Map<String, @Nullable Object> patient = resource("Patient", id, lastUpdated);
    patient.put("active", true);
    patient.put(
        "identifier",
        List.of(
            identifier("http://wjw.example/dah", "33028210200100001", null),
            identifier("http://wjw.example/etbm", "330282020120200001", null),
            identifier("http://wjw.example/csyxzm", "T330000001", null),
            identifier("http://wjw.example/sfzj", "11010119900307803X", "01")));
    patient.put(
        "name",
        List.of(Map.of("use", "old", "text", "欧阳某之女"), Map.of("use", "official", "text", "欧阳测")));
    patient.put("gender", "female");
    patient.put("birthDate", "2020-05-17");
    patient.put("telecom", List.of(Map.of("system", "phone", "value", "13900005678")));
    patient.put("address", List.of(Map.of("text", "慈溪市观海卫镇五里村88号")));
    patient.put("managingOrganization", Map.of("reference", "Organization/org-7"));
    patient.put(
        "extension",
        List.of(
            Map.of("url", "http://wjw.example/jdrq", "valueDate", "2020-06-01"),
            Map.of("url", "http://wjw.example/jzzt", "valueCode", "1"),
            Map.of("url", "http://wjw.example/mz", "valueCode", "01")));
    return patient;
  }

  static Map<String, @Nullable Object> related(
      String id, String patient, String code, String lastUpdated) {
    Map<String, @Nullable Object> related = resource("RelatedPerson", id, lastUpdated);
    related.put("active", true);
    related.put("patient", Map.of("reference", "Patient/" + patient));
    related.put("relationship", List.of(coded(code)));
    related.put("name", List.of(Map.of("text", "测母某")));
    related.put("telecom", List.of(Map.of("system", "phone", "value", "13900005678")));
    related.put(
        "identifier", List.of(identifier("http://wjw.example/sfzj", "11010119900307803X", "01")));
    return related;
  }

  static Map<String, @Nullable Object> dose(
      String id, String patient, int number, String lastUpdated) {
    Map<String, @Nullable Object> dose = resource("Immunization", id, lastUpdated);
    dose.put("status", "completed");
    dose.put("vaccineCode", coded("HepB"));
    dose.put("patient", Map.of("reference", "Patient/" + patient));
    dose.put("occurrenceDateTime", "2020-05-18T16:30:00+00:00");
    dose.put("protocolApplied", List.of(Map.of("doseNumberPositiveInt", number)));
    dose.put(
        "performer",
        List.of(Map.of("actor", Map.of("reference", "Organization/org-8/_history/2"))));
    return dose;
  }

  static Map<String, @Nullable Object> organization(String id, String name) {
    Map<String, @Nullable Object> organization =
        resource("Organization", id, "2020-01-01T00:00:00Z");
    organization.put("name", name);
    return organization;
  }

  static Map<String, @Nullable Object> identifier(
      String system, @Nullable Object value, @Nullable String type) {
    Map<String, @Nullable Object> identifier = new LinkedHashMap<>();
    identifier.put("system", system);
    identifier.put("value", value);
    if (type != null) {
      identifier.put("type", coded(type));
    }
    return identifier;
  }

  static Map<String, @Nullable Object> coded(@Nullable Object code) {
    Map<String, @Nullable Object> coding = new LinkedHashMap<>();
    coding.put("code", code);
    Map<String, @Nullable Object> concept = new LinkedHashMap<>();
    concept.put("coding", List.of(coding));
    return concept;
  }

  private static Map<String, @Nullable Object> resource(
      String type, String id, String lastUpdated) {
    Map<String, @Nullable Object> resource = new LinkedHashMap<>();
    resource.put("resourceType", type);
    resource.put("id", id);
    resource.put("meta", Map.of("lastUpdated", lastUpdated));
    return resource;
  }

  /** A file as the connector puts it together. */
  static Map<String, @Nullable Object> file(
      Map<String, @Nullable Object> patient,
      List<Map<String, @Nullable Object>> related,
      List<Map<String, @Nullable Object>> doses) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("patient", patient);
    file.put("related", related);
    file.put("immunizations", doses);
    file.put("units", Map.of("org-7", "观海卫镇卫生院"));
    return file;
  }

  /** The usual file: a child, her mother, two doses. */
  public static Map<String, @Nullable Object> file() {
    return file(
        patient("p1", "2026-01-01T00:00:00Z"),
        new ArrayList<>(List.of(related("r1", "p1", "MTH", "2026-01-02T00:00:00Z"))),
        new ArrayList<>(
            List.of(
                dose("i1", "p1", 1, "2026-01-03T00:00:00Z"),
                dose("i2", "p1", 2, "2026-01-04T00:00:00Z"))));
  }

  /** As JSON. */
  public static String json(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** A page of a search; resources of the searched type match, the others are included. */
  static String bundle(@Nullable Long total, @Nullable String next, Object... resources) {
    String type = resources.length == 0 ? "" : typeOf(resources[0]);
    List<Object> entries =
        Arrays.stream(resources)
            .map(resource ->
                (Object)
                    Map.of(
                        "resource",
                        resource,
                        "search",
                        Map.of("mode", typeOf(resource).equals(type) ? "match" : "include")))
            .toList();
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("resourceType", "Bundle");
    bundle.put("type", "searchset");
    if (total != null) {
      bundle.put("total", total);
    }
    if (next != null) {
      bundle.put("link", List.of(Map.of("relation", "next", "url", next)));
    }
    bundle.put("entry", entries);
    return json(bundle);
  }

  private static String typeOf(Object resource) {
    return resource instanceof Map<?, ?> fields ? String.valueOf(fields.get("resourceType")) : "";
  }
}
