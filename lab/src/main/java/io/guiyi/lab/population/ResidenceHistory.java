package io.guiyi.lab.population;

import io.guiyi.lab.population.Permit.Event;
import io.guiyi.lab.population.Permit.Kind;
import io.guiyi.lab.population.books.Dice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where a household lived in Cixi, and what happened to a member's residence permit. */
final class ResidenceHistory {

  private static final double LATE_ENDORSEMENT_PERCENT = 15;
  private static final int DAYS_BEFORE_PERMIT = 183;

  private final LocalDate referenceDay;
  private final double leftPercent;
  private final double dormitoryPercent;
  private final double permitPercent;
  private final City city;

  ResidenceHistory(PopulationSettings settings, City city) {
    this.referenceDay = settings.referenceDay();
    this.leftPercent = settings.profile().percent("left-the-city");
    this.dormitoryPercent = settings.profile().percent("dormitory");
    this.permitPercent = settings.profile().percent("permit");
    this.city = city;
  }

  /** The stays of a household that came on this day; some have left again. */
  List<Residence> past(LocalDate came, boolean alone, List<Job> jobs, Dice dice) {
    int point = dice.below(100);
    int stays = point < 80 ? 1 : point < 96 ? 2 : 3;
    long days = Math.max(0, ChronoUnit.DAYS.between(came, referenceDay));
    stays = days < 90L * stays ? 1 : stays;
    boolean left = days > 60 && dice.chance(leftPercent);
    long last = left ? dice.between(30, (int) days - 5) : days;
    List<Residence> told = new ArrayList<>();
    for (int i = 0; i < stays; i++) {
      LocalDate from = came.plusDays(last * i / stays);
      LocalDate to = came.plusDays(last * (i + 1) / stays - 1);
      boolean open = i == stays - 1 && !left;
      told.add(new Residence(dwelling(alone, jobs, dice), from, open ? null : to));
    }
    return List.copyOf(told);
  }

  /** The stay of a household that arrives on this day. */
  List<Residence> beginning(LocalDate arrival, Dice dice) {
    return List.of(new Residence(city.rented(dice), arrival, null));
  }

  /** The part of the household's stays that someone born on this day can have shared. */
  List<Residence> since(List<Residence> stays, LocalDate born) {
    LocalDate earliest = born.plusDays(8);
    List<Residence> own = new ArrayList<>();
    for (Residence stay : stays) {
      LocalDate to = stay.to();
      if (to == null || to.isAfter(earliest)) {
        LocalDate from = stay.from().isBefore(earliest) ? earliest : stay.from();
        own.add(new Residence(stay.dwelling(), from, to));
      }
    }
    return List.copyOf(own);
  }

  private Dwelling dwelling(boolean alone, List<Job> jobs, Dice dice) {
    boolean dormitory = alone && !jobs.isEmpty() && dice.chance(dormitoryPercent);
    return dormitory ? city.dormitory(jobs.getLast().employer(), dice) : city.rented(dice);
  }

  /** The permit that this person applied for, or null: it takes half a year of registration. */
  @Nullable Permit permit(List<Residence> own, int resident, Dice dice) {
    if (own.isEmpty() || !dice.chance(permitPercent)) {
      return null;
    }
    LocalDate applied = own.getFirst().from().plusDays(DAYS_BEFORE_PERMIT + dice.below(200));
    LocalDate gone = own.getLast().to();
    LocalDate end = gone == null ? referenceDay : gone;
    if (applied.plusDays(40).isAfter(end)) {
      return null;
    }
    List<Event> events = new ArrayList<>();
    LocalDate approved = applied.plusDays(dice.between(3, 10));
    events.add(new Event(Kind.ACCEPTED, applied, null));
    events.add(new Event(Kind.APPROVED, approved, approved.plusYears(1)));
    events.add(new Event(Kind.HANDED_OUT, approved.plusDays(dice.between(1, 5)), null));
    endorse(events, approved.plusYears(1), end, dice);
    for (Residence stay : own.subList(1, own.size())) {
      if (stay.from().isAfter(approved.plusDays(20)) && dice.chance(70)) {
        events.add(new Event(Kind.ADDRESS_CHANGED, stay.from().plusDays(3), null));
      }
    }
    events.removeIf(event -> event.on().isAfter(end));
    events.sort(Comparator.comparing(Event::on));
    if (gone != null && dice.chance(60)) {
      events.add(new Event(Kind.CANCELLED, gone, null));
    }
    String month = WrittenDates.shortest(approved).substring(0, 4);
    String number = City.REGION + month + WrittenDates.padded(resident, 8);
    return new Permit(number, List.copyOf(events));
  }

  /** Every year within the month before the end; who is late is suspended until she comes. */
  private static void endorse(List<Event> events, LocalDate firstDue, LocalDate end, Dice dice) {
    LocalDate due = firstDue;
    while (due.isBefore(end)) {
      if (dice.chance(LATE_ENDORSEMENT_PERCENT)) {
        LocalDate late = due.plusDays(dice.between(10, 400));
        events.add(new Event(Kind.SUSPENDED, due.plusDays(1), null));
        events.add(new Event(Kind.RESUMED, late, null));
        events.add(new Event(Kind.ENDORSED, late, late.plusYears(1)));
        due = late.plusYears(1);
      } else {
        events.add(new Event(Kind.ENDORSED, due.minusDays(dice.below(30)), due.plusYears(1)));
        due = due.plusYears(1);
      }
    }
  }
}
