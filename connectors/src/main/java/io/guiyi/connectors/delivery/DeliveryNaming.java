package io.guiyi.connectors.delivery;

import java.util.Optional;

/** Tells data files from everything else in a folder, by their names. */
@FunctionalInterface
public interface DeliveryNaming {
  /** What follows a data file's name in the name of its marker. */
  String MARKER = ".ok";

  /** Reads a name; empty if it is of no data file. */
  Optional<DeliveryName> read(String file);
}
