package io.guiyi.lab.bench.resolve;

import io.guiyi.lab.bench.resolve.Arrivals.Arrival;

/** What is measured: an engine that knows records and is asked about others. For one thread. */
interface MeasuredEngine extends AutoCloseable {
  /** How a record that arrives was answered. */
  enum Outcome {
    /** As the truth has it. */
    RIGHT,
    /** A steward has to look. */
    REVIEWED,
    /** Somebody who is there was not recognised. */
    MISSED,
    /** Taken for somebody else. */
    WRONG
  }

  /**
   * An answer.
   *
   * @param candidates how many records were compared, or would be
   * @param underSearched true if not all of them could be read
   */
  record Answer(Outcome outcome, int candidates, boolean underSearched) {}

  /** Makes a record known before the clock runs; visible after the next {@link #keep}. */
  void load(Arrival arrival);

  /** Answers about a record and makes it known. */
  Answer arrive(Arrival arrival);

  /** Ends a page: what arrived is in the index from now on. */
  void keep();

  /** In how many parts the index lies. */
  int segments();

  @Override
  void close();
}
