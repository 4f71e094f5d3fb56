package io.guiyi.registry.resolve;

import io.guiyi.registry.decision.LinkEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a link rests on.
 *
 * @param kind who says so
 * @param decision the engine's decision behind it; null if there is none
 * @param caseDecision the steward's decision behind it; null if there is none
 */
public record LinkGround(
    LinkEvent.Kind kind, @Nullable Long decision, @Nullable Long caseDecision) {

  /** All records were linked anew. */
  public static final LinkGround RELINKED = new LinkGround(LinkEvent.Kind.INFERRED, null, null);

  /** The engine decided about a record. */
  public static LinkGround decided(long decision) {
    return new LinkGround(LinkEvent.Kind.INFERRED, decision, null);
  }

  /** A steward decided. */
  public static LinkGround asserted(long caseDecision) {
    return new LinkGround(LinkEvent.Kind.ASSERTED, null, caseDecision);
  }
}
