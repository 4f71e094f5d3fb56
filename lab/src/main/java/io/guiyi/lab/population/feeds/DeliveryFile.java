package io.guiyi.lab.population.feeds;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * One file that a department hands over.
 *
 * @param number running number over all files of the department, from 1; later ones are newer
 * @param name name of the file
 * @param complete whether it lists everybody, so that who is missing has left
 * @param at when it is handed over, local time of the city
 */
public record DeliveryFile(int number, String name, boolean complete, LocalDateTime at) {

  /** When it is handed over, with the city's distance from UTC. */
  public OffsetDateTime instant() {
    return at.atOffset(ZoneOffset.ofHours(8));
  }
}
