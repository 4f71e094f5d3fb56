package io.guiyi.registry.certificate;

import java.time.Instant;
import java.util.SortedMap;

/**
 * What one pull brought and what became of it. It is signed as the UTF-8 bytes of its JSON form:
 * the components by these names, in this order, without blanks.
 *
 * @param form names this form: {@value #FORM}
 * @param source whose pull
 * @param number its place in the source's chain, from 1
 * @param pull the pull's number
 * @param kind what the pull was
 * @param term the leadership term in which it was signed
 * @param signed when
 * @param begun when the pull began
 * @param finished when it ended
 * @param outcome how: COMPLETE, or why it stopped before
 * @param before the watermark before; empty for the start
 * @param after the watermark after
 * @param pages how many pages were applied
 * @param rows what became of the rows
 * @param quarantined rows held aside that were not held before, by reason
 * @param rowsSm3 SM3 over the digests of the pages, which are SM3 over the keyed digests of their
 *     rows, all in order
 * @param model the hash of the match model
 * @param idle how many pulls since the certificate before stored nothing and have none
 * @param previous SM3 of the certificate before; of nothing for the first
 * @param key the key it is signed with
 */
public record Certificate(
    String form,
    String source,
    long number,
    long pull,
    Kind kind,
    long term,
    Instant signed,
    Instant begun,
    Instant finished,
    String outcome,
    String before,
    String after,
    long pages,
    Rows rows,
    SortedMap<String, Long> quarantined,
    String rowsSm3,
    String model,
    long idle,
    String previous,
    String key) {
  /** The form of this release. */
  public static final String FORM = "guiyi-certificate-1";

  /** What a pull was. */
  public enum Kind {
    /** It went on where the one before had come to. */
    ONWARD,
    /** Everything was read again. */
    FROM_START,
    /** Rows that were held aside were tried again. */
    REPLAY
  }

  /**
   * What became of the rows: {@code read} is the sum of the others.
   *
   * @param read how many came in
   * @param fresh records that are new
   * @param changed records with a new version
   * @param unchanged rows that say again what is in force
   * @param withdrawn records that the source withdrew
   * @param stale versions older than the one in force
   * @param quarantined rows held aside, also those held before
   */
  public record Rows(
      long read,
      long fresh,
      long changed,
      long unchanged,
      long withdrawn,
      long stale,
      long quarantined) {}
}
