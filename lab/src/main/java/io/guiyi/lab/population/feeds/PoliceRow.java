package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Permit;
import io.guiyi.lab.population.WrittenDates;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One registration of the police in its current state.
 *
 * @param fields its fields; the key and the time of update are never null
 * @param permit the residence permit shown with it, or null
 * @param scrap what is sent instead of the row when it is broken, or null
 */
public record PoliceRow(Fields<PoliceField> fields, @Nullable Permit permit, @Nullable String scrap)
    implements CityRow {

  /** The key, djbh. */
  @Override
  public String key() {
    return Objects.requireNonNull(fields.get(PoliceField.DJBH));
  }

  /**
   * The time of the last update as it is written, {@code yyyy-MM-dd HH:mm:ss}, which sorts by time.
   */
  public String updated() {
    return Objects.requireNonNull(fields.get(PoliceField.GXSJ));
  }

  /** The same row with one field changed. */
  public PoliceRow with(PoliceField field, @Nullable String value) {
    return new PoliceRow(fields.with(field, value), permit, scrap);
  }

  /** The row as the department sends it. */
  public String json() {
    if (scrap != null) {
      return scrap;
    }
    StringBuilder json = new StringBuilder(1200).append('{');
    for (PoliceField field : PoliceField.values()) {
      if (field == PoliceField.ZTBS) {
        json.append("\"jzz\":");
        permit(json);
        json.append(',');
      }
      Json.string(json, field.wireName());
      json.append(':');
      Json.string(json, fields.get(field));
      json.append(field == PoliceField.GXSJ ? '}' : ',');
    }
    return json.toString();
  }

  private void permit(StringBuilder json) {
    if (permit == null) {
      json.append("null");
      return;
    }
    json.append("{\"jzzh\":");
    Json.string(json, permit.number());
    json.append(",\"qfrq\":");
    Json.string(json, date(permit.approved()));
    json.append(",\"yxqz\":");
    Json.string(json, date(permit.validUntil()));
    json.append(",\"zt\":");
    Json.string(json, permit.state());
    json.append(",\"sj\":[");
    String separator = "";
    for (Permit.Event event : permit.events()) {
      json.append(separator).append("{\"lx\":");
      Json.string(json, event.kind().code());
      json.append(",\"rq\":");
      Json.string(json, date(event.on()));
      json.append(",\"yxqz\":");
      Json.string(json, date(event.validUntil()));
      json.append('}');
      separator = ",";
    }
    json.append("]}");
  }

  private static @Nullable String date(@Nullable LocalDate date) {
    return date == null ? null : WrittenDates.compact(date);
  }
}
