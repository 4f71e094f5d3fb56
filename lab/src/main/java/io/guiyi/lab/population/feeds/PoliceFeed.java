package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Document;
import io.guiyi.lab.population.Dwelling;
import io.guiyi.lab.population.Employer;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Job;
import io.guiyi.lab.population.Permit;
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
import org.jspecify.annotations.Nullable;

/**
 * Households as the police write them: one registration per person and spell of residence, in its
 * current state, with checked-out and cancelled ones. The rows of a household depend on the
 * settings and the household alone. Single-threaded, because it counts its faults.
 */
public final class PoliceFeed implements CityFeed<PoliceRow> {

  private static final double CANCELLED_PERCENT = 1.5;
  private static final double UPDATED_PERCENT = 35;
  private static final double SHOWS_FORMER_NAME_PERCENT = 60;
  private static final double HAS_ADDRESS_CODE_PERCENT = 75;
  private static final double CARRIES_PERMIT_PERCENT = 97;

  private final PopulationSettings settings;
  private final OfficeHours hours;
  private final PhoneBook phones;
  private final Clerk clerk;

  /** The feed of a city with these settings. */
  public PoliceFeed(PopulationSettings settings) {
    this.settings = settings;
    this.hours = new OfficeHours(settings.referenceDay());
    this.phones = new PhoneBook(settings.seed());
    this.clerk = new Clerk(Feed.POLICE, settings, Confusions.load());
  }

  @Override
  public FaultTally tally() {
    return clerk.tally();
  }

  @Override
  public List<Labelled<PoliceRow>> records(Household household) {
    List<Labelled<PoliceRow>> records = new ArrayList<>();
    for (Resident resident : household.members()) {
      for (int i = 0; i < resident.residences().size(); i++) {
        int spell = 2 * i;
        long subject = (long) resident.number() * Serials.PER_PERSON + spell;
        Dice dice = Dice.of(settings.seed(), Dice.Purpose.POLICE_ROW, subject);
        Residence stay = resident.residences().get(i);
        if (Naturals.isFaultless(resident)) {
          records.add(record(household, resident, i, spell, dice));
          continue;
        }
        if (stay.to() == null && clerk.happens(Lapse.NOT_REGISTERED, dice)) {
          continue;
        }
        records.add(record(household, resident, i, spell, dice));
        if (clerk.happens(Lapse.SECOND_KEY, dice)) {
          records.add(secondKey(record(household, resident, i, spell + 1, dice)));
        }
      }
    }
    return records;
  }

  private static Labelled<PoliceRow> secondKey(Labelled<PoliceRow> copy) {
    return new Labelled<>(Naturals.add(copy.truth(), Lapse.SECOND_KEY.label()), copy.versions());
  }

  /**
   * When the registration was made and what has become of it.
   *
   * @param movedIn moved in
   * @param movedOut moved out, null if the police think she is still there
   * @param registered registered
   * @param updated last update
   * @param operation 1 new, 2 changed, 3 cancelled
   * @param lapsed the departure was not reported
   */
  private record Entry(
      LocalDateTime movedIn,
      @Nullable LocalDateTime movedOut,
      LocalDateTime registered,
      LocalDateTime updated,
      String operation,
      boolean lapsed) {}

  private Labelled<PoliceRow> record(
      Household household, Resident resident, int stayNumber, int spell, Dice dice) {
    Residence stay = resident.residences().get(stayNumber);
    boolean faultless = Naturals.isFaultless(resident);
    boolean last = stayNumber == resident.residences().size() - 1;
    Permit permit = last && dice.chance(CARRIES_PERMIT_PERCENT) ? resident.permit() : null;
    Employer employer = employer(resident, stay);
    Entry entry = entry(stay, permit, faultless, dice);
    Subject subject =
        new Subject(
            resident,
            household,
            stay.dwelling(),
            employer,
            phones,
            settings.people(),
            settings.referenceDay());
    Written written = faultless ? Written.truth(resident) : clerk.write(subject, dice);
    String key =
        Serials.key(
            "330282", entry.registered().toLocalDate(), resident.number(), spell, settings.seed());
    List<String> labels = new ArrayList<>(Naturals.of(resident));
    labels.addAll(written.labels());
    if (entry.lapsed()) {
      labels.add(Lapse.NOT_CANCELLED.label());
    }
    PoliceRow row =
        new PoliceRow(fields(key, resident, stay, employer, entry, written, dice), permit, null);
    Damage damage = faultless ? null : clerk.damage(dice);
    if (damage != null) {
      labels.add(damage.label());
      row = PoliceDamage.damaged(row, damage, dice);
    }
    Truth truth = new Truth(Feed.POLICE, key, resident.personId(), List.copyOf(labels));
    return new Labelled<>(truth, List.of(row));
  }

