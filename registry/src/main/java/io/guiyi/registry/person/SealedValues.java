package io.guiyi.registry.person;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.Provenance;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.Relation;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.EnvelopePlace;
import io.guiyi.seal.Envelopes;
import io.guiyi.seal.SensitivityClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals and opens the two envelopes of a person's version: who the person is and to whom tied, and
 * how to reach the person. Inside, each value names its origin by its place in a list, because most
 * values of a person share one or two rows.
 */
@Component
public class SealedValues {
  private static final String TABLE = "person_version";

  private final Envelopes envelopes;

  SealedValues(Envelopes envelopes) {
    this.envelopes = envelopes;
  }

  /**
   * What an envelope holds.
   *
   * @param values by field
   * @param relations the person's relations; none in the contact envelope
   */
  public record Opened(Map<PersonField, SurvivingValue> values, List<Relation> relations) {}

  /** What stands in an envelope; those of the first release have no relations. */
  private record Form(
      List<Provenance> origins, List<Value> values, @Nullable List<Relation> relations) {}

  /** One value; {@code origin} counts from 0. */
  private record Value(PersonField field, String value, int origin) {}

  /** Seals who the person is, and to whom tied. */
  byte[] sealIdentity(PersonState state, int version) {
    return seal(state, version, PersonField.Sensitivity.IDENTITY, state.relations());
  }

  /** Seals how to reach the person. */
  byte[] sealContact(PersonState state, int version) {
    return seal(state, version, PersonField.Sensitivity.CONTACT, List.of());
  }

  private byte[] seal(
      PersonState state,
      int version,
      PersonField.Sensitivity sensitivity,
      List<Relation> relations) {
    List<Provenance> origins = new ArrayList<>();
    List<Value> chosen = new ArrayList<>();
    for (PersonField field : PersonField.values()) {
      SurvivingValue value = state.values().get(field);
      if (value != null && field.sensitivity() == sensitivity) {
        int origin = origins.indexOf(value.provenance());
        if (origin < 0) {
          origin = origins.size();
          origins.add(value.provenance());
        }
        chosen.add(new Value(field, value.value(), origin));
      }
    }
    byte[] clear =
        RegisterJson.bytes(new Form(origins, chosen, relations.isEmpty() ? null : relations));
    return envelopes.seal(place(state.person(), version, sensitivity), clear);
  }

  /**
   * Opens an envelope of a person's version.
   *
   * @throws io.guiyi.seal.SealBroken when it was altered or belongs elsewhere
   */
  public Opened open(
      PersonRef person, int version, PersonField.Sensitivity sensitivity, byte[] envelope) {
    byte[] clear = envelopes.open(place(person, version, sensitivity), envelope);
    Form form = RegisterJson.read(clear, Form.class);
    Map<PersonField, SurvivingValue> values = new EnumMap<>(PersonField.class);
    for (Value value : form.values()) {
      values.put(
          value.field(), new SurvivingValue(value.value(), form.origins().get(value.origin())));
    }
    return new Opened(values, form.relations() == null ? List.of() : form.relations());
  }

  private static EnvelopePlace place(
      PersonRef person, int version, PersonField.Sensitivity sensitivity) {
    SensitivityClass sealClass =
        switch (sensitivity) {
          case IDENTITY -> SensitivityClass.IDENTITY;
          case CONTACT -> SensitivityClass.CONTACT;
        };
    return new EnvelopePlace(TABLE, person.number() + "." + version, sealClass);
  }
}
