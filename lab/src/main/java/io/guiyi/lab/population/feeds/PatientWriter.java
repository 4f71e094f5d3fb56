package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Guardian;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.Residence;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.SchoolNumbers;
import io.guiyi.lab.population.WrittenDates;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.Sex;
import io.guiyi.lab.population.faults.Clerk;
import io.guiyi.lab.population.faults.Subject;
import io.guiyi.lab.population.faults.Written;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a health file as a clinic does. */
final class PatientWriter {

  private static final int CODED_UNDER_YEARS = 15;
  private static final int BORN_HERE_DAYS = 30;
  private static final double BIRTH_CERTIFICATE_PERCENT = 70;
  private static final double CODED_PERCENT = 90;
  private static final double HOUSEHOLD_BOOK_PERCENT = 20;
  private static final double PLACEHOLDER_KEPT_PERCENT = 8;
  private static final double PARTIAL_DATE_PERCENT = 0.5;
  private static final double MOTHER_ONLY_PERCENT = 45;
  private static final double SPOUSE_PERCENT = 10;
  private static final double TRANSCRIBED_PERCENT = 30;
  private static final double MISSED_PERCENT = 5;
  private static final double ENTERED_IN_ERROR_PERCENT = 1;
  private static final double NOT_DONE_PERCENT = 1;

  private final PopulationSettings settings;
  private final Clerk clerk;
  private final OfficeHours hours;

  PatientWriter(PopulationSettings settings, Clerk clerk, OfficeHours hours) {
    this.settings = settings;
    this.clerk = clerk;
    this.hours = hours;
  }

  /**
   * A file before anybody is written into it.
   *
   * @param key its number
   * @param copy 0 for a person's first file, 1 for her second
   * @param opened when it was opened
   * @param updated when the patient's part was last touched
   * @param state 1 kept, 2 moved away, 3 lost sight of
   */
  record Case(String key, int copy, LocalDateTime opened, LocalDateTime updated, String state) {

    int clinicNumber(Resident resident) {
      return 1 + (resident.number() + 7 * copy) % HealthFeed.CLINICS;
    }
  }

  /** The file; what goes wrong with relatives is added to the labels. */
  HealthFile write(Subject subject, Written written, Case about, List<String> labels, Dice dice) {
    Resident resident = subject.resident();
    String clinic = HealthFeed.clinic(about.clinicNumber(resident));
    Fields.Draft<PatientField> draft = Fields.draft(PatientField.class);
    draft
        .set(PatientField.ID, about.key())
        .set(PatientField.UPDATED, HealthFeed.instant(about.updated()))
        .set(PatientField.ACTIVE, about.state().equals("2") ? "false" : "true")
        .set(PatientField.CLINIC, clinic)
        .set(PatientField.OPENED, about.opened().toLocalDate().toString())
        .set(PatientField.STATE, about.state())
        .set(PatientField.FILE_NUMBER, "330282" + about.key().substring(6))
        .set(PatientField.PHONE, written.phone())
        .set(PatientField.ETHNIC_GROUP, resident.ethnicGroup())
        .set(
            PatientField.ADDRESS,
            subject.dwelling() == null
                ? null
                : AddressWriter.write(subject.dwelling(), false, dice));
    person(draft, subject, written, dice);
    numbers(draft, resident, written, about, dice);
    List<Fields<RelatedField>> related = related(subject, about, labels, dice);
    List<Fields<DoseField>> doses =
        resident.role().isChild() ? doses(resident, about, clinic, dice) : List.of();
    return new HealthFile(draft.done(), related, doses, null);
  }

