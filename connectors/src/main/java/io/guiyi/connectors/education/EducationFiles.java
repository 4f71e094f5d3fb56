package io.guiyi.connectors.education;

import io.guiyi.connectors.delivery.DeliveryName;
import io.guiyi.records.Delivery.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the department's files: {@code XJ_20260301_007_C.csv} is delivery 7, of 1 March
 * 2026, complete (C) or of changes (D). The number runs over all deliveries and gives their order.
 */
final class EducationFiles {
  private static final Pattern NAME = Pattern.compile("XJ_\\d{8}_(\\d{3,6})_([CD])\\.csv");

  private EducationFiles() {}

  static Optional<DeliveryName> read(String file) {
    Matcher name = NAME.matcher(file);
    if (!name.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(name.group(1));
    return Optional.of(
        new DeliveryName(
            file,
            name.group(2).equals("C") ? Kind.COMPLETE : Kind.DELTA,
            String.format(Locale.ROOT, "%06d", number),
            number,
            null));
  }
}
