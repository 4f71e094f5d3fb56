package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Certificate;
import io.guiyi.lab.population.Document;
import io.guiyi.lab.population.Dwelling;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Job;
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
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Households as the labour department writes them: a record per reported job (employment, contract,
 * insurance) and per certificate, each with its versions: new, changed, sometimes withdrawn. The
 * rows of a household depend on the settings and the household alone. Single-threaded, because it
 * counts its faults.
 */
public final class LabourFeed implements CityFeed<LabourRow> {

  private static final double REPORTED_AT_THE_END_PERCENT = 50;
  private static final double CHANGED_PERCENT = 18;
  private static final double WITHDRAWN_PERCENT = 1.5;
  private static final double HOME_ADDRESS_PERCENT = 25;

  private final PopulationSettings settings;
  private final OfficeHours hours;
  private final PhoneBook phones;
  private final Clerk clerk;

  /** The feed of a city with these settings. */
  public LabourFeed(PopulationSettings settings) {
    this.settings = settings;
    this.hours = new OfficeHours(settings.referenceDay());
    this.phones = new PhoneBook(settings.seed());
    this.clerk = new Clerk(Feed.LABOUR, settings, Confusions.load());
  }

  @Override
  public FaultTally tally() {
    return clerk.tally();
  }

  @Override
  public List<Labelled<LabourRow>> records(Household household) {
    List<Labelled<LabourRow>> records = new ArrayList<>();
    for (Resident resident : household.members()) {
      List<Job> jobs = resident.jobs();
      for (int i = 0; i < jobs.size(); i++) {
        add(records, household, resident, new Case(jobs.get(i), null, 2 * i));
      }
      Certificate certificate = resident.certificate();
      if (certificate != null) {
        add(records, household, resident, new Case(null, certificate, 2 * jobs.size()));
      }
    }
    return records;
  }

  /**
   * What a record is about: either a job or a certificate.
   *
   * @param job the job, or null
   * @param certificate the certificate, or null
   * @param spell number of the record within the person's
   */
  private record Case(@Nullable Job job, @Nullable Certificate certificate, int spell) {

    String kind() {
      return job == null ? "JN" : "JY";
    }

    LocalDate begun(LocalDate otherwise) {
      if (job != null) {
        return job.from();
      }
      return certificate == null ? otherwise : certificate.issued();
    }

    boolean isOpen() {
      return job != null && job.to() == null;
    }

    boolean hasEnded() {
      return job != null && job.to() != null;
    }

    Case copy() {
      return new Case(job, certificate, spell + 1);
    }
  }

