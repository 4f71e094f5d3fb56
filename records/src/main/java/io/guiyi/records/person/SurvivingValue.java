package io.guiyi.records.person;

import io.guiyi.records.Mask;
import io.guiyi.records.Provenance;

/**
 * A value that survived among those the linked records offer.
 *
 * @param value the clear text, never empty
 * @param provenance which row it comes from
 */
public record SurvivingValue(String value, Provenance provenance) {
  @Override
  public String toString() {
    return Mask.all(value) + " from " + provenance.source();
  }
}
