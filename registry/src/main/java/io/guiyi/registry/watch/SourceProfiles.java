package io.guiyi.registry.watch;

import io.guiyi.records.PageProfile;
import io.guiyi.records.SourceId;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.registry.store.Transactions;
import io.guiyi.registry.watch.SourceProfileRow.Standing;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * What the rows of each source looked like, in stretches. A stretch grows pull by pull until it has
 * rows enough to be compared, and is then judged once. For many threads; written by the leader.
 */
@Component
public final class SourceProfiles {
  /** How many stretches that are as usual a new one is compared with. */
  static final int USUAL_MAX = 30;

  /** How many stretches of a kind are kept of a source. */
  static final int KEPT_MAX = 60;

  private final WatchSettings settings;
  private final Clock clock;

  /** Profiles judged by these settings. */
  public SourceProfiles(WatchSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A stretch that was compared.
   *
   * @param firstPull with which pull it began
   * @param drifts what is different about it; nothing if it is as usual
   */
  record Judged(long firstPull, List<Drift> drifts) {}

  /**
   * Adds what the rows of a pull look like, in the caller's transaction.
   *
   * @return what is different now; empty as long as the stretch has too few rows to be compared
   */
  Optional<Judged> add(SourceId source, ProfileKind kind, long pull, PageProfile profile) {
    StatelessSession session = Transactions.current();
    SourceProfileRow stretch = growing(session, source, kind).orElse(null);
    boolean fresh = stretch == null;
    if (stretch == null) {
      stretch = new SourceProfileRow();
      stretch.id = Numbers.one(session, Numbers.Sequence.SOURCE_PROFILE);
      stretch.source = source.name();
      stretch.kind = kind.name();
      stretch.firstPull = pull;
    }
    PageProfile sum = fresh ? profile : read(stretch).plus(profile);
    stretch.lastPull = pull;
    stretch.profile = RegisterJson.text(sum);
    stretch.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean enough = sum.rows() >= settings.rowsNew();
    List<Drift> drifts = enough ? compared(session, source, kind, sum) : List.of();
    Standing standing =
        !enough ? Standing.GROWING : drifts.isEmpty() ? Standing.USUAL : Standing.UNUSUAL;
    stretch.standing = standing.name();
    if (fresh) {
      session.insert(stretch);
    } else {
      session.update(stretch);
    }
    prune(session, source, kind);
    return enough ? Optional.of(new Judged(stretch.firstPull, drifts)) : Optional.empty();
  }

  private List<Drift> compared(
      StatelessSession session, SourceId source, ProfileKind kind, PageProfile recent) {
    PageProfile like = usual(session, source, kind);
    PageProfile any = PageProfile.NONE;
    for (ProfileKind each : ProfileKind.values()) {
      any = any.plus(each == kind ? like : usual(session, source, each));
    }
    return Drift.between(any, like, recent, settings);
  }

  /** Takes what a source sends since a pull as usual, and what it sent before as out of date. */
  void takeAsUsual(StatelessSession session, SourceId source, long pull) {
    restate(session, source, "lastPull < :pull", Standing.USUAL, Standing.UNUSUAL, pull);
    restate(session, source, "lastPull >= :pull", Standing.UNUSUAL, Standing.USUAL, pull);
  }

  private static void restate(
      StatelessSession session,
      SourceId source,
      String which,
      Standing from,
      Standing to,
      long pull) {
    session
        .createMutationQuery(
            "update SourceProfileRow set standing = :to where source = :source"
                + " and standing = :from and "
                + which)
        .setParameter("to", to.name())
        .setParameter("from", from.name())
        .setParameter("source", source.name())
        .setParameter("pull", pull)
        .executeUpdate();
  }

  private static Optional<SourceProfileRow> growing(
      StatelessSession session, SourceId source, ProfileKind kind) {
    return rows(session, source, kind, Standing.GROWING, 1).stream().findFirst();
  }

  private static PageProfile usual(StatelessSession session, SourceId source, ProfileKind kind) {
    return rows(session, source, kind, Standing.USUAL, USUAL_MAX).stream()
        .map(SourceProfiles::read)
        .reduce(PageProfile.NONE, PageProfile::plus);
  }

  private static List<SourceProfileRow> rows(
      StatelessSession session, SourceId source, ProfileKind kind, Standing standing, int limit) {
    return session
        .createSelectionQuery(
            "from SourceProfileRow where source = :source and kind = :kind"
                + " and standing = :standing order by id desc",
            SourceProfileRow.class)
        .setParameter("source", source.name())
        .setParameter("kind", kind.name())
        .setParameter("standing", standing.name())
        .setMaxResults(limit)
        .getResultList();
  }

  private static void prune(StatelessSession session, SourceId source, ProfileKind kind) {
    session
        .createNativeMutationQuery(
            "delete from source_profile where source = :source and kind = :kind and id <"
                + " (select min(id) from (select id from source_profile where source = :source"
                + " and kind = :kind order by id desc limit :kept) newest)")
        .setParameter("source", source.name())
        .setParameter("kind", kind.name())
        .setParameter("kept", KEPT_MAX)
        .executeUpdate();
  }

  private static PageProfile read(SourceProfileRow stretch) {
    return RegisterJson.read(stretch.profile, PageProfile.class);
  }
}
