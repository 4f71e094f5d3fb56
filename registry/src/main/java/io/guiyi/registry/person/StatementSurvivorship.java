package io.guiyi.registry.person;

import static io.guiyi.registry.person.Survivorship.first;
import static io.guiyi.registry.person.Survivorship.keep;

import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.records.statement.Contract;
import io.guiyi.records.statement.Employment;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Insurance;
import io.guiyi.records.statement.Membership;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.PermitEvent;
import io.guiyi.records.statement.Qualification;
import io.guiyi.records.statement.Residence;
import io.guiyi.records.statement.Skill;
import io.guiyi.records.statement.Statement;
import io.guiyi.records.statement.Vaccination;
import io.guiyi.registry.person.Survivorship.Offer;
import io.guiyi.registry.record.HeldRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What survives of the statements.
 *
 * <ul>
 *   <li>residence: the stay still open that began last. What a claim says in passing counts only
 *       for a person about whom no stay was ever stated;
 *   <li>permit: its last event, and the last date of validity stated for the same permit, unless it
 *       was cancelled;
 *   <li>employment: the job still open that began last, with the same exception;
 *   <li>insurance: what is being paid; through the last month if nothing is;
 *   <li>skill and qualification: the highest;
 *   <li>enrolment: the one still open that began last, or else the last one;
 *   <li>health file: since when there is one, the earliest day;
 *   <li>membership: the one still open that began last.
 * </ul>
 *
 * <p>Whether a stay or a job is open is read from its period alone, never from a clock: a value
 * changes when a department says so.
 */
final class StatementSurvivorship {
  private StatementSurvivorship() {}

  /**
   * Adds to {@code chosen} what survives.
   *
   * @param newest the records, newest first
   */
  static void choose(Map<PersonField, SurvivingValue> chosen, List<HeldRecord> newest) {
    Offers offers = new Offers();
    newest.forEach(offers::add);
    residence(chosen, newest, offers.stays);
    permit(chosen, offers.permits);
    employment(chosen, newest, offers.jobs);
    insurance(chosen, offers.insurances);
    keep(
        chosen,
        PersonField.SKILL_LEVEL,
        best(offers.skills, Comparator.comparingInt(Skill::level))
            .map(offer -> offer.survives(offer.value().code())));
    keep(
        chosen,
        PersonField.QUALIFICATION,
        best(offers.qualifications, Comparator.comparing(Qualification::level))
            .map(offer -> offer.survives(offer.value().level())));
    enrolment(chosen, offers.enrolments);
    healthFile(chosen, offers.healthFiles);
    membership(chosen, offers.memberships);
  }

  /** What all records state, newest record first, by kind. */
  private static final class Offers {
    private final List<Offer<Residence>> stays = new ArrayList<>();
    private final List<Offer<PermitEvent>> permits = new ArrayList<>();
    private final List<Offer<Employment>> jobs = new ArrayList<>();
    private final List<Offer<Insurance>> insurances = new ArrayList<>();
    private final List<Offer<Skill>> skills = new ArrayList<>();
    private final List<Offer<Qualification>> qualifications = new ArrayList<>();
    private final List<Offer<Enrolment>> enrolments = new ArrayList<>();
    private final List<Offer<HealthFile>> healthFiles = new ArrayList<>();
    private final List<Offer<Membership>> memberships = new ArrayList<>();

    void add(HeldRecord record) {
      for (Statement statement : record.content().what()) {
        switch (statement) {
          case Residence stay -> stays.add(new Offer<>(record, stay));
          case PermitEvent event -> permits.add(new Offer<>(record, event));
          case Employment job -> jobs.add(new Offer<>(record, job));
          case Insurance insurance -> insurances.add(new Offer<>(record, insurance));
          case Skill skill -> skills.add(new Offer<>(record, skill));
          case Qualification level -> qualifications.add(new Offer<>(record, level));
          case Enrolment enrolment -> enrolments.add(new Offer<>(record, enrolment));
          case HealthFile file -> healthFiles.add(new Offer<>(record, file));
          case Membership membership -> memberships.add(new Offer<>(record, membership));
          // A contract and a dose answer fact queries; they are no value of a person.
          case Contract _, Vaccination _ -> {}
          // A guardian is a relation to another person.
          case Guardianship _ -> {}
        }
      }
    }
  }

  private static void residence(
      Map<PersonField, SurvivingValue> chosen,
      List<HeldRecord> newest,
      List<Offer<Residence>> stays) {
    if (stays.isEmpty()) {
      keep(
          chosen,
          PersonField.RESIDENCE_ADDRESS,
          first(newest, claim -> Survivorship.written(claim.residence())));
      return;
    }
    latestOpen(stays)
        .ifPresent(stay -> {
          Residence residence = stay.value();
          LocalDate since =
              residence.registeredOn() == null
                  ? residence.period().from()
                  : residence.registeredOn();
          keep(
              chosen,
              PersonField.RESIDENCE_ADDRESS,
              Optional.of(stay.survives(residence.address().written())));
          keep(
              chosen,
              PersonField.RESIDENCE_SINCE,
              Optional.ofNullable(since).map(day -> stay.survives(day.toString())));
        });
  }

  private static void permit(
      Map<PersonField, SurvivingValue> chosen, List<Offer<PermitEvent>> events) {
    Comparator<PermitEvent> last =
        Comparator.comparing(PermitEvent::on).thenComparing(PermitEvent::code).reversed();
    best(events, last)
        .ifPresent(event -> {
          keep(
              chosen, PersonField.PERMIT_STATUS, Optional.of(event.survives(event.value().code())));
          if (event.value().event() != PermitEvent.Event.CANCELLED) {
            keep(chosen, PersonField.PERMIT_VALID_UNTIL, validUntil(event, events, last));
          }
        });
  }

