package io.guiyi.lab.population;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A residence permit with everything that happened to it, oldest first.
 *
 * @param number number of the card
 * @param events at least one
 */
public record Permit(String number, List<Event> events) {

  /** What can happen to a permit: the life cycle of GA/T 2000.6. */
  public enum Kind {
    ACCEPTED("01"),
    APPROVED("02"),
    HANDED_OUT("03"),
    ENDORSED("04"),
    SUSPENDED("05"),
    RESUMED("06"),
    ADDRESS_CHANGED("07"),
    CANCELLED("08");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** Two digits as the police write them. */
    public String code() {
      return code;
    }
  }

  /**
   * One happening.
   *
   * @param kind what
   * @param on when
   * @param validUntil the new end of validity, null where it does not change
   */
  public record Event(Kind kind, LocalDate on, @Nullable LocalDate validUntil) {}

  /** Day of approval, null while the application is open. */
  public @Nullable LocalDate approved() {
    return events.stream()
        .filter(event -> event.kind() == Kind.APPROVED)
        .map(Event::on)
        .findFirst()
        .orElse(null);
  }

  /** End of validity by the last event that set one, null while the application is open. */
  public @Nullable LocalDate validUntil() {
    LocalDate until = null;
    for (Event event : events) {
      until = event.validUntil() == null ? until : event.validUntil();
    }
    return until;
  }

  /** State after the last event: 1 valid, 2 suspended, 3 cancelled, 0 applied for. */
  public String state() {
    String state = "0";
    for (Event event : events) {
      state =
          switch (event.kind()) {
            case ACCEPTED -> "0";
            case APPROVED, HANDED_OUT, ENDORSED, RESUMED -> "1";
            case SUSPENDED -> "2";
            case ADDRESS_CHANGED -> state;
            case CANCELLED -> "3";
          };
    }
    return state;
  }

  @Override
  public String toString() {
    return "permit with " + events.size() + " events";
  }
}
