package io.guiyi.lab.departments;

import io.guiyi.lab.departments.Change.Kind;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.PhoneBook;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.WrittenDates;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.LabourColumn;
import io.guiyi.lab.population.feeds.LabourFeed;
import io.guiyi.lab.population.feeds.LabourRow;
import io.guiyi.lab.population.feeds.PoliceFeed;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.lab.population.feeds.Serials;
import io.guiyi.lab.population.feeds.Truth;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets life go on at both departments after the city was loaded: arrivals, moves, check-outs, other
 * phones, cancellations. Which changes come is a matter of the seed; when they come, of the clock.
 * The times of change never run behind what a department already shows, so that a reader who asks
 * for what is new finds them. Single-threaded.
 */
public final class ChangeStream {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int TRIES_MAX = 200;
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final PoliceDepartment police;
  private final LabourDepartment labour;
  private final Clock clock;
  private final Dice dice;
  private final PhoneBook phones;
  private final Population.Arrivals arrivals;
  private final PopulationSettings settings;
  private final String canaryName;
  private LocalDateTime latest = LocalDateTime.MIN;
  private int laterKeys;
  private int laterPhones;

  /**
   * Life in a city that both departments have loaded.
   *
   * @param population the city
   * @param police its police
   * @param labour its labour department
   * @param clock gives the times of change, to the second
   * @param seed decides what happens
   */
  public ChangeStream(
      Population population,
      PoliceDepartment police,
      LabourDepartment labour,
      Clock clock,
      long seed) {
    this.police = police;
    this.labour = labour;
    this.clock = clock;
    this.dice = Dice.of(seed, Dice.Purpose.CHANGES, 0);
    this.settings = population.settings();
    this.canaryName = population.canary().name();
    this.phones = new PhoneBook(settings.seed());
    this.arrivals = population.arrivals();
  }

