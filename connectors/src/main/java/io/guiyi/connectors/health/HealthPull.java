package io.guiyi.connectors.health;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.Delivered;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.Watermark;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One pull of health files: the patients that changed, then the patients whose related persons or
 * immunizations changed. A file is read whole each time; one whose newest part has already come
 * with a file of this pull is not read again.
 */
final class HealthPull implements Pull {
  private static final String WHOLE_FILE =
      "&_revinclude=RelatedPerson%3Apatient&_revinclude=Immunization%3Apatient";

  /** Beyond this many, a part that was seen may be read a second time, which changes nothing. */
  private static final int MOST_SEEN = 500_000;

  private enum Stage {
    PATIENTS,
    RELATED,
    IMMUNIZATIONS,
    FINISHED
  }

  private final HealthSettings settings;
  private final FhirService service;
  private final Clock clock;
  private final HealthRows rows;
  private final HealthUnits units;
  private final HealthFiles files;

  /** Parts from this update time on are looked for by the second and third walk. */
  private final Instant partsSince;

  /** States of parts that came with a file of this pull. */
  private final Set<String> seen = new HashSet<>();

  private HealthMark mark;
  private Stage stage = Stage.PATIENTS;
  private @Nullable FhirWalk walk;
  private int pages;

  HealthPull(
      HealthSettings settings, FhirService service, HealthRows rows, Clock clock, Watermark from) {
    this.settings = settings;
    this.service = service;
    this.rows = rows;
    this.clock = clock;
    this.units = new HealthUnits(service);
    this.files = new HealthFiles(settings.id(), rows, units);
    this.mark = HealthMark.of(from, clock.instant());
    this.partsSince = mark.partsFrom().minus(settings.overlap());
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    while (stage != Stage.FINISHED) {
      FhirWalk present = walk == null ? begin() : walk;
      walk = present;
      Optional<FhirBundle> bundle = present.nextPage();
      if (bundle.isEmpty()) {
        stage = Stage.values()[stage.ordinal() + 1];
        walk = null;
        continue;
      }
      pages++;
      SourcePage page = read(bundle.get());
      HealthMark before = mark;
      mark = marked(present.reach());
      if (!page.rows().isEmpty() || !mark.equals(before)) {
        return Optional.of(
            new SourcePage(settings.id(), page.rows(), mark.watermark())
                .withProfile(page.profile()));
      }
    }
    return Optional.empty();
  }

  private FhirWalk begin() {
    return switch (stage) {
      case PATIENTS -> walk(FhirEntry.PATIENT, WHOLE_FILE, mark.patients());
      case RELATED -> walk(FhirEntry.RELATED_PERSON, "", mark.related());
      case IMMUNIZATIONS, FINISHED -> walk(FhirEntry.IMMUNIZATION, "", mark.immunizations());
    };
  }

  private FhirWalk walk(String type, String also, Reach from) {
    return new FhirWalk(service, settings, clock, type, also, from);
  }

  private HealthMark marked(Reach reach) {
    return switch (stage) {
      case PATIENTS -> new HealthMark(reach, mark.related(), mark.immunizations());
      case RELATED -> new HealthMark(mark.patients(), reach, mark.immunizations());
      case IMMUNIZATIONS, FINISHED -> new HealthMark(mark.patients(), mark.related(), reach);
    };
  }

  private SourcePage read(FhirBundle bundle) throws SourceUnavailable {
    List<FhirEntry> entries = bundle.entries();
    List<Delivered> strays = new ArrayList<>();
    if (stage != Stage.PATIENTS) {
      List<FhirEntry> moved = moved(entries, strays);
      entries = filesOf(moved, strays);
    }
    units.meet(entries);
    List<Delivered> delivered = new ArrayList<>(files.of(place(), entries));
    delivered.addAll(strays);
    if (delivered.size() > IntakePage.MAX_ROWS) {
      throw service.contradiction(
          "%d files and entries without a file on one page, at most %d are taken"
              .formatted(delivered.size(), IntakePage.MAX_ROWS));
    }
    entries.forEach(this::remember);
    return new SourcePage(settings.id(), delivered, Watermark.START)
        .withProfile(HealthProfile.of(entries));
  }

  /** The parts whose present state has not come with a file; those of no patient become strays. */
  private List<FhirEntry> moved(List<FhirEntry> entries, List<Delivered> strays) {
    String type = stage == Stage.RELATED ? FhirEntry.RELATED_PERSON : FhirEntry.IMMUNIZATION;
    List<FhirEntry> moved = new ArrayList<>();
    for (FhirEntry entry : entries) {
      if (!entry.isMatch(type) || seen.contains(entry.state())) {
        continue;
      }
      if (entry.patient().isEmpty()) {
        strays.add(stray(entry, strays.size()));
      } else {
        moved.add(entry);
      }
    }
    return moved;
  }

  /** The whole files of these parts; parts whose patient the service does not know are strays. */
  private List<FhirEntry> filesOf(List<FhirEntry> moved, List<Delivered> strays)
      throws SourceUnavailable {
    Set<String> wanted = new LinkedHashSet<>();
    moved.forEach(part -> wanted.add(part.patient()));
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<FhirEntry> entries =
        service.byId(FhirEntry.PATIENT, List.copyOf(wanted), WHOLE_FILE).stream()
            .filter(entry -> isPartOf(entry, wanted))
            .toList();
    Set<String> found =
        entries.stream()
            .filter(entry -> entry.type().equals(FhirEntry.PATIENT))
            .map(FhirEntry::id)
            .collect(Collectors.toSet());
    for (FhirEntry part : moved) {
      if (!found.contains(part.patient())) {
        strays.add(stray(part, strays.size()));
      }
    }
    return entries;
  }

  /** What nobody asked for is not taken in by this way. */
  private static boolean isPartOf(FhirEntry entry, Set<String> wanted) {
    return switch (entry.type()) {
      case FhirEntry.PATIENT -> wanted.contains(entry.id());
      case FhirEntry.RELATED_PERSON, FhirEntry.IMMUNIZATION -> wanted.contains(entry.patient());
      default -> entry.type().equals(FhirEntry.ORGANIZATION);
    };
  }

  private Delivered stray(FhirEntry entry, int number) {
    return rows.stray(new Position("%s part %d".formatted(place(), number + 1)), entry);
  }

  private String place() {
    return "page " + pages;
  }

  private void remember(FhirEntry entry) {
    Instant at = entry.lastUpdated();
    if (at != null && !at.isBefore(partsSince) && seen.size() < MOST_SEEN) {
      seen.add(entry.state());
    }
  }
}
