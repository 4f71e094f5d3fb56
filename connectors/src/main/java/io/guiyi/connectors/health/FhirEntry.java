package io.guiyi.connectors.health;

import io.guiyi.records.RawBytes;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One entry of a Bundle: its bytes, and a loose look at them that is good for grouping only. What
 * the loose look does not find is empty; the strict reading of the file says what is wrong.
 *
 * @param resource the resource's own bytes
 * @param tree the same as JSON, its bytes taken for characters one by one, so that bytes that are
 *     not UTF-8 stand in the way of nothing; missing if it is no JSON
 * @param mode why the server sent it: match, include, outcome; empty if it does not say
 */
record FhirEntry(RawBytes resource, JsonNode tree, String mode) {
  static final String PATIENT = "Patient";
  static final String RELATED_PERSON = "RelatedPerson";
  static final String IMMUNIZATION = "Immunization";
  static final String ORGANIZATION = "Organization";

  /** The form of a resource's id, FHIR R4 2.24.0.1. */
  private static final String ID = "[A-Za-z0-9.-]{1,64}";

  private static final Pattern REFERENCE =
      Pattern.compile("(?:.*/)?([A-Za-z]{1,40})/(" + ID + ")(?:/_history/" + ID + ")?");

  private static final JsonMapper LOOSE =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(64)
                      .maxStringLength(HealthRows.LONGEST_FILE)
                      .maxNameLength(1_000)
                      .maxNumberLength(100)
                      .build())
              .build());

  static FhirEntry of(RawBytes resource, String mode) {
    String bytes = new String(resource.toArray(), StandardCharsets.ISO_8859_1);
    try {
      return new FhirEntry(resource, LOOSE.readTree(bytes), mode);
    } catch (JacksonException e) {
      return new FhirEntry(resource, MissingNode.getInstance(), mode);
    }
  }

  /** Its resource type; empty if it has none. */
  String type() {
    return text(tree, "resourceType");
  }

  /** Its id; empty if it has none that can be one. */
  String id() {
    String id = text(tree, "id");
    return id.matches(ID) ? id : "";
  }

  /** When the server last changed it; null if that cannot be read. */
  @Nullable Instant lastUpdated() {
    return instant(text(tree.path("meta"), "lastUpdated")).orElse(null);
  }

  /** The id of the patient it points to; empty if it points to none. */
  String patient() {
    return target(text(tree.path("patient"), "reference"), PATIENT);
  }

  /** The id of the organization it points to; empty if it points to none. */
  String organization() {
    String keeper = text(tree.path("managingOrganization"), "reference");
    String performer = text(tree.path("performer").path(0).path("actor"), "reference");
    return target(keeper.isEmpty() ? performer : keeper, ORGANIZATION);
  }

  /** What one state of one resource is known by: type, id and time of change. */
  String state() {
    return type() + "/" + id() + "@" + lastUpdated();
  }

  /** Whether the server says that it answers a search for {@code searched}. */
  boolean isMatch(String searched) {
    return switch (mode) {
      case "match" -> true;
      case "include", "outcome" -> false;
      default ->
          switch (type()) {
            case PATIENT, RELATED_PERSON, IMMUNIZATION, ORGANIZATION -> type().equals(searched);
            case "OperationOutcome" -> false;
            default -> true;
          };
    };
  }

  /** The id in a reference such as {@code Organization/7}; empty if it is none of that type. */
  static String target(String reference, String type) {
    Matcher parts = REFERENCE.matcher(reference);
    return parts.matches() && parts.group(1).equals(type) ? parts.group(2) : "";
  }

  /** Reads a FHIR instant, which has a zone. */
  static Optional<Instant> instant(String written) {
    try {
      return Optional.of(Instant.parse(written))
          .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(HealthMark.LATEST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : "";
  }
}