  /** Not every event repeats the validity: the last one of the same permit that does, counts. */
  private static Optional<SurvivingValue> validUntil(
      Offer<PermitEvent> event, List<Offer<PermitEvent>> events, Comparator<PermitEvent> last) {
    List<Offer<PermitEvent>> dated =
        events.stream()
            .filter(e -> e.value().permitNumber().equals(event.value().permitNumber()))
            .filter(e -> e.value().validUntil() != null)
            .toList();
    return best(dated, last)
        .flatMap(offer ->
            Optional.ofNullable(offer.value().validUntil())
                .map(day -> offer.survives(day.toString())));
  }

  private static void employment(
      Map<PersonField, SurvivingValue> chosen,
      List<HeldRecord> newest,
      List<Offer<Employment>> jobs) {
    if (jobs.isEmpty()) {
      keep(chosen, PersonField.EMPLOYER, first(newest, IdentityClaim::employer));
      return;
    }
    latestOpen(jobs)
        .ifPresent(job -> {
          keep(
              chosen,
              PersonField.EMPLOYER,
              Optional.of(job.survives(job.value().employer().name())));
          keep(
              chosen,
              PersonField.EMPLOYED_SINCE,
              Optional.ofNullable(job.value().period().from())
                  .map(day -> job.survives(day.toString())));
        });
  }

  private static void insurance(
      Map<PersonField, SurvivingValue> chosen, List<Offer<Insurance>> insurances) {
    Optional<Offer<Insurance>> paying = latestOpen(insurances);
    if (paying.isPresent()) {
      Offer<Insurance> now = paying.get();
      keep(chosen, PersonField.INSURANCE_TYPES, Optional.of(now.survives(now.value().code())));
      keep(chosen, PersonField.INSURED_THROUGH, Optional.of(now.survives("now")));
      return;
    }
    Comparator<Insurance> last = Comparator.comparing(StatementSurvivorship::lastMonth).reversed();
    keep(
        chosen,
        PersonField.INSURED_THROUGH,
        best(insurances, last).map(offer -> offer.survives(lastMonth(offer.value()).toString())));
  }

  /** School, stage and place are of the pupil who is there; of one who has left, that it is so. */
  private static void enrolment(
      Map<PersonField, SurvivingValue> chosen, List<Offer<Enrolment>> enrolments) {
    Comparator<Enrolment> last =
        Comparator.comparing((Enrolment enrolment) -> !enrolment.period().isOpen())
            .thenComparing(
                enrolment -> begin(enrolment.period()), Comparator.<LocalDate>reverseOrder());
    best(enrolments, last)
        .ifPresent(offer -> {
          Enrolment enrolment = offer.value();
          if (enrolment.period().isOpen()) {
            keep(chosen, PersonField.SCHOOL, Optional.of(offer.survives(enrolment.schoolName())));
            keep(
                chosen,
                PersonField.SCHOOL_STAGE,
                Optional.of(offer.survives(enrolment.stage().name())));
            keep(
                chosen,
                PersonField.SCHOOL_PLACE,
                Optional.of(offer.survives(enrolment.place().name())));
          }
          keep(
              chosen,
              PersonField.ENROLMENT_STANDING,
              Optional.of(offer.survives(enrolment.standing().name())));
        });
  }

  private static void healthFile(
      Map<PersonField, SurvivingValue> chosen, List<Offer<HealthFile>> files) {
    List<Offer<HealthFile>> dated =
        files.stream().filter(offer -> offer.value().period().from() != null).toList();
    keep(
        chosen,
        PersonField.HEALTH_FILE_SINCE,
        best(dated, Comparator.comparing(file -> begin(file.period())))
            .flatMap(offer -> since(offer, offer.value().period())));
  }

  private static void membership(
      Map<PersonField, SurvivingValue> chosen, List<Offer<Membership>> memberships) {
    List<Offer<Membership>> members =
        memberships.stream()
            .filter(offer -> offer.value().standing() == Membership.Standing.MEMBER)
            .toList();
    latestOpen(members)
        .ifPresent(offer -> {
          keep(
              chosen,
              PersonField.MEMBER_OF,
              Optional.of(offer.survives(offer.value().organisation())));
          keep(chosen, PersonField.MEMBER_SINCE, since(offer, offer.value().period()));
        });
  }

  private static Optional<SurvivingValue> since(Offer<?> offer, Period period) {
    return Optional.ofNullable(period.from()).map(day -> offer.survives(day.toString()));
  }

  private static YearMonth lastMonth(Insurance insurance) {
    YearMonth last = insurance.lastMonth();
    return last == null ? insurance.firstMonth() : last;
  }

  /** The open one that began last; one without a known beginning only if there is no other. */
  private static <S extends Statement> Optional<Offer<S>> latestOpen(List<Offer<S>> offers) {
    List<Offer<S>> open = offers.stream().filter(offer -> offer.value().period().isOpen()).toList();
    Comparator<S> last =
        Comparator.comparing((S statement) -> begin(statement.period())).reversed();
    return best(open, last);
  }

  private static LocalDate begin(Period period) {
    return period.from() == null ? LocalDate.MIN : period.from();
  }

  /** The smallest by {@code order}; among equals the first, which is the newest record's. */
  private static <S> Optional<Offer<S>> best(List<Offer<S>> offers, Comparator<S> order) {
    return offers.stream().min((a, b) -> order.compare(a.value(), b.value()));
  }
}
