package io.guiyi.seal;

import java.util.Locale;

/**
 * How a group of values is protected together. Each row keeps one envelope per class it has values
 * of, so that a reader who needs a phone number never opens a health file.
 */
public enum SensitivityClass {
  /** Who somebody is: names, document numbers, birth date. */
  IDENTITY,
  /** Where to reach somebody: phone, address. */
  CONTACT,
  /** Vaccinations and health files. */
  HEALTH,
  /** A row exactly as its department sent it. */
  PAYLOAD;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The lower-case name that key ids, associated data and messages use. */
  public String label() {
    return label;
  }
}
