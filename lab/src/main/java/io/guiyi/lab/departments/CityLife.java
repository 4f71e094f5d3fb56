package io.guiyi.lab.departments;

import io.guiyi.lab.departments.Change.Kind;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.EducationFeed;
import io.guiyi.lab.population.feeds.EducationRow;
import io.guiyi.lab.population.feeds.HealthFile;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.PatientField;
import io.guiyi.lab.population.feeds.UnionColumn;
import io.guiyi.lab.population.feeds.UnionFeed;
import io.guiyi.lab.population.feeds.UnionRow;
import io.guiyi.lab.population.feeds.VillageColumn;
import io.guiyi.lab.population.feeds.VillageFeed;
import io.guiyi.lab.population.feeds.VillageRow;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets life go on at all departments: what {@link ChangeStream} tells of police and labour, and
 * besides a new pupil in a file of changes, a vaccination, the union's next list, a village's next
 * list. What happens is a matter of the seed; when, of the clock. Single-threaded.
 */
public final class CityLife {

  private static final int TRIES_MAX = 5_000;
  private static final int LISTS_A_DAY_MAX = 99;
  private static final int PUPIL_FILES_MAX = 999;

  private final ChangeStream registers;
  private final EducationDepartment education;
  private final HealthDepartment health;
  private final UnionOffice union;
  private final VillageDesk village;
  private final PopulationSettings settings;
  private final String canaryName;
  private final Dice dice;
  private int pupilFiles;
  private int memberLists;
  private YearMonth memberMonth;
  private int villageLists;
  private int villageListsToday;
  private LocalDate villageDay = LocalDate.MIN;

  /**
   * Life in a city whose departments have delivered everything they had.
   *
   * @param population the city
   * @param registers life at police and labour
   * @param seed decides what happens
   */
  public CityLife(
      Population population,
      ChangeStream registers,
      EducationDepartment education,
      HealthDepartment health,
      UnionOffice union,
      VillageDesk village,
      long seed) {
    this.registers = registers;
    this.education = education;
    this.health = health;
    this.union = union;
    this.village = village;
    this.settings = population.settings();
    this.canaryName = population.canary().name();
    this.dice = Dice.of(seed, Dice.Purpose.CHANGES, 1);
    this.pupilFiles = EducationFeed.deliveries(settings).size();
    this.memberLists = UnionFeed.deliveries(settings).size();
    this.memberMonth = YearMonth.from(UnionFeed.deliveries(settings).getLast().at().toLocalDate());
    this.villageLists = VillageFeed.deliveries(settings).size();
  }

  /** Life at police and labour alone, where one thing of a chosen kind can be made to happen. */
  public ChangeStream registers() {
    return registers;
  }

  /**
   * Lets the next thing happen and returns every record that is new or different now.
   *
   * @throws SQLException if the labour department's database refuses
   * @throws IOException if a folder refuses
   */
  public List<Change> tick() throws SQLException, IOException {
    int point = dice.below(100);
    if (point < 6) {
      return happen(Feed.EDUCATION);
    }
    if (point < 14) {
      return happen(Feed.HEALTH);
    }
    if (point < 15) {
      return happen(Feed.UNION);
    }
    return point < 17 ? happen(Feed.VILLAGE) : registers.tick(1);
  }

  /**
   * Lets the next thing happen at one department; none if it has used up its file names.
   *
   * @throws SQLException if the labour department's database refuses
   * @throws IOException if a folder refuses
   */
  public List<Change> happen(Feed feed) throws SQLException, IOException {
    LocalDateTime now = registers.now();
    return switch (feed) {
      case POLICE, LABOUR -> registers.tick(1);
      case EDUCATION -> pupilFiles < PUPIL_FILES_MAX ? enrol(now) : List.of();
      case HEALTH -> vaccinate(now);
      case UNION -> listMembers(now);
      case VILLAGE -> listGuests(now);
    };
  }

