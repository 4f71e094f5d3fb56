package io.guiyi.registry.status;

import io.guiyi.records.Conservation;
import io.guiyi.registry.intake.KnownDelivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came in of a source lately.
 *
 * @param lastNews when anything new, changed or withdrawn last came; null if nothing has
 * @param today what became of the rows since midnight in Asia/Shanghai
 * @param lastPull what became of the rows of the latest pull
 * @param certificate the last certificate; null if there is none
 * @param held complete deliveries that wait for the operator, latest first
 */
public record SourceActivity(
    @Nullable Instant lastNews,
    Conservation today,
    Conservation lastPull,
    @Nullable LastCertificate certificate,
    List<KnownDelivery> held) {
  /** Nothing came yet. */
  public static final SourceActivity NONE =
      new SourceActivity(null, Conservation.NONE, Conservation.NONE, null, List.of());

  /** Copies the list. */
  public SourceActivity {
    held = List.copyOf(held);
  }

  /**
   * The last certificate.
   *
   * @param number its place in the chain, from 1
   * @param outcome how the pull ended
   * @param signed when it was signed
   * @param sm3 the digest that the next one will name, in hexadecimal digits
   */
  public record LastCertificate(long number, String outcome, Instant signed, String sm3) {}
}
