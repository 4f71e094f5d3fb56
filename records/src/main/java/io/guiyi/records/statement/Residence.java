package io.guiyi.records.statement;

import io.guiyi.records.place.Address;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 居住登记: a registered stay.
 *
 * @param period from moving in to moving out; open while the person is registered
 * @param registeredOn when the stay was reported; months of residence count from here
 * @param address where
 * @param placeKind 居住处所 code, two digits; empty if not given
 * @param reason 居住事由 code, two digits; empty if not given
 */
public record Residence(
    Period period,
    @Nullable LocalDate registeredOn,
    Address address,
    String placeKind,
    String reason)
    implements Statement {
  @Override
  public String code() {
    return placeKind.matches("\\d{1,3}") ? placeKind : "";
  }
}
