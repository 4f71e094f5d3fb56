package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.faults.Feed;
import java.util.List;

/**
 * Whose record it really is.
 *
 * @param feed the department
 * @param recordKey the department's key: djbh or ywlsh
 * @param personId the true person
 * @param labels what makes the record difficult: faults that happened and natural difficulties
 */
public record Truth(Feed feed, String recordKey, String personId, List<String> labels) {

  /** Header of the truth file. */
  public static final String CSV_HEADER = "source,record_key,person_id,difficulty";

  /** One line of the truth file. */
  public String csv() {
    return feed.source() + "," + recordKey + "," + personId + "," + difficulty();
  }

  /** The labels joined by {@code +}; {@code plain} where nothing is difficult. */
  public String difficulty() {
    return labels.isEmpty() ? "plain" : String.join("+", labels);
  }
}
