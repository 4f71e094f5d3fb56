package io.guiyi.registry.intake;

import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the quarantine; what is null does not narrow.
 *
 * @param source of this source
 * @param reason held for this reason
 * @param position whose position begins so: a file's name, mostly; 1 to 120 characters
 */
public record QuarantineFilter(
    @Nullable SourceId source, @Nullable QuarantineReason reason, @Nullable String position) {
  /** Every row. */
  public static final QuarantineFilter ALL = new QuarantineFilter(null, null, null);

  /** Every row of a source. */
  public static QuarantineFilter of(SourceId source) {
    return new QuarantineFilter(source, null, null);
  }

  /** The same, held for this reason. */
  public QuarantineFilter because(QuarantineReason why) {
    return new QuarantineFilter(source, why, position);
  }

  /** The same, whose position begins so. */
  public QuarantineFilter at(String prefix) {
    return new QuarantineFilter(source, reason, prefix);
  }

  /** Further conditions of a query, in the words of Hibernate. */
  String conditions() {
    return (source == null ? "" : " and source = :source")
        + (reason == null ? "" : " and reason = :reason")
        + (position == null ? "" : " and locate(:position, position) = 1");
  }

  /** The values of the conditions' parameters. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new TreeMap<>();
    if (source != null) {
      parameters.put("source", source.name());
    }
    if (reason != null) {
      parameters.put("reason", reason.name());
    }
    if (position != null) {
      parameters.put("position", position);
    }
    return parameters;
  }
}
