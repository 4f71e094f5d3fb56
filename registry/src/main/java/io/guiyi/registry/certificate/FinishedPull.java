package io.guiyi.registry.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/**
 * A pull that has ended, as its row says.
 *
 * @param id its number
 * @param kind what it was
 * @param begun when it began
 * @param finished when it ended
 * @param outcome how
 */
record FinishedPull(
    long id, Certificate.Kind kind, Instant begun, Instant finished, String outcome) {
  private static final String COLUMNS =
      "select id, kind, from_start, started_at, finished_at, outcome from pull"
          + " where finished_at is not null";

  private static final String REPLAY = "REPLAY";

  /** Those of a source that nobody has looked at yet, in order. */
  static List<FinishedPull> uncertified(StatelessSession session, String source, int limit) {
    return read(
        session
            .createNativeQuery(
                COLUMNS + " and source = :source and not certified order by id", Object[].class)
            .setParameter("source", source)
            .setMaxResults(limit));
  }

  /** The one of that number, if it is there. */
  static Optional<FinishedPull> of(StatelessSession session, long pull) {
    return read(
            session
                .createNativeQuery(COLUMNS + " and id = :pull", Object[].class)
                .setParameter("pull", pull))
        .stream()
        .findFirst();
  }

  private static List<FinishedPull> read(NativeQuery<Object[]> query) {
    return query
        .addScalar("id", Long.class)
        .addScalar("kind", String.class)
        .addScalar("from_start", Boolean.class)
        .addScalar("started_at", Instant.class)
        .addScalar("finished_at", Instant.class)
        .addScalar("outcome", String.class)
        .getResultList()
        .stream()
        .map(row ->
            new FinishedPull(
                (Long) row[0],
                kind((String) row[1], (Boolean) row[2]),
                (Instant) row[3],
                (Instant) row[4],
                (String) row[5]))
        .toList();
  }

  private static Certificate.Kind kind(String written, boolean fromStart) {
    if (written.equals(REPLAY)) {
      return Certificate.Kind.REPLAY;
    }
    return fromStart ? Certificate.Kind.FROM_START : Certificate.Kind.ONWARD;
  }
}
