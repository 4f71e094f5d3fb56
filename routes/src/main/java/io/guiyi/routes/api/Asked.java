package io.guiyi.routes.api;

import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.Deliveries;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a caller asks for; refuses what cannot be meant. */
final class Asked {
  private Asked() {}

  /** A configured name. */
  static @Nullable SourceId source(@Nullable String written) {
    try {
      return written == null ? null : new SourceId(written);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(
          ProblemKind.BAD_REQUEST,
          "source has %d characters that are no source's name".formatted(written.length()),
          "send one that GET /api/v1/sources names");
    }
  }

  /** The name of a reason. */
  static @Nullable QuarantineReason reason(@Nullable String written) {
    if (written == null) {
      return null;
    }
    return Arrays.stream(QuarantineReason.values())
        .filter(reason -> reason.name().equals(written))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.BAD_REQUEST,
                "reason has %d characters that are no reason".formatted(written.length()),
                Arrays.stream(QuarantineReason.values())
                    .map(Enum::name)
                    .collect(Collectors.joining(", ", "send one of ", ""))));
  }

  /** How a position begins. */
  static @Nullable String position(@Nullable String written) {
    if (written == null) {
      return null;
    }
    boolean sound = true;
    try {
      new Position(written);
    } catch (IllegalArgumentException e) {
      sound = false;
    }
    if (!sound || IdNumbers.stand(written)) {
      throw Refusal.of(
          ProblemKind.BAD_REQUEST,
          "position has %d characters that begin no position".formatted(written.length()),
          "send the beginning of one that the listing shows, such as a file's name");
    }
    return written;
  }

  /** A whole number within its bounds. */
  static long number(String key, @Nullable String written, long least, long most, long otherwise) {
    if (written == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(written);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of its bounds.
    }
    throw Refusal.of(
        ProblemKind.BAD_REQUEST,
        key + " is not a number within its bounds",
        "send a whole number from %d to %d".formatted(least, most));
  }

  /** An operator's reason, which the audit log keeps. */
  static String why(@Nullable String written) {
    String text = written == null ? "" : written.strip();
    if (text.isEmpty()
        || text.length() > Deliveries.MAX_WHY
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.of(
          ProblemKind.BAD_REASON,
          "reason has %d characters, or some that are not printable".formatted(text.length()),
          "say why in 1 to %d characters".formatted(Deliveries.MAX_WHY));
    }
    if (IdNumbers.stand(text)) {
      throw Refusal.of(
          ProblemKind.BAD_REASON,
          "reason holds an ID number, which must not stand in the audit log",
          "say why without naming a person");
    }
    return text;
  }
}
