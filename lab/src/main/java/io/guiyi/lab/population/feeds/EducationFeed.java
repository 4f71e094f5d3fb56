package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Enrolment;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.PhoneBook;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.Residence;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.WrittenDates;
import io.guiyi.lab.population.books.Confusions;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Clerk;
import io.guiyi.lab.population.faults.Damage;
import io.guiyi.lab.population.faults.FaultTally;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.faults.Lapse;
import io.guiyi.lab.population.faults.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Households as the education department writes them: a roll of pupils, complete at the beginning
 * of each of the two terms of a school year, with files of changes between. Pupils who have left
 * are absent from the next complete file. Where a wrong number got into a student number, it is
 * often put right in spring: the old key goes, another comes.
 */
public final class EducationFeed implements CityFeed<EducationRow> {

  private static final double CHANGED_PERCENT = 8;
  private static final double LEAVING_TOLD_PERCENT = 50;
  private static final int SPRING = 4;

  private final PopulationSettings settings;
  private final PhoneBook phones;
  private final PupilWriter writer;
  private final Clerk clerk;
  private final List<DeliveryFile> deliveries;

  /** The feed of a city with these settings. */
  public EducationFeed(PopulationSettings settings) {
    Confusions confusions = Confusions.load();
    this.settings = settings;
    this.phones = new PhoneBook(settings.seed());
    this.clerk = new Clerk(Feed.EDUCATION, settings, confusions);
    this.writer = new PupilWriter(settings, clerk, confusions);
    this.deliveries = deliveries(settings);
  }

  /** The files of the school year that runs on the reference day, oldest first. */
  public static List<DeliveryFile> deliveries(PopulationSettings settings) {
    LocalDate began = yearBegan(settings);
    int year = began.getYear();
    List<DeliveryFile> all =
        List.of(
            file(1, true, LocalDate.of(year, 9, 15)),
            file(2, false, LocalDate.of(year, 10, 20)),
            file(3, false, LocalDate.of(year, 12, 15)),
            file(SPRING, true, LocalDate.of(year + 1, 3, 2)),
            file(5, false, LocalDate.of(year + 1, 4, 20)),
            file(6, false, LocalDate.of(year + 1, 6, 15)));
    return all.stream()
        .filter(file -> !file.at().toLocalDate().isAfter(settings.referenceDay()))
        .toList();
  }

  /** A file as the department names it. */
  public static DeliveryFile file(int number, boolean complete, LocalDate day) {
    String name =
        "XJ_%s_%s_%s.csv"
            .formatted(
                WrittenDates.compact(day), WrittenDates.padded(number, 3), complete ? "C" : "D");
    return new DeliveryFile(number, name, complete, day.atTime(8, 0));
  }

  /** The first of September; a year is known from the fifteenth on. */
  private static LocalDate yearBegan(PopulationSettings settings) {
    LocalDate day = settings.referenceDay();
    LocalDate began = LocalDate.of(day.getYear(), 9, 1);
    return day.isBefore(began.plusDays(14)) ? began.minusYears(1) : began;
  }

  @Override
  public FaultTally tally() {
    return clerk.tally();
  }

  @Override
  public List<Labelled<EducationRow>> records(Household household) {
    List<Labelled<EducationRow>> records = new ArrayList<>();
    for (Resident child : children(household)) {
      Residence home = home(child);
      Enrolment place = home == null ? null : enrolment(child, home);
      Dice dice = dice(child);
      if (home == null || place == null || clerk.happens(Lapse.NOT_REGISTERED, dice)) {
        continue;
      }
      Pupil pupil = writer.write(subject(household, child, home), place, false, dice);
      records.addAll(told(pupil, child, dice));
      if (clerk.happens(Lapse.SECOND_KEY, dice)) {
        Pupil copy = writer.write(subject(household, child, home), place, true, dice);
        records.addAll(told(copy, child, dice));
      }
    }
    return records;
  }

  /**
   * The pupils of a household that has just arrived, as a file of changes tells them.
   *
   * @param delivery number of that file
   */
  public List<Labelled<EducationRow>> newcomers(Household household, int delivery) {
    List<Labelled<EducationRow>> records = new ArrayList<>();
    for (Resident child : children(household)) {
      Residence home = child.residences().getLast();
      Enrolment place = enrolment(child, home);
      if (place != null) {
        Pupil pupil = writer.write(subject(household, child, home), place, false, dice(child));
        EducationRow row = new EducationRow(delivery, pupil.fields(), null, false);
        records.add(new Labelled<>(truth(pupil, child, pupil.labels()), List.of(row)));
      }
    }
    return records;
  }

  private static List<Resident> children(Household household) {
    return household.members().stream()
        .filter(member -> member.role().isChild() && !member.residences().isEmpty())
        .toList();
  }

  private Dice dice(Resident child) {
    return Dice.of(settings.seed(), Dice.Purpose.EDUCATION_ROW, child.number());
  }

