package io.guiyi.routes.pull;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.Delivery;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.Admission;
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

  PullUnderway(Source source, long number, Pull pull) {
    this.source = source;
    this.number = number;
    this.pull = pull;
  }

  Source source() {
    return source;
  }

  long number() {
    return number;
  }

  Optional<SourcePage> nextPage() throws SourceUnavailable {
    Optional<SourcePage> page = abandoned ? Optional.empty() : pull.nextPage();
    finished = page.isEmpty();
    return page;
  }

  /** True if the source has no page left. */
  boolean isRead() {
    return finished;
  }

  /** True while there may be pages to read. */
  public boolean isOpen() {
    return !finished && !abandoned;
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
