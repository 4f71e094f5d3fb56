package io.guiyi.routes.pull;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.Delivery;
import io.guiyi.records.PageProfile;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.Admission;
import io.guiyi.registry.watch.ProfileKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One pull from one source, from its first page to its last. */
public final class PullUnderway {
  /** Pages that are of no complete delivery need not be admitted. */
  private static final Admission NO_DELIVERY = new Admission.Open(0);

  private final Source source;
  private final long number;
  private final Pull pull;
  private @Nullable Delivery asked; // by the route that applies, alone
  private Admission admission = NO_DELIVERY;
  private volatile boolean held;
  private volatile boolean abandoned;
  private volatile boolean finished;
  private volatile @Nullable Stop stop;
  private final Map<ProfileKind, PageProfile> profile = // by the thread that reads, until it ends
      new EnumMap<>(ProfileKind.class);

  private final boolean fromStart;

  PullUnderway(Source source, long number, Pull pull, boolean fromStart) {
    this.source = source;
    this.number = number;
    this.pull = pull;
    this.fromStart = fromStart;
  }

  /**
   * Why a pull could not be read on.
   *
   * @param outcome as the books say it
   * @param cause what was thrown
   */
  record Stop(String outcome, Exception cause) {}

  Source source() {
    return source;
  }

  long number() {
    return number;
  }

  Optional<SourcePage> nextPage() throws SourceUnavailable {
    Optional<SourcePage> page = abandoned ? Optional.empty() : pull.nextPage();
    finished = page.isEmpty();
    page.ifPresent(read -> profile.merge(kindOf(read), read.profile(), PageProfile::plus));
    return page;
  }

  private ProfileKind kindOf(SourcePage page) {
    Delivery.Part part = page.part();
    boolean whole = part == null ? fromStart : part.delivery().kind() == Delivery.Kind.COMPLETE;
    return whole ? ProfileKind.WHOLE : ProfileKind.CHANGES;
  }

  /** What the rows read so far look like, by what they were part of. */
  Map<ProfileKind, PageProfile> profile() {
    return Map.copyOf(profile);
  }

  /** It cannot be read on; what was read before is still applied. */
  void stop(String outcome, Exception cause) {
    stop = new Stop(outcome, cause);
  }

  /** Why it could not be read on; null if it could. */
  @Nullable Stop stopped() {
    return stop;
  }

  /** True if the source has no page left. */
  boolean isRead() {
    return finished;
  }

  /** True while there may be pages to read. */
  public boolean isOpen() {
    return !finished && !abandoned && stop == null;
  }

  /**
   * Whether a page may be applied: asked of {@code door} once for each complete delivery of the
   * pull.
   */
  Admission admission(
      Delivery.@Nullable Part part, BiFunction<SourceId, Delivery.Part, Admission> door) {
    if (part == null || part.delivery().kind() == Delivery.Kind.DELTA) {
      return NO_DELIVERY;
    }
    if (!part.delivery().equals(asked)) {
      admission = door.apply(source.id(), part);
      asked = part.delivery();
    }
    return admission;
  }

  /** The operator has to look at a delivery first; this page and those after it are dropped. */
  void hold() {
    held = true;
    abandoned = true;
  }

  boolean isHeld() {
    return held;
  }

  /** From now on pages of this pull are dropped: one before them could not be stored. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }
}
