package io.guiyi.records;

/**
 * One delivery of a source that delivers in whole files or lists.
 *
 * <p>A {@link Kind#COMPLETE} delivery says of every row how it stands as of the delivery, so that
 * its rows all carry {@link #version}, and what it leaves out is withdrawn as of the same version.
 *
 * @param name what the source calls it, such as a file name; 1 to 120 printable characters, never a
 *     personal value
 * @param kind whether rows it leaves out are withdrawn
 * @param rows how many rows it announces; 0 or more
 * @param version the version that its rows carry
 * @param shrinkAtMost for a complete delivery: the share, 0 to 1, by which it may be smaller than
 *     what is present of the source; a smaller one is held for the operator
 */
public record Delivery(
    String name, Kind kind, long rows, SourceVersion version, double shrinkAtMost) {

  /** What a delivery says about rows it leaves out. */
  public enum Kind {
    /** Nothing: it holds changes. */
    DELTA,
    /** They are withdrawn: it holds everything. */
    COMPLETE
  }

  /** Checks the bounds. */
  public Delivery {
    name = new Position(name).text();
    if (rows < 0) {
      throw new IllegalArgumentException("a delivery cannot announce %d rows".formatted(rows));
    }
    if (!(shrinkAtMost >= 0 && shrinkAtMost <= 1)) {
      throw new IllegalArgumentException(
          "the share %s by which a delivery may shrink lies outside 0 to 1"
              .formatted(shrinkAtMost));
    }
  }

  /** A delivery of changes. */
  public static Delivery delta(String name, long rows, SourceVersion version) {
    return new Delivery(name, Kind.DELTA, rows, version, 1);
  }

  /**
   * Which part of a delivery one page is.
   *
   * @param delivery of which delivery
   * @param first whether nothing of it came before
   * @param last whether nothing of it comes after; a complete delivery ends with a page without
   *     rows, whose watermark says that the delivery is done
   */
  public record Part(Delivery delivery, boolean first, boolean last) {}
}
