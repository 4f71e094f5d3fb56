package io.guiyi.lab.population;

import io.guiyi.lab.population.Job.Contract;
import io.guiyi.lab.population.Job.Insurance;
import io.guiyi.lab.population.books.Dice;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a person's jobs in Cixi and her vocational certificate. */
final class Career {

  private static final int JOBS_MAX = 3;
  private static final double CONTRACT_PERCENT = 94;
  private static final double INSURED_PERCENT = 85;
  private static final double CERTIFICATE_PERCENT = 20;

  private static final List<List<String>> INSURANCE_TYPES =
      List.of(
          List.of("110", "210", "310", "410", "510"),
          List.of("110", "210", "310", "410", "510"),
          List.of("110", "210", "310", "410"),
          List.of("310", "410"),
          List.of("410"));

  private static final List<String> CRAFTS =
      List.of("车工", "电工", "焊工", "模具工", "钳工", "中式烹调师", "育婴员", "叉车司机", "缝纫工");

  private final LocalDate referenceDay;
  private final double workingPercent;
  private final double reportedPercent;
  private final City city;

  Career(PopulationSettings settings, City city) {
    this.referenceDay = settings.referenceDay();
    this.workingPercent = settings.profile().percent("working");
    this.reportedPercent = settings.profile().percent("employer-reports");
    this.city = city;
  }

  /** The jobs of someone who came on this day; none for the very young and the old. */
  List<Job> jobs(LocalDate born, LocalDate came, Dice dice) {
    LocalDate adult = born.plusYears(16);
    LocalDate from = (came.isBefore(adult) ? adult : came).plusDays(dice.below(60));
    LocalDate retires = born.plusYears(62);
    if (!dice.chance(workingPercent)) {
      return List.of();
    }
    List<Job> jobs = new ArrayList<>();
    LocalDate end = retires.isBefore(referenceDay) ? retires : referenceDay;
    while (from.isBefore(end) && jobs.size() < JOBS_MAX) {
      boolean last = jobs.size() == JOBS_MAX - 1 || dice.chance(72);
      LocalDate to = from.plusDays(dice.between(120, 1600));
      boolean open = last && (to.isAfter(end) || dice.chance(70)) && retires.isAfter(referenceDay);
      to = to.isAfter(end) ? end : to;
      jobs.add(job(from, open ? null : to, dice));
      from = last ? end : to.plusDays(dice.between(3, 90));
    }
    return List.copyOf(jobs);
  }

  /** The job that someone takes up on the day of arrival; none for the old. */
  List<Job> firstJob(LocalDate born, LocalDate arrival, Dice dice) {
    boolean works = born.plusYears(62).isAfter(arrival) && dice.chance(workingPercent);
    return works ? List.of(job(arrival, null, dice)) : List.of();
  }

  private Job job(LocalDate from, @Nullable LocalDate to, Dice dice) {
    Employer employer = city.employer(dice);
    boolean reported = dice.chance(reportedPercent);
    Contract contract = null;
    if (dice.chance(CONTRACT_PERCENT)) {
      LocalDate end = from.plusYears(dice.between(1, 3)).minusDays(1);
      LocalDate until = to == null ? referenceDay : to;
      while (end.isBefore(until)) {
        end = end.plusYears(2);
      }
      contract = new Contract(from, end);
    }
    Insurance insurance = dice.chance(INSURED_PERCENT) ? insurance(from, to, dice) : null;
    return new Job(employer, from, to, reported, contract, insurance);
  }

  private @Nullable Insurance insurance(LocalDate from, @Nullable LocalDate to, Dice dice) {
    YearMonth first = YearMonth.from(from).plusMonths(dice.below(3));
    YearMonth last = to == null ? null : YearMonth.from(to);
    if (first.isAfter(last == null ? YearMonth.from(referenceDay) : last)) {
      return null;
    }
    return new Insurance(dice.pick(INSURANCE_TYPES), first, last);
  }

  /** A certificate, or null: most people have none. */
  @Nullable Certificate certificate(LocalDate born, Dice dice) {
    long days = ChronoUnit.DAYS.between(born.plusYears(18), referenceDay);
    if (days < 1 || !dice.chance(CERTIFICATE_PERCENT)) {
      return null;
    }
    int point = dice.below(100);
    int level = point < 2 ? 1 : point < 7 ? 2 : point < 25 ? 3 : point < 65 ? 4 : 5;
    LocalDate issued = referenceDay.minusDays(dice.below((int) Math.min(days, 5000)));
    String issuer = dice.chance(70) ? "宁波市人力资源和社会保障局" : "慈溪市职业技能鉴定中心";
    return new Certificate(level, dice.pick(CRAFTS), issuer, issued, schooling(dice));
  }

  /** Schooling by GB/T 4658: primary, junior, senior, vocational, college, bachelor, graduate. */
  private static String schooling(Dice dice) {
    int point = dice.below(100);
    if (point < 12) {
      return "80";
    }
    if (point < 52) {
      return "70";
    }
    if (point < 67) {
      return "60";
    }
    if (point < 79) {
      return "40";
    }
    return point < 92 ? "30" : point < 99 ? "20" : "10";
  }
}
