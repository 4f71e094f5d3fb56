package io.guiyi.connectors.health;

import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the entries of an answer together to health files, byte for byte as they came. The parts of
 * a file are ordered by their ids, so that the same file has the same bytes whatever order the
 * server answers in.
 */
final class HealthFiles {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final SourceId source;
  private final HealthRows rows;
  private final HealthCanon canon = new HealthCanon();
  private final HealthUnits units;

  HealthFiles(SourceId source, HealthRows rows, HealthUnits units) {
    this.source = source;
    this.rows = rows;
    this.units = units;
  }

  /** A patient and what points to it, by id. */
  private static final class Parts {
    private final FhirEntry patient;
    private final Map<String, FhirEntry> related = new TreeMap<>();
    private final Map<String, FhirEntry> immunizations = new TreeMap<>();

    Parts(FhirEntry patient) {
      this.patient = patient;
    }
  }

  /**
   * The files of the patients among these entries, in their order; after them what belongs to no
   * file, held aside.
   *
   * @param place where the entries stood, such as {@code page 3}
   */
  List<Delivered> of(String place, List<FhirEntry> entries) {
    Map<String, Parts> files = new LinkedHashMap<>();
    List<FhirEntry> strays = new ArrayList<>();
    for (FhirEntry entry : entries) {
      if (entry.type().equals(FhirEntry.PATIENT) && !entry.id().isEmpty()) {
        files.put(entry.id(), new Parts(entry));
      } else if (entry.isMatch(FhirEntry.PATIENT)) {
        strays.add(entry);
      }
    }
    for (FhirEntry entry : entries) {
      if (entry.type().equals(FhirEntry.RELATED_PERSON)
          || entry.type().equals(FhirEntry.IMMUNIZATION)) {
        Parts file = files.get(entry.patient());
        if (file == null) {
          strays.add(entry);
        } else if (entry.type().equals(FhirEntry.IMMUNIZATION)) {
          put(file.immunizations, entry);
        } else {
          put(file.related, entry);
        }
      }
    }
    List<Delivered> delivered = new ArrayList<>();
    files.forEach((id, file) ->
        delivered.addAll(read(id, "%s file %d".formatted(place, delivered.size() + 1), file)));
    for (FhirEntry stray : strays) {
      delivered.add(
          rows.stray(new Position("%s stray %d".formatted(place, delivered.size() + 1)), stray));
    }
    return delivered;
  }

  /** A resource without an id stays in the file too, last: nothing that came is left out. */
  private static void put(Map<String, FhirEntry> parts, FhirEntry entry) {
    parts.put(entry.id().isEmpty() ? "~" + parts.size() : entry.id(), entry);
  }

  /** The file, and what of it cannot be read though the file can. */
  private List<Delivered> read(String id, String position, Parts file) {
    List<Delivered> delivered = new ArrayList<>();
    switch (rows.read(new Position(position), bytes(file))) {
      case Quarantined aside ->
          delivered.add(aside.key() == null ? aside.withKey(new SourceKey(source, id)) : aside);
      case SourceRecord whole -> {
        delivered.add(whole);
        canon.remainder(whole).ifPresent(delivered::add);
      }
    }
    return delivered;
  }

  private RawBytes bytes(Parts file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
    write(bytes, "{\"patient\":");
    bytes.writeBytes(file.patient.resource().toArray());
    write(bytes, ",\"related\":");
    list(bytes, file.related.values());
    write(bytes, ",\"immunizations\":");
    list(bytes, file.immunizations.values());
    write(bytes, ",\"units\":");
    bytes.writeBytes(MAPPER.writeValueAsBytes(names(file)));
    write(bytes, "}");
    return RawBytes.of(bytes.toByteArray());
  }

  private Map<String, String> names(Parts file) {
    Map<String, String> names = new TreeMap<>();
    name(file.patient, names);
    file.immunizations.values().forEach(dose -> name(dose, names));
    return names;
  }

  private void name(FhirEntry entry, Map<String, String> names) {
    String id = entry.organization();
    units.name(id).ifPresent(name -> names.put(id, name));
  }

  private static void list(ByteArrayOutputStream bytes, Collection<FhirEntry> entries) {
    String separator = "[";
    for (FhirEntry entry : entries) {
      write(bytes, separator);
      bytes.writeBytes(entry.resource().toArray());
      separator = ",";
    }
    write(bytes, entries.isEmpty() ? "[]" : "]");
  }

  private static void write(ByteArrayOutputStream bytes, String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
