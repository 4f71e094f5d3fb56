package io.guiyi.routes.api;

import io.guiyi.matching.ReviewTrigger;
import io.guiyi.records.Parsed;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.intake.Deliveries;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a caller asks for; refuses what cannot be meant. */
final class Asked {
  private static final Pattern CASE = Pattern.compile("C-[0-9]{6,12}");

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

  /** The name of a case. */
  static String caseId(String key, String written) {
    if (!CASE.matcher(written).matches()) {
      throw Refusal.of(
          ProblemKind.BAD_REQUEST,
          "%s has %d characters that are no case's name".formatted(key, written.length()),
          "send one that GET /api/v1/cases lists, such as C-000451");
    }
    return written;
  }

  /** The name of a trigger. */
  static @Nullable ReviewTrigger trigger(@Nullable String written) {
    if (written == null) {
      return null;
    }
    return Arrays.stream(ReviewTrigger.values())
        .filter(trigger -> trigger.name().equals(written))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.BAD_REQUEST,
                "trigger has %d characters that are no trigger".formatted(written.length()),
                Arrays.stream(ReviewTrigger.values())
                    .map(Enum::name)
                    .collect(Collectors.joining(", ", "send one of ", ""))));
  }

  /** A person's id; what was written may be an ID number, and is not repeated. */
  static PersonId person(String key, String written) {
    return switch (PersonId.parse(written)) {
      case Parsed.Ok<PersonId>(PersonId id) -> id;
      case Parsed.Refused<PersonId>(var reason, String detail) ->
          throw Refusal.of(
              ProblemKind.BAD_PERSON_ID,
              "%s has %d characters that are no person id (%s)"
                  .formatted(key, written.length(), reason),
              detail);
    };
  }

  /** An operator's reason, which the audit log keeps. */
  static String why(@Nullable String written) {
    return words("reason", written, Deliveries.MAX_WHY);
  }

  /** Words of somebody's own, which the audit log keeps: 1 to {@code most} characters. */
  static String words(String key, @Nullable String written, int most) {
    String text = written == null ? "" : written.strip();
    if (text.isEmpty() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.of(
          ProblemKind.BAD_REASON,
          "%s has %d characters, or some that are not printable".formatted(key, text.length()),
          "say it in 1 to %d characters".formatted(most));
    }
    if (IdNumbers.stand(text)) {
      throw Refusal.of(
          ProblemKind.BAD_REASON,
          key + " holds an ID number, which must not stand in the audit log",
          "say it without naming a person");
    }
    return text;
  }
}
