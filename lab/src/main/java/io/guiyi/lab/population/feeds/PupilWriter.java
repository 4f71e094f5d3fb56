package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Document;
import io.guiyi.lab.population.Enrolment;
import io.guiyi.lab.population.Guardian;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.SchoolNumbers;
import io.guiyi.lab.population.books.Confusions;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.Sex;
import io.guiyi.lab.population.faults.Clerk;
import io.guiyi.lab.population.faults.Lapse;
import io.guiyi.lab.population.faults.Subject;
import io.guiyi.lab.population.faults.Written;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a pupil's row as a school does. */
final class PupilWriter {

  /** Day 0 of a spreadsheet's dates that lies after February 1900. */
  private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

  private static final Set<String> MISTYPED = Set.of("id-caught-typo", "id-two-wrong-digits");
  private static final Set<String> NOT_HERS = Set.of("id-of-parent", "id-blank-child");

  private static final double ONE_GUARDIAN_PERCENT = 30;
  private static final double OWN_PHONE_PERCENT = 60;
  private static final double SHOWS_FORMER_NAME_PERCENT = 50;
  private static final double CAME_ALONG_PERCENT = 97;

  private final PopulationSettings settings;
  private final Clerk clerk;
  private final Confusions confusions;

  PupilWriter(PopulationSettings settings, Clerk clerk, Confusions confusions) {
    this.settings = settings;
    this.clerk = clerk;
    this.confusions = confusions;
  }

  /**
   * The pupil as she is written down.
   *
   * @param copy whether she is written down a second time, by a school that does not know the first
   */
  Pupil write(Subject subject, Enrolment place, boolean copy, Dice dice) {
    Resident child = subject.resident();
    Written written = clerk.write(subject, dice);
    List<String> labels = new ArrayList<>(Naturals.of(child));
    labels.addAll(written.labels());
    if (copy) {
      labels.add(Lapse.SECOND_KEY.label());
    }
    String key = key(child, written, copy, dice);
    Fields.Draft<EducationColumn> draft = Fields.draft(EducationColumn.class);
    draft.set(EducationColumn.XJH, key);
    school(draft, place);
    person(draft, child, written, dice);
    home(draft, subject, dice);
    guardians(draft, subject, written, labels, dice);
    if (clerk.happens(Lapse.LOST_ZEROS, dice)) {
      labels.add(Lapse.LOST_ZEROS.label());
      draft
          .set(EducationColumn.MZM, Integer.toString(Integer.parseInt(child.ethnicGroup())))
          .set(EducationColumn.BJ, Integer.toString(place.classNumber()));
    }
    boolean wrong = key.startsWith("G") && !key.endsWith(child.document().number());
    return new Pupil(draft.done(), labels, wrong ? child.document().number() : "");
  }

  /**
   * A student number holds the ID number that the school was shown. Without one the school makes
   * one up, or gives a temporary one.
   */
  private String key(Resident child, Written written, boolean copy, Dice dice) {
    boolean numbered = dice.chance(settings.profile().percent("pupil-with-student-number"));
    if (copy || child.document().kind() != Document.Kind.CITIZEN) {
      return SchoolNumbers.generated(child, copy ? 1 : 0);
    }
    if (written.labels().contains("id-temporary")) {
      return Objects.requireNonNull(written.number());
    }
    if (!numbered || written.labels().stream().anyMatch(NOT_HERS::contains)) {
      return dice.chance(50) ? SchoolNumbers.temporary(child) : SchoolNumbers.generated(child, 0);
    }
    boolean mistyped = written.labels().stream().anyMatch(MISTYPED::contains);
    boolean plain = mistyped && written.number() != null && isPlain(written.number());
    return SchoolNumbers.ofIdNumber(
        plain ? Objects.requireNonNull(written.number()) : child.document().number());
  }

  private static boolean isPlain(String number) {
    return number.length() == 18 && number.chars().allMatch(c -> c < 0x80);
  }

