package io.guiyi.connectors.health;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.RowJson;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.SourceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells health files apart: which patient, which state (the newest update time of the file's
 * resources), still in force (active, and not replaced by another).
 */
final class HealthRows {
  /** The longest file, in bytes. */
  static final int LONGEST_FILE = 512 * 1024;

  /** The most doses and related persons of one file; a child's card holds some thirty doses. */
  static final int MOST_DOSES = 150;

  static final int MOST_RELATED = 8;

  private static final RowJson FILES = RowJson.within(LONGEST_FILE, 32);
  private static final int MOST_LINKS = 20;

  private final SourceId source;

  HealthRows(SourceId source) {
    this.source = source;
  }

  /** The file as fields. */
  static RowFields fields(RawBytes payload) throws RowFault {
    return FILES.fields(payload);
  }

  /** Reads a file's key, version and presence. */
  Delivered read(Position position, RawBytes payload) {
    @Nullable SourceKey key = null;
    try {
      RowFields file = fields(payload);
      RowFields patient = patient(file);
      key = new SourceKey(source, id(patient));
      SourceVersion version = new SourceVersion(newest(resources(file, patient)), 0);
      return new SourceRecord(key, version, presence(patient), payload, position);
    } catch (RowFault fault) {
      Quarantined aside = fault.quarantine(source, position, payload);
      return key == null ? aside : aside.withKey(key);
    }
  }

  /** What was sent and belongs to no file, held aside as it is. */
  Quarantined stray(Position position, FhirEntry entry) {
    return strayFault(entry.type()).quarantine(source, position, entry.resource());
  }

  private static RowFault strayFault(String type) {
    return switch (type) {
      case FhirEntry.RELATED_PERSON, FhirEntry.IMMUNIZATION ->
          new RowFault(
              QuarantineReason.VALUE_INVALID,
              "patient.reference",
              "patient.reference must name a Patient that the service knows; the department must"
                  + " correct the resource");
      default ->
          new RowFault(
              QuarantineReason.MALFORMED,
              "",
              "an entry that is no Patient with an id; the department must repair the resource");
    };
  }

  /** A resource standing alone was a stray when it came, and still is. */
  private static RowFields patient(RowFields file) throws RowFault {
    Optional<String> alone = file.text("resourceType", LONGEST_FILE);
    Optional<RowFields> patient = alone.isPresent() ? Optional.empty() : file.object("patient");
    return patient.orElseThrow(() -> strayFault(alone.orElse("")));
  }

  private static String id(RowFields patient) throws RowFault {
    String id = patient.textOrEmpty("id", HealthRows.LONGEST_FILE);
    if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
      throw patient.fault(
          QuarantineReason.KEY_MISSING,
          "id",
          "must have 1 to 64 letters, digits, points or hyphens, this one has %d characters"
              .formatted(id.length()));
    }
    return id;
  }

  private static List<RowFields> resources(RowFields file, RowFields patient) throws RowFault {
    List<RowFields> resources = new ArrayList<>();
    resources.add(patient);
    resources.addAll(file.objects("related", MOST_RELATED));
    resources.addAll(file.objects("immunizations", MOST_DOSES));
    return resources;
  }

  private static Instant newest(List<RowFields> resources) throws RowFault {
    Instant newest = Instant.MIN;
    for (RowFields resource : resources) {
      Optional<RowFields> meta = resource.object("meta");
      Optional<Instant> at =
          meta.isEmpty()
              ? Optional.empty()
              : FhirEntry.instant(meta.get().textOrEmpty("lastUpdated", 64));
      if (at.isEmpty()) {
        throw resource.fault(
            QuarantineReason.VERSION_UNREADABLE,
            "meta.lastUpdated",
            "must be an instant with its zone, so that versions can be ordered");
      }
      newest = at.get().isAfter(newest) ? at.get() : newest;
    }
    return newest;
  }

  private static Presence presence(RowFields patient) throws RowFault {
    if (!patient.flag("active").orElse(true)) {
      return Presence.WITHDRAWN;
    }
    for (RowFields link : patient.objects("link", MOST_LINKS)) {
      if (link.textOrEmpty("type", 40).equals("replaced-by")) {
        return Presence.WITHDRAWN;
      }
    }
    return Presence.PRESENT;
  }
}
