package io.guiyi.registry.intake;

/** How far a complete delivery has come. */
public enum DeliveryStanding {
  /** Its rows are being applied. */
  OPEN,
  /** It announces so few rows that an operator has to look before any is applied. */
  HELD,
  /** An operator looked, and its rows may be applied. */
  RELEASED,
  /** An operator looked, and it is passed over. */
  REFUSED,
  /** Its rows are applied, and what it left out is dealt with. */
  DONE
}
