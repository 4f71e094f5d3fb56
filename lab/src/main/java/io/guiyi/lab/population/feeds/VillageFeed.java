package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Dwelling;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.PhoneBook;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.Residence;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.WrittenDates;
import io.guiyi.lab.population.books.Confusions;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.Sex;
import io.guiyi.lab.population.faults.Clerk;
import io.guiyi.lab.population.faults.Damage;
import io.guiyi.lab.population.faults.FaultTally;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.faults.Lapse;
import io.guiyi.lab.population.faults.Subject;
import io.guiyi.lab.population.faults.Written;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Households as three villages and one firm's dormitory write them, every half month: everybody in
 * the first list, later whoever came, left or has another phone.
 */
public final class VillageFeed implements CityFeed<VillageRow> {

  /** Half-months that are handed over. */
  static final int LISTS = 6;

  private static final double CHANGED_PERCENT = 10;

  private final PopulationSettings settings;
  private final PhoneBook phones;
  private final Clerk clerk;
  private final List<DeliveryFile> deliveries;

  /** The feed of a city with these settings. */
  public VillageFeed(PopulationSettings settings) {
    this.settings = settings;
    this.phones = new PhoneBook(settings.seed());
    this.clerk = new Clerk(Feed.VILLAGE, settings, Confusions.load());
    this.deliveries = deliveries(settings);
  }

  /** Who hands lists over, with the name of the collector. */
  enum Desk {
    WULI("330282107001", "陈菊芳"),
    TIANYUAN("330282121001", "沈国良"),
    FANSHI("330282123001", "胡亚珍"),
    DORMITORY("330282003901", "人事科");

    private final String code;
    private final String collector;

    Desk(String code, String collector) {
      this.code = code;
      this.collector = collector;
    }

    /** The desk at which somebody who lives there is listed; null if none hands lists over. */
    static @Nullable Desk of(Dwelling dwelling) {
      boolean dormitory = dwelling.kind() == Dwelling.Kind.DORMITORY;
      if (dormitory) {
        return dwelling.houseCode().endsWith("00000000") ? DORMITORY : null;
      }
      return switch (dwelling.village().name()) {
        case "五里村" -> WULI;
        case "天元村" -> TIANYUAN;
        case "范市村" -> FANSHI;
        default -> null;
      };
    }

    String written(LocalDate day) {
      return this == TIANYUAN
          ? day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth()
          : day.toString();
    }
  }

  /** The lists of the last half-months, one of each desk, oldest first. */
  public static List<DeliveryFile> deliveries(PopulationSettings settings) {
    List<LocalDate> days = new ArrayList<>();
    YearMonth month = YearMonth.from(settings.referenceDay()).plusMonths(1);
    while (days.size() < LISTS) {
      month = month.minusMonths(1);
      for (LocalDate day : List.of(month.atEndOfMonth(), month.atDay(15))) {
        if (!day.isAfter(settings.referenceDay()) && days.size() < LISTS) {
          days.addFirst(day);
        }
      }
    }
    List<DeliveryFile> files = new ArrayList<>();
    for (LocalDate day : days) {
      for (int desk = 0; desk < Desk.values().length; desk++) {
        files.add(file(files.size() + 1, desk + 1, day));
      }
    }
    return List.copyOf(files);
  }

  /**
   * A list as it is named.
   *
   * @param number running number over all lists
   * @param serial number of the list within the day, from 1
   */
  public static DeliveryFile file(int number, int serial, LocalDate day) {
    String name =
        "village_%s_%s.csv".formatted(WrittenDates.compact(day), WrittenDates.padded(serial, 2));
    return new DeliveryFile(number, name, false, day.atTime(16, serial));
  }

  @Override
  public FaultTally tally() {
    return clerk.tally();
  }