  private static void person(
      Fields.Draft<PatientField> draft, Subject subject, Written written, Dice dice) {
    Resident resident = subject.resident();
    boolean placeholder =
        isBornHere(resident)
            && dice.chance(PLACEHOLDER_KEPT_PERCENT)
            && written.name().equals(resident.name());
    String born = written.born();
    String date = born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6);
    boolean partial = !resident.role().isChild() && dice.chance(PARTIAL_DATE_PERCENT);
    draft
        .set(PatientField.NAME, written.name())
        .set(
            PatientField.FORMER_NAME,
            placeholder ? subject.placeholder(dice) : resident.formerName())
        .set(PatientField.GENDER, written.sex() == Sex.MALE ? "male" : "female")
        .set(PatientField.BORN, partial ? date.substring(0, 7) : date);
  }

  private static boolean isBornHere(Resident resident) {
    LocalDate came = resident.residences().getFirst().from();
    return resident.role().isChild()
        && ChronoUnit.DAYS.between(resident.born(), came) < BORN_HERE_DAYS;
  }

  private void numbers(
      Fields.Draft<PatientField> draft, Resident resident, Written written, Case about, Dice dice) {
    boolean child = resident.role().isChild();
    boolean young = resident.born().plusYears(CODED_UNDER_YEARS).isAfter(settings.referenceDay());
    boolean coded = child && young && dice.chance(CODED_PERCENT);
    boolean certified = isBornHere(resident) && dice.chance(BIRTH_CERTIFICATE_PERCENT);
    boolean book = child && dice.chance(HOUSEHOLD_BOOK_PERCENT);
    String kind = book ? "02" : resident.document().kind().healthCode();
    draft
        .set(PatientField.DOCUMENT, written.number())
        .set(PatientField.DOCUMENT_KIND, written.number() == null ? null : kind)
        .set(
            PatientField.CHILD_CODE,
            coded && about.copy() == 0 ? SchoolNumbers.childCode(resident) : null)
        .set(
            PatientField.BIRTH_CERTIFICATE,
            certified ? "U" + WrittenDates.padded(330_000_000L + resident.number(), 9) : null);
  }

  private List<Fields<RelatedField>> related(
      Subject subject, Case about, List<String> labels, Dice dice) {
    Resident resident = subject.resident();
    List<Fields<RelatedField>> related = new ArrayList<>();
    if (Naturals.isFaultless(resident)) {
      return related;
    }
    if (!resident.role().isChild()) {
      subject
          .household()
          .spouseOf(resident)
          .filter(spouse -> dice.chance(SPOUSE_PERCENT))
          .ifPresent(
              spouse -> related.add(relative(spouse, "SPS", about, related.size(), labels, dice)));
      return related;
    }
    boolean motherOnly = dice.chance(MOTHER_ONLY_PERCENT);
    List<Guardian> guardians = subject.household().guardians();
    for (Guardian guardian : guardians) {
      boolean told =
          switch (guardian.relation()) {
            case MOTHER -> true;
            case FATHER -> !motherOnly || guardians.size() == 1;
            case GRANDPARENT -> false;
          };
      if (told) {
        String relation = guardian.relation().healthCode();
        related.add(relative(guardian.adult(), relation, about, related.size(), labels, dice));
      }
    }
    return related;
  }

  private Fields<RelatedField> relative(
      Resident relative, String relation, Case about, int index, List<String> labels, Dice dice) {
    @Nullable String number = Relatives.number(relative, clerk, labels, dice);
    return Fields.draft(RelatedField.class)
        .set(RelatedField.ID, about.key() + "-R" + (index + 1))
        .set(RelatedField.UPDATED, HealthFeed.instant(about.opened()))
        .set(RelatedField.PATIENT, about.key())
        .set(RelatedField.RELATION, relation)
        .set(RelatedField.NAME, relative.name())
        .set(RelatedField.PHONE, relative.phone())
        .set(RelatedField.DOCUMENT, number)
        .done();
  }

  /** Doses given here while the child lived here; earlier ones if somebody copied the card. */
  private List<Fields<DoseField>> doses(Resident child, Case about, String clinic, Dice dice) {
    List<Fields<DoseField>> doses = new ArrayList<>();
    LocalDate came = child.residences().getFirst().from();
    Residence last = child.residences().getLast();
    LocalDate until = last.to() == null ? settings.referenceDay() : last.to();
    boolean transcribed = dice.chance(TRANSCRIBED_PERCENT);
    for (Programme due : Programme.DUE) {
      LocalDate given = due.dueFor(child.born()).plusDays(dice.between(0, 25));
      boolean here = !given.isBefore(came);
      if (given.isAfter(until) || !here && !transcribed || dice.chance(MISSED_PERCENT)) {
        continue;
      }
      LocalDate noted = here ? given : came.plusDays(20);
      String status = dice.chance(NOT_DONE_PERCENT) ? "not-done" : "completed";
      doses.add(dose(about, doses.size(), due, given, hours.on(noted, dice), clinic, status));
      if (dice.chance(ENTERED_IN_ERROR_PERCENT)) {
        LocalDateTime again = hours.on(noted.plusDays(1), dice);
        doses.add(dose(about, doses.size(), due, given, again, clinic, "entered-in-error"));
      }
    }
    return List.copyOf(doses);
  }

  private static Fields<DoseField> dose(
      Case about,
      int index,
      Programme due,
      LocalDate given,
      LocalDateTime noted,
      String clinic,
      String status) {
    return Fields.draft(DoseField.class)
        .set(DoseField.ID, about.key() + "-D" + (index + 1))
        .set(DoseField.UPDATED, HealthFeed.instant(noted))
        .set(DoseField.PATIENT, about.key())
        .set(DoseField.STATUS, status)
        .set(DoseField.VACCINE, due.vaccine())
        .set(DoseField.DOSE, Integer.toString(due.dose()))
        .set(DoseField.GIVEN, given.toString())
        .set(DoseField.CLINIC, clinic)
        .done();
  }
}
