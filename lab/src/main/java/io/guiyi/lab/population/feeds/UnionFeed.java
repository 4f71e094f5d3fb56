package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Employer;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Job;
import io.guiyi.lab.population.PhoneBook;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.Residence;
import io.guiyi.lab.population.Resident;
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

/**
 * Households as the trade union writes them: three in ten of those who work, in a complete list a
 * month. Who has stopped working is shown once more with her new state, or is absent.
 */
public final class UnionFeed implements CityFeed<UnionRow> {

  private static final int HANDED_OVER_ON = 28;
  private static final double LEAVING_TOLD_PERCENT = 50;
  private static final double CHANGED_PERCENT = 4;
  private static final double DATE_CELL_PERCENT = 40;

  private final PopulationSettings settings;
  private final PhoneBook phones;
  private final Clerk clerk;
  private final List<DeliveryFile> deliveries;

  /** The feed of a city with these settings. */
  public UnionFeed(PopulationSettings settings) {
    this.settings = settings;
    this.phones = new PhoneBook(settings.seed());
    this.clerk = new Clerk(Feed.UNION, settings, Confusions.load());
    this.deliveries = deliveries(settings);
  }

  /** The lists of the last two months. */
  public static List<DeliveryFile> deliveries(PopulationSettings settings) {
    LocalDate day = settings.referenceDay();
    YearMonth month = YearMonth.from(day);
    YearMonth last = day.getDayOfMonth() < HANDED_OVER_ON ? month.minusMonths(1) : month;
    return List.of(file(1, last.minusMonths(1)), file(2, last));
  }

  /** The list of a month as the union names it. */
  public static DeliveryFile file(int number, YearMonth month) {
    String name = "union_" + month.toString().replace("-", "") + ".xlsx";
    return new DeliveryFile(number, name, true, month.atDay(HANDED_OVER_ON).atTime(17, 0));
  }

  @Override
  public FaultTally tally() {
    return clerk.tally();
  }

  @Override
  public List<Labelled<UnionRow>> records(Household household) {
    List<Labelled<UnionRow>> records = new ArrayList<>();
    for (Resident resident : household.members()) {
      Dice dice = Dice.of(settings.seed(), Dice.Purpose.UNION_ROW, resident.number());
      boolean faultless = Naturals.isFaultless(resident);
      if (!isMember(resident, dice) || !faultless && clerk.happens(Lapse.NOT_REGISTERED, dice)) {
        continue;
      }
      records.add(record(household, resident, 0, dice));
      if (!faultless && clerk.happens(Lapse.SECOND_KEY, dice)) {
        records.add(record(household, resident, 1, dice));
      }
    }
    return records;
  }

  private boolean isMember(Resident resident, Dice dice) {
    boolean joined =
        dice.chance(settings.profile().percent("union-member")) || Naturals.isFaultless(resident);
    return joined
        && !resident.jobs().isEmpty()
        && deliveries.stream()
            .anyMatch(list -> resident.jobs().getLast().covers(list.at().toLocalDate()));
  }

  private Labelled<UnionRow> record(Household household, Resident resident, int copy, Dice dice) {
    boolean faultless = Naturals.isFaultless(resident);
    Job job = resident.jobs().getLast();
    Residence home = resident.residences().isEmpty() ? null : resident.residences().getLast();
    Subject subject =
        new Subject(
            resident,
            household,
            home == null ? null : home.dwelling(),
            job.employer(),
            phones,
            settings.people(),
            settings.referenceDay());
    Written written = faultless ? Written.truth(resident) : clerk.write(subject, dice);
    List<String> labels = new ArrayList<>(Naturals.of(resident));
    labels.addAll(written.labels());
    if (copy > 0) {
      labels.add(Lapse.SECOND_KEY.label());
    }
    String key = Serials.key("GH", job.from(), resident.number(), copy, settings.seed());
    boolean asDate = dice.chance(DATE_CELL_PERCENT);
    UnionRow row = new UnionRow(0, fields(key, job, written, dice), asDate);
    List<UnionRow> versions = versions(row, job, faultless, labels, dice);
    Truth truth = new Truth(Feed.UNION, key, resident.personId(), List.copyOf(labels));
    return new Labelled<>(truth, versions);
  }