  @Override
  public List<Labelled<VillageRow>> records(Household household) {
    List<Labelled<VillageRow>> records = new ArrayList<>();
    for (Resident resident : household.members()) {
      for (int i = 0; i < resident.residences().size(); i++) {
        Residence stay = resident.residences().get(i);
        Desk desk = Desk.of(stay.dwelling());
        if (desk != null) {
          add(records, new Case(household, resident, stay, desk, 2 * i));
        }
      }
    }
    return records;
  }

  /**
   * What a record is about.
   *
   * @param spell number of the stay, doubled to leave room for copies
   */
  private record Case(
      Household household, Resident resident, Residence stay, Desk desk, int spell) {

    Case copy() {
      return new Case(household, resident, stay, desk, spell + 1);
    }
  }

  private void add(List<Labelled<VillageRow>> records, Case about) {
    long subject = (long) about.resident().number() * Serials.PER_PERSON + about.spell();
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.VILLAGE_ROW, subject);
    boolean faultless = Naturals.isFaultless(about.resident());
    if (!faultless && about.stay().to() == null && clerk.happens(Lapse.NOT_REGISTERED, dice)) {
      return;
    }
    Labelled<VillageRow> record = record(about, dice);
    if (record.versions().isEmpty()) {
      return;
    }
    records.add(record);
    if (!faultless && clerk.happens(Lapse.SECOND_KEY, dice)) {
      Labelled<VillageRow> copy = record(about.copy(), dice);
      records.add(
          new Labelled<>(Naturals.add(copy.truth(), Lapse.SECOND_KEY.label()), copy.versions()));
    }
  }

  private Labelled<VillageRow> record(Case about, Dice dice) {
    Resident resident = about.resident();
    boolean faultless = Naturals.isFaultless(resident);
    List<String> labels = new ArrayList<>(Naturals.of(resident));
    List<DeliveryFile> lists = lists(about);
    if (lists.isEmpty()) {
      return new Labelled<>(new Truth(Feed.VILLAGE, "", "", labels), List.of());
    }
    Subject subject =
        new Subject(
            resident,
            about.household(),
            about.stay().dwelling(),
            null,
            phones,
            settings.people(),
            settings.referenceDay());
    Written written = faultless ? Written.truth(resident) : clerk.write(subject, dice);
    labels.addAll(written.labels());
    Fields<VillageColumn> fields = fields(about, written, labels, dice);
    List<VillageRow> versions = versions(fields, about, lists, labels, dice);
    String key = versions.getFirst().key();
    Truth truth = new Truth(Feed.VILLAGE, key, resident.personId(), List.copyOf(labels));
    return new Labelled<>(truth, versions);
  }

  /** The lists of the desk that are made while she lives there, and the one that tells she left. */
  private List<DeliveryFile> lists(Case about) {
    List<DeliveryFile> lists = new ArrayList<>();
    for (DeliveryFile file : deliveries) {
      boolean ours = (file.number() - 1) % Desk.values().length == about.desk().ordinal();
      boolean lives = about.stay().covers(file.at().toLocalDate());
      boolean left = !lists.isEmpty() && about.stay().covers(lists.getLast().at().toLocalDate());
      if (ours && (lives || left)) {
        lists.add(file);
      }
    }
    return lists;
  }

  private Fields<VillageColumn> fields(
      Case about, Written written, List<String> labels, Dice dice) {
    Dwelling dwelling = about.stay().dwelling();
    String serial =
        Serials.key(
            "", about.stay().from(), about.resident().number(), about.spell(), settings.seed());
    Fields.Draft<VillageColumn> draft =
        Fields.draft(VillageColumn.class)
            .set(VillageColumn.VILLAGE, about.desk().code)
            .set(VillageColumn.SERIAL, serial)
            .set(VillageColumn.NAME, written.name())
            .set(VillageColumn.SEX, written.sex() == Sex.MALE ? "男" : "女")
            .set(VillageColumn.ID_NUMBER, written.number())
            .set(VillageColumn.PHONE, written.phone())
            .set(VillageColumn.ADDRESS, AddressWriter.write(dwelling, false, dice))
            .set(VillageColumn.ROOM, Integer.toString(dwelling.room()))
            .set(VillageColumn.LANDLORD, dwelling.landlord())
            .set(VillageColumn.MOVED_IN, about.desk().written(about.stay().from()))
            .set(VillageColumn.COLLECTOR, about.desk().collector);
    about
        .household()
        .spouseOf(about.resident())
        .filter(_ -> dice.chance(settings.profile().percent("village-tells-spouse")))
        .filter(_ -> !Naturals.isFaultless(about.resident()))
        .ifPresent(spouse ->
            draft
                .set(VillageColumn.SPOUSE_NAME, spouse.name())
                .set(
                    VillageColumn.SPOUSE_ID_NUMBER, Relatives.number(spouse, clerk, labels, dice)));
    return draft.done();
  }

  private List<VillageRow> versions(
      Fields<VillageColumn> fields,
      Case about,
      List<DeliveryFile> lists,
      List<String> labels,
      Dice dice) {
    boolean faultless = Naturals.isFaultless(about.resident());
    List<VillageRow> versions = new ArrayList<>();
    VillageRow current = new VillageRow(0, fields, null, false);
    for (DeliveryFile list : lists) {
      LocalDate day = list.at().toLocalDate();
      LocalDate left = about.stay().to();
      String leaving = left != null && left.isBefore(day) ? about.desk().written(left) : null;
      boolean changed = !faultless && dice.chance(CHANGED_PERCENT);
      if (leaving != null && !faultless && clerk.happens(Lapse.NOT_CANCELLED, dice)) {
        labels.add(Lapse.NOT_CANCELLED.label());
      } else if (leaving != null) {
        current = current.with(VillageColumn.MOVED_OUT, leaving);
        versions.add(collected(current, about, list, dice));
      } else if (versions.isEmpty() || changed) {
        current = versions.isEmpty() ? current : withAnotherPhone(current, dice);
        versions.add(collected(current, about, list, dice));
      }
    }
    return faultless ? List.copyOf(versions) : delivered(versions, lists, labels, dice);
  }

  /** Nothing is collected before it happens. */
  private static VillageRow collected(VillageRow row, Case about, DeliveryFile list, Dice dice) {
    LocalDate day = list.at().toLocalDate().minusDays(dice.below(6));
    LocalDate left = about.stay().to();
    LocalDate told =
        row.fields().get(VillageColumn.MOVED_OUT) != null && left != null
            ? left
            : about.stay().from();
    LocalDate collected = day.isBefore(told) ? told : day;
    return row.with(VillageColumn.COLLECTED, about.desk().written(collected)).in(list.number());
  }

  private VillageRow withAnotherPhone(VillageRow row, Dice dice) {
    int stranger = settings.people() + 1 + dice.below(10_000_000);
    return row.with(VillageColumn.PHONE, phones.ofResident(stranger));
  }

  /** Rows get damaged, stand twice in a list, or are handed in once more when they are old. */
  private List<VillageRow> delivered(
      List<VillageRow> versions, List<DeliveryFile> lists, List<String> labels, Dice dice) {
    List<VillageRow> delivered = new ArrayList<>();
    for (VillageRow version : versions) {
      Damage damage = clerk.damage(dice);
      if (damage != null) {
        labels.add(damage.label());
      }
      delivered.add(damage == null ? version : VillageDamage.damaged(version, damage, dice));
      if (damage == null && clerk.happens(Lapse.KEY_TWICE, dice)) {
        labels.add(Lapse.KEY_TWICE.label());
        delivered.add(withAnotherPhone(version, dice));
      }
    }
    int last = lists.getLast().number();
    boolean superseded = versions.size() > 1 && versions.getLast().delivery() < last;
    if (superseded && clerk.happens(Lapse.LATE_VERSION, dice)) {
      labels.add(Lapse.LATE_VERSION.label());
      delivered.add(versions.getFirst().in(last));
    }
    return List.copyOf(delivered);
  }
}
