package io.guiyi.lab.linkage;

import io.guiyi.lab.population.Permit;
import io.guiyi.lab.population.WrittenDates;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.CityRow;
import io.guiyi.lab.population.feeds.EducationColumn;
import io.guiyi.lab.population.feeds.EducationRow;
import io.guiyi.lab.population.feeds.Fields;
import io.guiyi.lab.population.feeds.HealthFile;
import io.guiyi.lab.population.feeds.LabourColumn;
import io.guiyi.lab.population.feeds.LabourRow;
import io.guiyi.lab.population.feeds.PatientField;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.lab.population.feeds.RelatedField;
import io.guiyi.lab.population.feeds.UnionColumn;
import io.guiyi.lab.population.feeds.UnionRow;
import io.guiyi.lab.population.feeds.VillageColumn;
import io.guiyi.lab.population.feeds.VillageRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the departments laid out flat, under the departments' own columns. The first column is
 * the department's key, whose values are replaced by numbers; the school roll gets a column of its
 * own for them, because the student number in its key column says something about the pupil.
 */
final class FlatRow {

  private static final List<String> PERMIT = List.of("jzzh", "qfrq", "yxqz", "zjqzrq", "zzt");

  /** What stands in which column of the health file. */
  private record Titled<F>(String title, F field) {}

  private static final List<Titled<PatientField>> PATIENT =
      List.of(
          new Titled<>("XM", PatientField.NAME),
          new Titled<>("CYM", PatientField.FORMER_NAME),
          new Titled<>("XB", PatientField.GENDER),
          new Titled<>("CSRQ", PatientField.BORN),
          new Titled<>("SFZJLX", PatientField.DOCUMENT_KIND),
          new Titled<>("SFZH", PatientField.DOCUMENT),
          new Titled<>("MZ", PatientField.ETHNIC_GROUP),
          new Titled<>("LXDH", PatientField.PHONE),
          new Titled<>("XZZ", PatientField.ADDRESS),
          new Titled<>("JDRQ", PatientField.OPENED),
          new Titled<>("JDJG", PatientField.CLINIC),
          new Titled<>("JZZT", PatientField.STATE),
          new Titled<>("ETBM", PatientField.CHILD_CODE),
          new Titled<>("CSYXZMH", PatientField.BIRTH_CERTIFICATE));

  /** The relations that have columns, by the beginning of the columns' names. */
  private static final List<Titled<String>> PARENTS =
      List.of(new Titled<>("MQ", "MTH"), new Titled<>("FQ", "FTH"));

  private static final List<Titled<RelatedField>> PARENT =
      List.of(
          new Titled<>("XM", RelatedField.NAME),
          new Titled<>("SFZH", RelatedField.DOCUMENT),
          new Titled<>("DH", RelatedField.PHONE));

  private FlatRow() {}

  /** The columns of a department's file; the first holds numbers. */
  static List<String> header(Feed feed) {
    return switch (feed) {
      case POLICE -> police();
      case LABOUR -> headed("ywlsh", columns(LabourColumn.values()).map(LabourColumn::columnName));
      case EDUCATION -> headed("id", Arrays.stream(EducationColumn.values()).map(Enum::name));
      case HEALTH -> health();
      case UNION -> headed("会员编号", columns(UnionColumn.values()).map(UnionColumn::title));
      case VILLAGE -> headed("登记序号", columns(VillageColumn.values()).map(VillageColumn::title));
    };
  }

  /** The values of a row under these columns, without the first. */
  static List<String> cells(CityRow row) {
    return switch (row) {
      case PoliceRow registration -> police(registration);
      case LabourRow record -> values(record.fields(), columns(LabourColumn.values()));
      case EducationRow pupil -> values(pupil.fields(), Arrays.stream(EducationColumn.values()));
      case HealthFile file -> health(file);
      case UnionRow member -> values(member.fields(), columns(UnionColumn.values()));
      case VillageRow guest -> values(guest.fields(), columns(VillageColumn.values()));
    };
  }

  /** All columns but the one of the key. */
  private static <C extends Enum<C>> Stream<C> columns(C[] all) {
    return Arrays.stream(all).filter(column -> !isKey(column));
  }

  private static boolean isKey(Enum<?> column) {
    return column == PoliceField.DJBH
        || column == LabourColumn.YWLSH
        || column == UnionColumn.MEMBER_NUMBER
        || column == VillageColumn.SERIAL;
  }

  private static List<String> headed(String first, Stream<String> rest) {
    return Stream.concat(Stream.of(first), rest).toList();
  }

  private static <C extends Enum<C>> List<String> values(Fields<C> fields, Stream<C> columns) {
    return columns.map(column -> Objects.requireNonNullElse(fields.get(column), "")).toList();
  }

  /** The permit stands where the police put it, before the kind of operation. */
  private static List<String> police() {
    List<String> header = new ArrayList<>();
    for (PoliceField field : PoliceField.values()) {
      if (field == PoliceField.ZTBS) {
        header.addAll(PERMIT);
      }
      header.add(field.wireName());
    }
    return header;
  }

  private static List<String> police(PoliceRow row) {
    List<String> cells = new ArrayList<>(values(row.fields(), columns(PoliceField.values())));
    cells.addAll(cells.size() - 2, permit(row.permit()));
    return cells;
  }

  private static List<String> permit(@Nullable Permit permit) {
    if (permit == null) {
      return List.of("", "", "", "", "");
    }
    @Nullable LocalDate endorsed = null;
    for (Permit.Event event : permit.events()) {
      endorsed = event.kind() == Permit.Kind.ENDORSED ? event.on() : endorsed;
    }
    return List.of(
        permit.number(),
        day(permit.approved()),
        day(permit.validUntil()),
        day(endorsed),
        permit.state());
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : WrittenDates.compact(day);
  }

  private static List<String> health() {
    Stream<String> patient = PATIENT.stream().map(Titled::title);
    Stream<String> parents =
        PARENTS.stream()
            .flatMap(parent -> PARENT.stream().map(about -> parent.title() + about.title()));
    return headed("DAH", Stream.concat(patient, parents));
  }

  private static List<String> health(HealthFile file) {
    List<String> cells = new ArrayList<>();
    cells.addAll(values(file.patient(), PATIENT.stream().map(Titled::field)));
    for (Titled<String> parent : PARENTS) {
      cells.addAll(
          file.related().stream()
              .filter(person -> parent.field().equals(person.get(RelatedField.RELATION)))
              .findFirst()
              .map(person -> values(person, PARENT.stream().map(Titled::field)))
              .orElse(List.of("", "", "")));
    }
    return cells;
  }
}