  private void add(
      List<Labelled<LabourRow>> records, Household household, Resident resident, Case about) {
    Job job = about.job();
    if (job != null && !job.reported()) {
      return;
    }
    long subject = (long) resident.number() * Serials.PER_PERSON + about.spell();
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.LABOUR_ROW, subject);
    if (Naturals.isFaultless(resident)) {
      records.add(record(household, resident, about, dice));
      return;
    }
    if (about.isOpen() && clerk.happens(Lapse.NOT_REGISTERED, dice)) {
      return;
    }
    records.add(record(household, resident, about, dice));
    if (clerk.happens(Lapse.SECOND_KEY, dice)) {
      Labelled<LabourRow> copy = record(household, resident, about.copy(), dice);
      records.add(
          new Labelled<>(Naturals.add(copy.truth(), Lapse.SECOND_KEY.label()), copy.versions()));
    }
  }

  private Labelled<LabourRow> record(
      Household household, Resident resident, Case about, Dice dice) {
    boolean faultless = Naturals.isFaultless(resident);
    Residence home = resident.residences().isEmpty() ? null : resident.residences().getLast();
    Dwelling dwelling = home == null ? null : home.dwelling();
    Job job = about.job();
    Subject subject =
        new Subject(
            resident,
            household,
            dwelling,
            job == null ? null : job.employer(),
            phones,
            settings.people(),
            settings.referenceDay());
    Written written = faultless ? Written.truth(resident) : clerk.write(subject, dice);
    LocalDate begun = about.begun(settings.referenceDay());
    String key =
        Serials.key(about.kind(), begun, resident.number(), about.spell(), settings.seed());
    List<String> labels = new ArrayList<>(Naturals.of(resident));
    labels.addAll(written.labels());
    LabourRow first = first(key, resident, about, dwelling, written, dice);
    List<LabourRow> versions = versions(first, about, faultless, labels, dice);
    Truth truth = new Truth(Feed.LABOUR, key, resident.personId(), List.copyOf(labels));
    return new Labelled<>(truth, versions);
  }

  private List<LabourRow> versions(
      LabourRow first, Case about, boolean faultless, List<String> labels, Dice dice) {
    List<LabourRow> versions = new ArrayList<>();
    versions.add(first);
    LocalDate stamped = LocalDate.parse(first.stamped().substring(0, 10));
    Job job = about.job();
    LocalDate left = job == null ? null : job.to();
    boolean forgotten = about.hasEnded() && !faultless && clerk.happens(Lapse.NOT_CANCELLED, dice);
    if (forgotten) {
      labels.add(Lapse.NOT_CANCELLED.label());
    } else if (left != null && dice.chance(REPORTED_AT_THE_END_PERCENT)) {
      LocalDate latest = stamped.isAfter(left) ? stamped : left;
      versions.set(0, stamp(ended(first, left), "1", hours.after(latest, 20, dice)));
    } else if (left != null) {
      LocalDate latest = stamped.isAfter(left) ? stamped.plusDays(1) : left;
      versions.add(stamp(ended(first, left), "2", hours.after(latest, 20, dice)));
    } else if (!faultless && dice.chance(CHANGED_PERCENT)) {
      LocalDateTime at = hours.after(stamped.plusDays(1), 400, dice);
      versions.add(stamp(changed(first, dice), "2", at));
    }
    if (faultless) {
      return List.copyOf(versions);
    }
    if (dice.chance(WITHDRAWN_PERCENT)) {
      LabourRow latest = versions.getLast();
      LocalDate day = LocalDate.parse(latest.stamped().substring(0, 10)).plusDays(1);
      versions.add(stamp(latest, "3", hours.after(day, 30, dice)));
    }
    return delivered(versions, labels, dice);
  }

  /** Rows get damaged on the way, and now and then the last two arrive in the wrong order. */
  private List<LabourRow> delivered(List<LabourRow> versions, List<String> labels, Dice dice) {
    for (int i = 0; i < versions.size(); i++) {
      Damage damage = clerk.damage(dice);
      if (damage != null) {
        labels.add(damage.label());
        versions.set(i, LabourDamage.damaged(versions.get(i), damage, dice));
      }
    }
    int count = versions.size();
    if (count > 1 && clerk.happens(Lapse.LATE_VERSION, dice)) {
      labels.add(Lapse.LATE_VERSION.label());
      Collections.swap(versions, count - 1, count - 2);
    }
    return List.copyOf(versions);
  }

  private static LabourRow ended(LabourRow row, LocalDate left) {
    LabourRow ended = row.with(LabourColumn.JYJSRQ, day(left));
    boolean insured = row.fields().get(LabourColumn.AAE041) != null;
    return insured ? ended.with(LabourColumn.AAE042, day(left).substring(0, 6)) : ended;
  }

  /** Later entries bring another phone, the plain address or the renewed contract. */
  private LabourRow changed(LabourRow row, Dice dice) {
    String phone = row.fields().get(LabourColumn.AAC067);
    if (phone != null && dice.chance(60)) {
      int stranger = settings.people() + 1 + dice.below(10_000_000);
      return row.with(LabourColumn.AAC067, phones.ofResident(stranger));
    }
    return row.with(LabourColumn.AAE006, "宁波市慈溪市").with(LabourColumn.AAC009, "20");
  }

  private static LabourRow stamp(LabourRow row, String operation, LocalDateTime at) {
    return row.with(LabourColumn.AAA321, operation)
        .with(LabourColumn.AAE418, WrittenDates.moment(at))
        .with(LabourColumn.AAA322, "330282" + day(at.toLocalDate()) + "01");
  }

  private LabourRow first(
      String key,
      Resident resident,
      Case about,
      @Nullable Dwelling dwelling,
      Written written,
      Dice dice) {
    Fields.Draft<LabourColumn> draft = Fields.draft(LabourColumn.class);
    draft.set(LabourColumn.YWLSH, key).set(LabourColumn.YWLX, about.kind());
    person(draft, resident, about.spell() % 2, written);
    draft.set(
        LabourColumn.AAE006,
        dwelling == null || dice.chance(HOME_ADDRESS_PERCENT)
            ? Naturals.orNull(resident.hukouAddress())
            : AddressWriter.write(dwelling, false, dice));
    if (about.job() != null) {
      job(draft, about.job(), dice);
    }
    if (about.certificate() != null) {
      certificate(draft, about.certificate());
    }
    LocalDateTime at = hours.after(about.begun(settings.referenceDay()).plusDays(1), 45, dice);
    return stamp(new LabourRow(draft.done()), "1", at);
  }

  private void person(
      Fields.Draft<LabourColumn> draft, Resident resident, int copy, Written written) {
    boolean citizen = resident.document().kind() == Document.Kind.CITIZEN;
    draft
        .set(LabourColumn.AAC001, personalNumber(resident, copy))
        .set(LabourColumn.AAC002, citizen ? written.number() : null)
        .set(LabourColumn.AAC003, written.name())
        .set(LabourColumn.AAC004, written.sex().code())
        .set(LabourColumn.AAC005, resident.ethnicGroup())
        .set(LabourColumn.AAC006, written.born())
        .set(LabourColumn.AAC058, resident.document().kind().labourCode())
        .set(LabourColumn.AAC147, written.number())
        .set(LabourColumn.AAC067, written.phone())
        .set(LabourColumn.AAC009, citizen ? (resident.number() % 5 == 0 ? "10" : "20") : null)
        .set(LabourColumn.AAC010, Naturals.orNull(resident.hukouAddress()))
        .set(LabourColumn.AAC301, "330282");
  }

  /** The department numbers people by itself; whoever is entered twice has two numbers. */
  private String personalNumber(Resident resident, int copy) {
    long subject = 2L * resident.number() + copy;
    return "33" + (10_000_000_000L + Math.floorMod(subject * 48_271_003L, 10_000_000_000L));
  }

  private static void job(Fields.Draft<LabourColumn> draft, Job job, Dice dice) {
    boolean inWords = dice.chance(6);
    draft
        .set(LabourColumn.AAB001, job.employer().unitNumber())
        .set(LabourColumn.AAB004, job.employer().name())
        .set(LabourColumn.AAB003, job.employer().creditCode())
        .set(LabourColumn.JYKSRQ, day(job.from()))
        .set(
            LabourColumn.ACA111,
            inWords ? job.employer().trade().occupationWord() : job.employer().trade().occupation())
        .set(LabourColumn.HYDM, job.employer().trade().industry());
    Job.Contract contract = job.contract();
    if (contract != null) {
      draft.set(LabourColumn.HTKSRQ, day(contract.from()));
      draft.set(LabourColumn.HTJSRQ, day(contract.to()));
    }
    Job.Insurance insurance = job.insurance();
    if (insurance != null) {
      draft.set(LabourColumn.AAE140, String.join(",", insurance.types()));
      draft.set(LabourColumn.AAE041, day(insurance.from().atDay(1)).substring(0, 6));
    }
  }

  private static void certificate(Fields.Draft<LabourColumn> draft, Certificate certificate) {
    draft
        .set(LabourColumn.JNZSDJ, Integer.toString(certificate.level()))
        .set(LabourColumn.JNZSMC, certificate.trade())
        .set(LabourColumn.JNFZJG, certificate.issuer())
        .set(LabourColumn.JNFZRQ, day(certificate.issued()))
        .set(LabourColumn.AAC011, certificate.schooling());
  }

  private static String day(LocalDate date) {
    return WrittenDates.compact(date);
  }
}
