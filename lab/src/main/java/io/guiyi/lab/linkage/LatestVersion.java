package io.guiyi.lab.linkage;

import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.feeds.CityRow;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.EducationColumn;
import io.guiyi.lab.population.feeds.EducationFeed;
import io.guiyi.lab.population.feeds.EducationRow;
import io.guiyi.lab.population.feeds.HealthFile;
import io.guiyi.lab.population.feeds.LabourColumn;
import io.guiyi.lab.population.feeds.LabourRow;
import io.guiyi.lab.population.feeds.PatientField;
import io.guiyi.lab.population.feeds.PoliceField;
import io.guiyi.lab.population.feeds.PoliceRow;
import io.guiyi.lab.population.feeds.UnionFeed;
import io.guiyi.lab.population.feeds.UnionRow;
import io.guiyi.lab.population.feeds.VillageColumn;
import io.guiyi.lab.population.feeds.VillageRow;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The version of a record that stands on the reference day. A version that is no row at all (a
 * message of the department's system, a line that breaks off, a byte that is no character) is
 * passed over, as the hub holds it aside; one with a wrong value stands as it is.
 */
final class LatestVersion {

  private static final String CANCELLED = "3";
  private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("yyyy/M/d");

  private final int lastWholeRoll;
  private final int lastMembersList;

  LatestVersion(PopulationSettings settings) {
    this.lastWholeRoll =
        EducationFeed.deliveries(settings).stream()
            .filter(DeliveryFile::complete)
            .mapToInt(DeliveryFile::number)
            .max()
            .orElse(0);
    this.lastMembersList = UnionFeed.deliveries(settings).getLast().number();
  }

  /** That version; empty if the record is withdrawn, or no version is a row. */
  Optional<? extends CityRow> of(List<? extends CityRow> versions) {
    return switch (versions.getLast()) {
      case PoliceRow row -> Optional.of(row).filter(LatestVersion::stands);
      case LabourRow _ -> labour(versions);
      case EducationRow last when last.delivery() >= lastWholeRoll -> education(versions);
      case EducationRow _ -> Optional.empty();
      case HealthFile file -> Optional.of(file).filter(LatestVersion::stands);
      case UnionRow row -> Optional.of(row).filter(last -> last.delivery() == lastMembersList);
      case VillageRow _ -> village(versions);
    };
  }

  private static boolean stands(PoliceRow row) {
    return row.scrap() == null && !CANCELLED.equals(row.fields().get(PoliceField.ZTBS));
  }

  private static boolean stands(HealthFile file) {
    return file.scrap() == null
        && "true".equals(file.patient().get(PatientField.ACTIVE))
        && file.patient().get(PatientField.REPLACED_BY) == null;
  }

  private static Optional<LabourRow> labour(List<? extends CityRow> versions) {
    return only(versions, LabourRow.class)
        .max(Comparator.comparing(LabourRow::stamped))
        .filter(row -> !CANCELLED.equals(row.fields().get(LabourColumn.AAA321)));
  }

  private static Optional<EducationRow> education(List<? extends CityRow> versions) {
    return only(versions, EducationRow.class)
        .filter(row -> row.scrap() == null && !row.spoilt())
        .reduce((_, later) -> later)
        .filter(row -> !CANCELLED.equals(row.fields().get(EducationColumn.CZ)));
  }

  private static Optional<VillageRow> village(List<? extends CityRow> versions) {
    return only(versions, VillageRow.class)
        .filter(row -> row.scrap() == null && !row.spoilt())
        .max(Comparator.comparing(LatestVersion::collected).thenComparingInt(VillageRow::delivery));
  }

  private static LocalDate collected(VillageRow row) {
    String day = Objects.requireNonNull(row.fields().get(VillageColumn.COLLECTED));
    return day.contains("/") ? LocalDate.parse(day, SLASHED) : LocalDate.parse(day);
  }

  private static <R extends CityRow> Stream<R> only(List<? extends CityRow> rows, Class<R> kind) {
    return rows.stream().map(kind::cast);
  }
}