  private @Nullable Enrolment enrolment(Resident child, Residence home) {
    return Enrolment.of(
            child, home.dwelling(), yearBegan(settings), settings.profile(), settings.seed())
        .orElse(null);
  }

  private Subject subject(Household household, Resident child, Residence home) {
    return new Subject(
        child, household, home.dwelling(), null, phones, settings.people(), yearBegan(settings));
  }

  /** Where a child lives when a file is made, the last such place; null if it never is here. */
  private @Nullable Residence home(Resident child) {
    Residence home = null;
    for (DeliveryFile file : deliveries) {
      home = child.residenceOn(file.at().toLocalDate()).orElse(home);
    }
    return home;
  }

  private static Truth truth(Pupil pupil, Resident child, List<String> labels) {
    return new Truth(Feed.EDUCATION, pupil.key(), child.personId(), List.copyOf(labels));
  }

  /** The rows of a pupil in all files, under one key, or two if the first is put right. */
  private List<Labelled<EducationRow>> told(Pupil pupil, Resident child, Dice dice) {
    List<String> labels = new ArrayList<>(pupil.labels());
    List<EducationRow> rows = rows(pupil, child, labels, dice);
    boolean renumbered = !pupil.rightNumber().isEmpty() && clerk.happens(Lapse.KEY_CORRECTED, dice);
    if (renumbered) {
      labels.add(Lapse.KEY_CORRECTED.label());
    }
    List<EducationRow> before = new ArrayList<>();
    List<EducationRow> after = new ArrayList<>();
    for (EducationRow row : rows) {
      boolean later = renumbered && row.delivery() >= SPRING;
      (later ? after : before).add(later ? pupil.corrected(row) : row);
    }
    List<Labelled<EducationRow>> records = new ArrayList<>();
    for (List<EducationRow> versions : List.of(before, after)) {
      if (!versions.isEmpty()) {
        List<String> own = new ArrayList<>(labels);
        List<EducationRow> delivered = delivered(versions, own, dice);
        Truth truth = truth(pupil, child, own);
        String key = delivered.getFirst().key();
        records.add(
            new Labelled<>(
                new Truth(truth.feed(), key, truth.personId(), truth.labels()), delivered));
      }
    }
    return records;
  }

  private List<EducationRow> rows(Pupil pupil, Resident child, List<String> labels, Dice dice) {
    List<EducationRow> rows = new ArrayList<>();
    EducationRow current = new EducationRow(0, pupil.fields(), null, false);
    boolean onRoll = false;
    boolean forgotten = false;
    for (DeliveryFile file : deliveries) {
      boolean here = child.residenceOn(file.at().toLocalDate()).isPresent();
      if (onRoll && !here && !forgotten) {
        forgotten = clerk.happens(Lapse.NOT_CANCELLED, dice);
        if (forgotten) {
          labels.add(Lapse.NOT_CANCELLED.label());
        }
      }
      boolean listed = here || onRoll && forgotten;
      if (file.complete() && listed || here && !onRoll) {
        current = current.with(EducationColumn.CZ, "1").in(file.number());
        rows.add(current);
        onRoll = true;
      } else if (!file.complete() && listed && dice.chance(CHANGED_PERCENT)) {
        current = changed(current, dice).with(EducationColumn.CZ, "2").in(file.number());
        rows.add(current);
      } else if (!listed && onRoll) {
        if (!file.complete() && dice.chance(LEAVING_TOLD_PERCENT)) {
          current = current.with(EducationColumn.XJZT, "3").with(EducationColumn.CZ, "3");
          rows.add(current.in(file.number()));
        }
        break;
      }
    }
    return rows;
  }

  /** Another phone of the first guardian, or another class. */
  private EducationRow changed(EducationRow row, Dice dice) {
    if (dice.chance(60)) {
      int stranger = settings.people() + 1 + dice.below(10_000_000);
      return row.with(EducationColumn.JHR1DH, phones.ofResident(stranger));
    }
    return row.with(EducationColumn.BJ, "0" + dice.between(1, 6));
  }

  /** Rows get damaged on the way, and now and then one stands twice in a file. */
  private List<EducationRow> delivered(
      List<EducationRow> versions, List<String> labels, Dice dice) {
    List<EducationRow> delivered = new ArrayList<>();
    for (EducationRow version : versions) {
      Damage damage = clerk.damage(dice);
      if (damage != null) {
        labels.add(damage.label());
      }
      EducationRow row = damage == null ? version : EducationDamage.damaged(version, damage, dice);
      delivered.add(row);
      if (damage == null && clerk.happens(Lapse.KEY_TWICE, dice)) {
        labels.add(Lapse.KEY_TWICE.label());
        delivered.add(changed(row, dice));
      }
    }
    return List.copyOf(delivered);
  }
}