  /** A family arrives, and its children go to school. */
  private List<Change> enrol(LocalDateTime now) throws SQLException {
    EducationFeed feed = new EducationFeed(settings.on(now.toLocalDate()));
    int number = pupilFiles + 1;
    ChangeStream.Arrived arrived =
        registers.arrive(now, family -> !feed.newcomers(family, number).isEmpty());
    List<Change> changes = new ArrayList<>(arrived.changes());
    List<EducationRow> rows = new ArrayList<>();
    for (Labelled<EducationRow> pupil : feed.newcomers(arrived.household(), number)) {
      rows.addAll(pupil.versions());
      changes.add(
          new Change(
              Kind.ENROLLED,
              Feed.EDUCATION,
              pupil.truth().recordKey(),
              pupil.truth(),
              ChangeStream.instant(now)));
    }
    pupilFiles = number;
    DeliveryFile named = EducationFeed.file(number, false, now.toLocalDate());
    education.deliver(new DeliveryFile(number, named.name(), false, now), rows);
    return List.copyOf(changes);
  }

  private List<Change> vaccinate(LocalDateTime now) {
    HealthFile file = fileOfChild();
    HealthFile next = file.vaccinated(now);
    health.put(next);
    return List.of(change(Kind.VACCINATED, Feed.HEALTH, next.key(), now));
  }

  /** A file that is whole and kept, with a dose already. */
  private HealthFile fileOfChild() {
    for (int i = 0; i < TRIES_MAX && health.files() > 0; i++) {
      HealthFile file = health.file(dice.below(health.files()));
      boolean kept =
          "true".equals(file.patient().get(PatientField.ACTIVE))
              && file.patient().get(PatientField.REPLACED_BY) == null;
      if (kept && file.scrap() == null && !file.doses().isEmpty()) {
        return file;
      }
    }
    throw new IllegalStateException(
        "no vaccinated child in %d tries: load a city first".formatted(TRIES_MAX));
  }

  /** The next complete list: one member has another phone, another is missing. */
  private List<Change> listMembers(LocalDateTime now) throws IOException {
    memberLists++;
    memberMonth = memberMonth.plusMonths(1);
    List<UnionRow> members = new ArrayList<>();
    union.members().forEach(member -> members.add(member.in(memberLists)));
    UnionRow leaving = member(members);
    members.removeIf(member -> member.key().equals(leaving.key()));
    UnionRow changing = member(members);
    members.set(members.indexOf(changing), changing.with(UnionColumn.PHONE, registers.nextPhone()));
    DeliveryFile named = UnionFeed.file(memberLists, memberMonth);
    union.deliver(new DeliveryFile(memberLists, named.name(), true, now), members);
    return List.of(
        change(Kind.LEFT_OUT, Feed.UNION, leaving.key(), now),
        change(Kind.PHONE_CHANGED, Feed.UNION, changing.key(), now));
  }

  private UnionRow member(List<UnionRow> members) {
    for (int i = 0; i < TRIES_MAX && !members.isEmpty(); i++) {
      UnionRow member = dice.pick(members);
      if (!canaryName.equals(member.fields().get(UnionColumn.NAME))) {
        return member;
      }
    }
    throw new IllegalStateException(
        "no member in %d tries: load a city first".formatted(TRIES_MAX));
  }

  /** The next list of a village: somebody has another phone. */
  private List<Change> listGuests(LocalDateTime now) throws IOException {
    LocalDate today = now.toLocalDate();
    villageListsToday = today.equals(villageDay) ? villageListsToday + 1 : 1;
    villageDay = today;
    if (villageListsToday > LISTS_A_DAY_MAX || village.told().isEmpty()) {
      return List.of();
    }
    villageLists++;
    VillageRow guest =
        dice.pick(village.told())
            .with(VillageColumn.PHONE, registers.nextPhone())
            .with(VillageColumn.COLLECTED, today.toString())
            .in(villageLists);
    DeliveryFile named = VillageFeed.file(villageLists, villageListsToday, today);
    village.deliver(new DeliveryFile(villageLists, named.name(), false, now), List.of(guest));
    return List.of(change(Kind.PHONE_CHANGED, Feed.VILLAGE, guest.key(), now));
  }

  private static Change change(Kind kind, Feed feed, String key, LocalDateTime now) {
    return new Change(kind, feed, key, null, ChangeStream.instant(now));
  }
}