  /**
   * Lets the next so many things happen and returns every record that is new or different now: a
   * move touches two, an arriving family several.
   *
   * @param count how many things, 1 to 10,000
   * @throws SQLException if the labour department's database refuses
   */
  public List<Change> tick(int count) throws SQLException {
    if (count < 1 || count > 10_000) {
      throw new IllegalArgumentException(
          "count " + count + " is outside 1 to 10000: let less happen at a time");
    }
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int point = dice.below(100);
      if (point < 25) {
        changes.addAll(happen(Feed.POLICE, Kind.ARRIVED));
      } else if (point < 45) {
        changes.addAll(happen(Feed.POLICE, Kind.MOVED));
      } else if (point < 60) {
        changes.addAll(happen(Feed.POLICE, Kind.PHONE_CHANGED));
      } else if (point < 75) {
        changes.addAll(happen(Feed.POLICE, Kind.CHECKED_OUT));
      } else if (point < 80) {
        changes.addAll(happen(Feed.POLICE, Kind.CANCELLED));
      } else if (point < 95) {
        changes.addAll(happen(Feed.LABOUR, Kind.PHONE_CHANGED));
      } else {
        changes.addAll(happen(Feed.LABOUR, Kind.CANCELLED));
      }
    }
    return List.copyOf(changes);
  }

  /**
   * Lets one thing of a chosen kind happen. Arrivals enter both departments, whichever is named;
   * moves and check-outs happen at the police.
   *
   * @throws SQLException if the labour department's database refuses
   */
  public List<Change> happen(Feed feed, Kind kind) throws SQLException {
    LocalDateTime now = now();
    return switch (kind) {
      case ARRIVED -> arrive(now);
      case MOVED -> move(now);
      case CHECKED_OUT -> List.of(checkOut(openRecord(), now));
      case PHONE_CHANGED -> List.of(feed == Feed.POLICE ? policePhone(now) : labourPhone(now));
      case CANCELLED -> List.of(feed == Feed.POLICE ? policeCancel(now) : labourCancel(now));
      case ENROLLED, VACCINATED, LEFT_OUT ->
          throw new IllegalArgumentException(
              kind + " happens at neither police nor labour: ask CityLife for it");
    };
  }

  /**
   * A household that came while the city was watched.
   *
   * @param household who
   * @param at when
   * @param changes its rows at police and labour
   */
  record Arrived(Household household, LocalDateTime at, List<Change> changes) {}

  /** A household of which nobody gets registered anywhere is passed over. */
  private List<Change> arrive(LocalDateTime now) throws SQLException {
    return arrive(now, _ -> true).changes();
  }

  /** The next household that is registered and of which this holds; the others never come. */
  Arrived arrive(LocalDateTime now, Predicate<Household> wanted) throws SQLException {
    for (int i = 0; i < TRIES_MAX; i++) {
      Household household = arrivals.next(now.toLocalDate());
      List<Change> changes = wanted.test(household) ? register(household, now) : List.of();
      if (!changes.isEmpty()) {
        return new Arrived(household, now, changes);
      }
    }
    throw new IllegalStateException(
        "no such household in %d tries: lower the rate of those not registered"
            .formatted(TRIES_MAX));
  }

  private List<Change> register(Household household, LocalDateTime now) throws SQLException {
    PopulationSettings today = settings.on(now.toLocalDate());
    List<Change> changes = new ArrayList<>();
    for (Labelled<PoliceRow> record : new PoliceFeed(today).records(household)) {
      PoliceRow row =
          record
              .versions()
              .getLast()
              .with(PoliceField.RZSJ, written(now))
              .with(PoliceField.DJSJ, written(now))
              .with(PoliceField.GXSJ, written(now));
      police.put(new Labelled<>(record.truth(), List.of(row)));
      changes.add(change(Kind.ARRIVED, record.truth(), now));
    }
    for (Labelled<LabourRow> record : new LabourFeed(today).records(household)) {
      labour.append(
          record.versions().stream()
              .map(row -> row.with(LabourColumn.AAE418, written(now)))
              .toList());
      changes.add(change(Kind.ARRIVED, record.truth(), now));
    }
    return changes;
  }

  private List<Change> move(LocalDateTime now) {
    Labelled<PoliceRow> old = openRecord();
    PoliceRow neighbour = openRecord().versions().getLast();
    Truth truth =
        new Truth(
            Feed.POLICE,
            Serials.later("330282", now.toLocalDate(), laterKeys++),
            old.truth().personId(),
            old.truth().labels());
    PoliceRow row = old.versions().getLast().with(PoliceField.DJBH, truth.recordKey());
    for (PoliceField field :
        List.of(
            PoliceField.JZDDZBM,
            PoliceField.JZDDZ,
            PoliceField.FWBH,
            PoliceField.FJH,
            PoliceField.FZXM,
            PoliceField.JZCS)) {
      row = row.with(field, neighbour.fields().get(field));
    }
    row =
        row.with(PoliceField.RZSJ, written(now))
            .with(PoliceField.LKSJ, null)
            .with(PoliceField.DJSJ, written(now))
            .with(PoliceField.ZTBS, "1")
            .with(PoliceField.GXSJ, written(now));
    police.put(new Labelled<>(truth, List.of(row)));
    return List.of(change(Kind.MOVED, truth, now), checkOut(old, now));
  }

  private Change checkOut(Labelled<PoliceRow> record, LocalDateTime now) {
    return update(Kind.CHECKED_OUT, record, PoliceField.LKSJ, written(now), now);
  }

  private Change policePhone(LocalDateTime now) {
    return update(Kind.PHONE_CHANGED, openRecord(), PoliceField.LXDH, nextPhone(), now);
  }

  private Change policeCancel(LocalDateTime now) {
    return update(Kind.CANCELLED, openRecord(), PoliceField.ZTBS, "3", now);
  }

  private Change update(
      Kind kind, Labelled<PoliceRow> record, PoliceField field, String value, LocalDateTime now) {
    PoliceRow row =
        record
            .versions()
            .getLast()
            .with(PoliceField.ZTBS, "2")
            .with(PoliceField.GXSJ, written(now))
            .with(field, value);
    police.put(new Labelled<>(record.truth(), List.of(row)));
    return new Change(kind, Feed.POLICE, row.key(), null, instant(now));
  }

  private Change labourPhone(LocalDateTime now) throws SQLException {
    LabourRow row = standingRow().with(LabourColumn.AAC067, nextPhone());
    return transmit(Kind.PHONE_CHANGED, row, "2", now);
  }

  private Change labourCancel(LocalDateTime now) throws SQLException {
    return transmit(Kind.CANCELLED, standingRow(), "3", now);
  }

  private Change transmit(Kind kind, LabourRow row, String operation, LocalDateTime now)
      throws SQLException {
    LabourRow next =
        row.with(LabourColumn.AAA321, operation)
            .with(LabourColumn.AAA322, "330282" + WrittenDates.compact(now.toLocalDate()) + "01")
            .with(LabourColumn.AAE418, written(now));
    labour.append(List.of(next));
    return new Change(kind, Feed.LABOUR, next.key(), null, instant(now));
  }

  /** Some registration that is whole, not cancelled and not checked out. */
  private Labelled<PoliceRow> openRecord() {
    for (int i = 0; i < TRIES_MAX && police.keys() > 0; i++) {
      Labelled<PoliceRow> record = police.record(dice.below(police.keys()));
      PoliceRow row = record.versions().getLast();
      String operation = row.fields().get(PoliceField.ZTBS);
      boolean standing = "1".equals(operation) || "2".equals(operation);
      boolean canary = record.truth().labels().contains("canary");
      if (standing
          && !canary
          && row.scrap() == null
          && row.fields().get(PoliceField.LKSJ) == null) {
        return record;
      }
    }
    throw new IllegalStateException(
        "no open registration in %d tries: load a city first".formatted(TRIES_MAX));
  }

  /** Some labour record that is whole and not withdrawn, in its newest version. */
  private LabourRow standingRow() throws SQLException {
    for (int i = 0; i < TRIES_MAX && labour.rows() > 0; i++) {
      int number = 1 + dice.below((int) Math.min(Integer.MAX_VALUE, labour.rows()));
      Optional<LabourRow> row = labour.newestVersion(number);
      if (row.isPresent()
          && !canaryName.equals(row.get().fields().get(LabourColumn.AAC003))
          && row.get().fields().get(LabourColumn.AAC003) != null
          && !"3".equals(row.get().fields().get(LabourColumn.AAA321))) {
        return row.get();
      }
    }
    throw new IllegalStateException(
        "no standing record in %d tries: load a city first".formatted(TRIES_MAX));
  }

  /** Numbers beyond those of the city and of everyone who may still arrive. */
  String nextPhone() {
    laterPhones++;
    return phones.ofResident(30_000_000 + laterPhones);
  }

  /** The clock's moment, or the newest that anybody has seen if the clock is behind it. */
  LocalDateTime now() {
    LocalDateTime now = LocalDateTime.now(clock.withZone(SHANGHAI)).truncatedTo(ChronoUnit.SECONDS);
    String newest = police.newestUpdate();
    LocalDateTime shown =
        newest.isEmpty() ? LocalDateTime.MIN : LocalDateTime.parse(newest, WRITTEN);
    LocalDateTime floor = shown.isAfter(latest) ? shown : latest;
    latest = now.isBefore(floor) ? floor : now;
    return latest;
  }

  private static Change change(Kind kind, Truth truth, LocalDateTime now) {
    return new Change(kind, truth.feed(), truth.recordKey(), truth, instant(now));
  }

  private static String written(LocalDateTime moment) {
    return WrittenDates.moment(moment);
  }

  static Instant instant(LocalDateTime moment) {
    return moment.atZone(SHANGHAI).toInstant();
  }
}