  private static Fields<UnionColumn> fields(String key, Job job, Written written, Dice dice) {
    Employer employer = job.employer();
    String born = written.born();
    return Fields.draft(UnionColumn.class)
        .set(UnionColumn.MEMBER_NUMBER, key)
        .set(UnionColumn.NAME, written.name())
        .set(UnionColumn.SEX, written.sex() == Sex.MALE ? "男" : "女")
        .set(UnionColumn.ID_NUMBER, written.number())
        .set(
            UnionColumn.BORN,
            born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6))
        .set(UnionColumn.PHONE, written.phone())
        .set(UnionColumn.EMPLOYER, employer.name())
        .set(UnionColumn.CREDIT_CODE, employer.creditCode())
        .set(UnionColumn.JOINED, job.from().plusDays(dice.below(25)).toString())
        .set(UnionColumn.STATE, "在会")
        .set(UnionColumn.CARD, dice.chance(70) ? "62" + key.substring(2) : null)
        .done();
  }

  private List<UnionRow> versions(
      UnionRow row, Job job, boolean faultless, List<String> labels, Dice dice) {
    List<UnionRow> versions = new ArrayList<>();
    UnionRow current = row;
    boolean forgotten = false;
    for (DeliveryFile list : deliveries) {
      boolean works = job.covers(list.at().toLocalDate());
      if (!works && !versions.isEmpty()) {
        forgotten = !faultless && clerk.happens(Lapse.NOT_CANCELLED, dice);
        if (forgotten) {
          labels.add(Lapse.NOT_CANCELLED.label());
        } else if (dice.chance(LEAVING_TOLD_PERCENT)) {
          String state = dice.chance(50) ? "转出" : "停止";
          deliver(versions, current.with(UnionColumn.STATE, state).in(list.number()), labels, dice);
        }
      }
      if (works || forgotten) {
        boolean changes = !versions.isEmpty() && !faultless && dice.chance(CHANGED_PERCENT);
        current = changes ? withAnotherPhone(current, dice) : current;
        if (faultless) {
          versions.add(current.in(list.number()));
        } else {
          deliver(versions, current.in(list.number()), labels, dice);
        }
      }
    }
    return List.copyOf(versions);
  }

  private UnionRow withAnotherPhone(UnionRow row, Dice dice) {
    int stranger = settings.people() + 1 + dice.below(10_000_000);
    return row.with(UnionColumn.PHONE, phones.ofResident(stranger));
  }

  private void deliver(List<UnionRow> versions, UnionRow row, List<String> labels, Dice dice) {
    Damage damage = clerk.damage(dice);
    if (damage != null) {
      labels.add(damage.label());
      versions.add(damaged(row, damage, dice));
      return;
    }
    versions.add(row);
    if (clerk.happens(Lapse.KEY_TWICE, dice)) {
      labels.add(Lapse.KEY_TWICE.label());
      versions.add(withAnotherPhone(row, dice));
    }
  }

  /** Rows that nobody can understand; the key stays. */
  private static UnionRow damaged(UnionRow row, Damage damage, Dice dice) {
    return switch (damage) {
      case MISSING_NAME -> row.with(UnionColumn.NAME, dice.chance(50) ? null : " ");
      case IMPOSSIBLE_DATE ->
          new UnionRow(row.delivery(), row.fields().with(UnionColumn.BORN, "2024-02-31"), false);
      case UNKNOWN_CODE, UNKNOWN_OPERATION -> row.with(UnionColumn.STATE, "冻结");
      case NOT_A_ROW, SHORT_ROW, NO_CHARACTER ->
          new UnionRow(
              row.delivery(),
              Fields.draft(UnionColumn.class).set(UnionColumn.MEMBER_NUMBER, row.key()).done(),
              false);
      case OVERLONG_FIELD ->
          dice.chance(50)
              ? row.with(UnionColumn.NAME, "长".repeat(600))
              : row.with(UnionColumn.EMPLOYER, "有限公司".repeat(2000));
    };
  }
}