  private Entry entry(Residence stay, @Nullable Permit permit, boolean faultless, Dice dice) {
    LocalDateTime in = hours.on(stay.from(), dice);
    LocalDateTime registered = hours.after(stay.from().plusDays(1), 9, dice);
    LocalDate to = stay.to();
    boolean lapsed = to != null && !faultless && clerk.happens(Lapse.NOT_CANCELLED, dice);
    LocalDate seen = permit == null ? stay.from() : permit.events().getLast().on();
    LocalDateTime out = null;
    LocalDateTime updated = registered;
    String operation = "1";
    if (to != null && !lapsed) {
      out = hours.on(to, dice);
      updated = later(updated, hours.after(to, 6, dice));
      operation = "2";
    }
    if (seen.isAfter(updated.toLocalDate())) {
      updated = later(updated, hours.after(seen, 3, dice));
      operation = "2";
    } else if (dice.chance(UPDATED_PERCENT)) {
      updated = later(updated, hours.after(updated.toLocalDate(), 300, dice));
      operation = "2";
    }
    if (!faultless && dice.chance(CANCELLED_PERCENT)) {
      updated = later(updated, hours.after(updated.toLocalDate(), 60, dice));
      operation = "3";
    }
    return new Entry(in, out, registered, updated, operation, lapsed);
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private Fields<PoliceField> fields(
      String key,
      Resident resident,
      Residence stay,
      @Nullable Employer employer,
      Entry entry,
      Written written,
      Dice dice) {
    Dwelling dwelling = stay.dwelling();
    Document.Kind paper = resident.document().kind();
    boolean citizen = paper == Document.Kind.CITIZEN;
    boolean coded = dice.chance(HAS_ADDRESS_CODE_PERCENT);
    boolean shows = dice.chance(SHOWS_FORMER_NAME_PERCENT);
    return Fields.draft(PoliceField.class)
        .set(PoliceField.DJBH, key)
        .set(PoliceField.XM, written.name())
        .set(PoliceField.CYM, shows ? resident.formerName() : null)
        .set(PoliceField.ZJLX, paper.policeCode())
        .set(PoliceField.ZJHM, written.number())
        .set(PoliceField.GMSFHM, citizen ? written.number() : null)
        .set(PoliceField.XB, written.sex().code())
        .set(PoliceField.MZ, resident.ethnicGroup())
        .set(PoliceField.CSRQ, written.born())
        .set(PoliceField.HJDQH, Naturals.orNull(resident.hukouRegion()))
        .set(PoliceField.HJDXZ, Naturals.orNull(resident.hukouAddress()))
        .set(PoliceField.JZDDZBM, coded ? dwelling.addressCode() : null)
        .set(PoliceField.JZDDZ, AddressWriter.write(dwelling, true, dice))
        .set(PoliceField.FWBH, coded ? dwelling.houseCode() : null)
        .set(PoliceField.FJH, coded ? Integer.toString(dwelling.room()) : null)
        .set(PoliceField.FZXM, dwelling.landlord())
        .set(PoliceField.SJLY, reporter(dwelling, dice))
        .set(PoliceField.RZSJ, WrittenDates.moment(entry.movedIn()))
        .set(
            PoliceField.LKSJ,
            entry.movedOut() == null ? null : WrittenDates.moment(entry.movedOut()))
        .set(PoliceField.DJSJ, WrittenDates.moment(entry.registered()))
        .set(PoliceField.JZSY, reason(resident, dice))
        .set(PoliceField.JZCS, place(dwelling))
        .set(PoliceField.FWDW, employer == null ? null : employer.name())
        .set(PoliceField.LXDH, written.phone())
        .set(PoliceField.ZTBS, entry.operation())
        .set(PoliceField.GXSJ, WrittenDates.moment(entry.updated()))
        .done();
  }

  private static @Nullable Employer employer(Resident resident, Residence stay) {
    Employer employer = null;
    LocalDate to = stay.to();
    for (Job job : resident.jobs()) {
      LocalDate left = job.to();
      boolean begun = to == null || !job.from().isAfter(to);
      if (begun && (left == null || left.isAfter(stay.from()))) {
        employer = job.employer();
      }
    }
    return employer;
  }

  private static String reporter(Dwelling dwelling, Dice dice) {
    if (dwelling.kind() == Dwelling.Kind.DORMITORY) {
      return "04";
    }
    int point = dice.below(100);
    return point < 45 ? "01" : point < 65 ? "02" : "03";
  }

  /** 01 work, 03 trade, 04 services, 06 schooling, 09 joining family. */
  private static String reason(Resident resident, Dice dice) {
    if (resident.role().isChild()) {
      return dice.chance(60) ? "06" : "09";
    }
    if (resident.jobs().isEmpty()) {
      return "09";
    }
    int point = dice.below(100);
    return point < 90 ? "01" : point < 96 ? "03" : "04";
  }

  /** 03 inside an enterprise, 05 rented house, 99 other. */
  private static String place(Dwelling dwelling) {
    return switch (dwelling.kind()) {
      case DORMITORY -> "03";
      case RENTED -> "05";
      case SHED -> "99";
    };
  }
}
