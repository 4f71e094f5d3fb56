package io.guiyi.lab.population.feeds;

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
import io.guiyi.lab.population.faults.Written;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Households as the health department writes them: one file per person in its current state, for
 * nearly all children and more than half of the adults. Files of those who have moved away are
 * inactive, unless nobody noticed.
 */
public final class HealthFeed implements CityFeed<HealthFile> {

  /** How many clinics keep files. */
  static final int CLINICS = 20;

  private static final double REPLACED_PERCENT = 30;
  private static final double UPDATED_PERCENT = 30;
  private static final double LOST_SIGHT_OF_PERCENT = 2;

  private final PopulationSettings settings;
  private final OfficeHours hours;
  private final PhoneBook phones;
  private final Clerk clerk;
  private final PatientWriter writer;

  /** The feed of a city with these settings. */
  public HealthFeed(PopulationSettings settings) {
    this.settings = settings;
    this.hours = new OfficeHours(settings.referenceDay());
    this.phones = new PhoneBook(settings.seed());
    this.clerk = new Clerk(Feed.HEALTH, settings, Confusions.load());
    this.writer = new PatientWriter(settings, clerk, hours);
  }

  /** The clinics, as Organizations. */
  public static List<FhirResource> clinics() {
    List<FhirResource> clinics = new ArrayList<>();
    for (int number = 1; number <= CLINICS; number++) {
      String name = "慈溪市第" + number + "社区卫生服务中心";
      clinics.add(FhirWriter.clinic(clinic(number), name, "2020-01-01T00:00:00+08:00"));
    }
    return List.copyOf(clinics);
  }

  static String clinic(int number) {
    return "JG" + WrittenDates.padded(number, 3);
  }

  /** An instant as the resources show it. */
  public static String instant(LocalDateTime moment) {
    return WrittenDates.moment(moment).replace(' ', 'T') + "+08:00";
  }

  @Override
  public FaultTally tally() {
    return clerk.tally();
  }

  @Override
  public List<Labelled<HealthFile>> records(Household household) {
    List<Labelled<HealthFile>> records = new ArrayList<>();
    for (Resident resident : household.members()) {
      Dice dice = Dice.of(settings.seed(), Dice.Purpose.HEALTH_FILE, resident.number());
      if (resident.residences().isEmpty() || !hasFile(resident, dice)) {
        continue;
      }
      Labelled<HealthFile> first = record(household, resident, 0, dice);
      records.add(first);
      if (!Naturals.isFaultless(resident) && clerk.happens(Lapse.SECOND_KEY, dice)) {
        Labelled<HealthFile> copy = record(household, resident, 1, dice);
        records.add(
            new Labelled<>(
                Naturals.add(copy.truth(), Lapse.SECOND_KEY.label()),
                List.of(replaced(copy.versions().getFirst(), first.truth().recordKey(), dice))));
      }
    }
    return records;
  }

  /** Children are called in for their vaccinations; adults come when they come. */
  private boolean hasFile(Resident resident, Dice dice) {
    if (Naturals.isFaultless(resident)) {
      return true;
    }
    if (resident.role().isChild()) {
      return dice.chance(settings.profile().percent("child-health-file"));
    }
    boolean stays = resident.residences().getLast().to() == null;
    return dice.chance(settings.profile().percent("adult-health-file"))
        && !(stays && clerk.happens(Lapse.NOT_REGISTERED, dice));
  }

  /** The department has found out about some of the files that people have twice. */
  private static HealthFile replaced(HealthFile copy, String first, Dice dice) {
    return dice.chance(REPLACED_PERCENT) ? copy.with(PatientField.REPLACED_BY, first) : copy;
  }

  private Labelled<HealthFile> record(Household household, Resident resident, int copy, Dice dice) {
    boolean faultless = Naturals.isFaultless(resident);
    Residence home = resident.residences().getLast();
    LocalDate came = resident.residences().getFirst().from();
    LocalDateTime opened = hours.after(came.plusDays(3), 300, dice);
    Subject subject =
        new Subject(
            resident,
            household,
            home.dwelling(),
            null,
            phones,
            settings.people(),
            settings.referenceDay());
    Written written = faultless ? Written.truth(resident) : clerk.write(subject, dice);
    List<String> labels = new ArrayList<>(Naturals.of(resident));
    labels.addAll(written.labels());
    LocalDateTime updated =
        dice.chance(UPDATED_PERCENT) ? hours.after(opened.toLocalDate(), 700, dice) : opened;
    String state = "1";
    LocalDate left = home.to();
    if (left != null) {
      boolean forgotten = !faultless && clerk.happens(Lapse.NOT_CANCELLED, dice);
      if (forgotten) {
        labels.add(Lapse.NOT_CANCELLED.label());
      } else {
        state = "2";
        LocalDate latest = updated.toLocalDate().isAfter(left) ? updated.toLocalDate() : left;
        updated = hours.after(latest, 30, dice);
      }
    } else if (!faultless && dice.chance(LOST_SIGHT_OF_PERCENT)) {
      state = "3";
    }
    String key = Serials.key("DA", opened.toLocalDate(), resident.number(), copy, settings.seed());
    HealthFile file =
        writer.write(
            subject,
            written,
            new PatientWriter.Case(key, copy, opened, updated, state),
            labels,
            dice);
    Damage damage = faultless ? null : clerk.damage(dice);
    if (damage != null) {
      labels.add(damage.label());
      file = damaged(file, damage, dice);
    }
    Truth truth = new Truth(Feed.HEALTH, key, resident.personId(), List.copyOf(labels));
    return new Labelled<>(truth, List.of(file));
  }

  private static HealthFile damaged(HealthFile file, Damage damage, Dice dice) {
    return switch (damage) {
      case MISSING_NAME -> file.with(PatientField.NAME, null).with(PatientField.FORMER_NAME, null);
      case IMPOSSIBLE_DATE -> file.with(PatientField.BORN, "2024-02-31");
      case UNKNOWN_CODE, UNKNOWN_OPERATION ->
          dice.chance(60)
              ? file.with(PatientField.GENDER, "7")
              : file.with(PatientField.STATE, "7");
      case NOT_A_ROW, SHORT_ROW, NO_CHARACTER ->
          new HealthFile(
              file.patient(), file.related(), file.doses(), FhirWriter.bare(file.patient()));
      case OVERLONG_FIELD ->
          dice.chance(50)
              ? file.with(PatientField.NAME, "长".repeat(600))
              : file.with(PatientField.ADDRESS, "慈溪市".repeat(2000));
    };
  }
}