  private static void school(Fields.Draft<EducationColumn> draft, Enrolment place) {
    draft
        .set(EducationColumn.XXBSM, place.school().code())
        .set(EducationColumn.XXMC, place.school().name())
        .set(EducationColumn.XXXZ, place.place())
        .set(EducationColumn.XD, place.stage().code())
        .set(EducationColumn.NJ, Integer.toString(place.grade()))
        .set(EducationColumn.BJ, "0" + place.classNumber())
        .set(EducationColumn.RXNY, place.since().toString().replace("-", ""))
        .set(EducationColumn.XJZT, "1")
        .set(EducationColumn.CZ, "1");
  }

  private void person(
      Fields.Draft<EducationColumn> draft, Resident child, Written written, Dice dice) {
    String former = dice.chance(SHOWS_FORMER_NAME_PERCENT) ? child.formerName() : null;
    draft
        .set(EducationColumn.XM, written.name())
        .set(EducationColumn.XMPY, pinyin(child.name()))
        .set(EducationColumn.CYM, former)
        .set(
            EducationColumn.XBM,
            dice.chance(10) ? (written.sex() == Sex.MALE ? "男" : "女") : written.sex().code())
        .set(EducationColumn.CSRQ, date(written.born(), dice))
        .set(EducationColumn.MZM, child.ethnicGroup())
        .set(
            EducationColumn.SFZJLX,
            written.number() == null ? null : child.document().kind().educationCode())
        .set(EducationColumn.SFZJH, written.number());
  }

  /** Half of the schools write digits only, some leave a spreadsheet's day number. */
  private static String date(String compact, Dice dice) {
    int point = dice.below(100);
    String written =
        compact.substring(0, 4) + "-" + compact.substring(4, 6) + "-" + compact.substring(6);
    if (point < 10) {
      return Long.toString(ChronoUnit.DAYS.between(SPREADSHEET_EPOCH, LocalDate.parse(written)));
    }
    return point < 60 ? compact : written;
  }

  private @Nullable String pinyin(String name) {
    List<String> characters = Confusions.characters(name);
    boolean known =
        characters.stream().allMatch(character -> confusions.syllable(character).isPresent());
    return known
        ? characters.stream()
            .map(character -> confusions.syllable(character).orElse(""))
            .collect(Collectors.joining(" "))
        : null;
  }

  private static void home(Fields.Draft<EducationColumn> draft, Subject subject, Dice dice) {
    Resident child = subject.resident();
    String region = child.hukouRegion();
    draft
        .set(EducationColumn.HKSZD, region.isEmpty() ? null : region + child.hukouAddress())
        .set(EducationColumn.HKXZ, region.isEmpty() ? null : dice.chance(85) ? "1" : "2")
        .set(
            EducationColumn.XZZ,
            subject.dwelling() == null
                ? null
                : AddressWriter.write(subject.dwelling(), false, dice))
        .set(EducationColumn.SFSQZN, dice.chance(CAME_ALONG_PERCENT) ? "1" : "0")
        .set(EducationColumn.SFLSET, "0");
  }

  /** The phone of the first guardian is the one that the family gave for the child. */
  private void guardians(
      Fields.Draft<EducationColumn> draft,
      Subject subject,
      Written written,
      List<String> labels,
      Dice dice) {
    List<Guardian> guardians = subject.household().guardians();
    if (guardians.isEmpty()) {
      return;
    }
    Guardian first = guardians.getFirst();
    draft
        .set(EducationColumn.JHR1XM, first.adult().name())
        .set(EducationColumn.JHR1GX, first.relation().educationCode())
        .set(EducationColumn.JHR1SFZH, Relatives.number(first.adult(), clerk, labels, dice))
        .set(EducationColumn.JHR1DH, written.phone());
    if (guardians.size() > 1 && !dice.chance(ONE_GUARDIAN_PERCENT)) {
      Guardian second = guardians.get(1);
      boolean own = dice.chance(OWN_PHONE_PERCENT);
      draft
          .set(EducationColumn.JHR2XM, second.adult().name())
          .set(EducationColumn.JHR2GX, second.relation().educationCode())
          .set(EducationColumn.JHR2SFZH, Relatives.number(second.adult(), clerk, labels, dice))
          .set(EducationColumn.JHR2DH, own ? second.adult().phone() : written.phone());
    }
  }
}
