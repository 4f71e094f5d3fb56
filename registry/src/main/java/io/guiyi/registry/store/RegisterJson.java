package io.guiyi.registry.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guiyi.records.statement.Contract;
import io.guiyi.records.statement.Employment;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Insurance;
import io.guiyi.records.statement.Membership;
import io.guiyi.records.statement.PermitEvent;
import io.guiyi.records.statement.Qualification;
import io.guiyi.records.statement.Residence;
import io.guiyi.records.statement.Skill;
import io.guiyi.records.statement.Statement;
import io.guiyi.records.statement.Vaccination;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form in which the register writes values: a record's components by name, in their
 * order, without those that are null; a statement with its {@code kind} in front. Equal values
 * always give equal bytes, so that digests can be taken over them. Dates are ISO 8601.
 *
 * <p>The form is stored: a component that is renamed makes old envelopes unreadable.
 */
public final class RegisterJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultVisibility(all ->
              all.withFieldVisibility(Visibility.ANY)
                  .withGetterVisibility(Visibility.NONE)
                  .withIsGetterVisibility(Visibility.NONE))
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addMixIn(Statement.class, StatementKinds.class)
          .build();

  private RegisterJson() {}

  /** The bytes of {@code value}, in UTF-8. */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** The text of {@code value}. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The value that {@link #bytes} wrote. */
  public static <T> T read(byte[] bytes, Class<T> type) {
    return MAPPER.readValue(bytes, type);
  }

  /** The value that {@link #bytes} wrote, of a generic type. */
  public static <T> T read(byte[] bytes, TypeReference<T> type) {
    return MAPPER.readValue(bytes, type);
  }

  /** The value that {@link #text} wrote. */
  public static <T> T read(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  /** The value that {@link #text} wrote, of a generic type. */
  public static <T> T read(String text, TypeReference<T> type) {
    return MAPPER.readValue(text, type);
  }

  /** Under which name each kind of statement is written; the names of StatementKind. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Residence.class, name = "RESIDENCE"),
    @JsonSubTypes.Type(value = PermitEvent.class, name = "PERMIT_EVENT"),
    @JsonSubTypes.Type(value = Employment.class, name = "EMPLOYMENT"),
    @JsonSubTypes.Type(value = Contract.class, name = "CONTRACT"),
    @JsonSubTypes.Type(value = Insurance.class, name = "INSURANCE"),
    @JsonSubTypes.Type(value = Skill.class, name = "SKILL"),
    @JsonSubTypes.Type(value = Qualification.class, name = "QUALIFICATION"),
    @JsonSubTypes.Type(value = Enrolment.class, name = "ENROLMENT"),
    @JsonSubTypes.Type(value = Guardianship.class, name = "GUARDIANSHIP"),
    @JsonSubTypes.Type(value = Vaccination.class, name = "VACCINATION"),
    @JsonSubTypes.Type(value = HealthFile.class, name = "HEALTH_FILE"),
    @JsonSubTypes.Type(value = Membership.class, name = "MEMBERSHIP")
  })
  private interface StatementKinds {}
}
