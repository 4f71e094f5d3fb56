package io.guiyi.registry.status;

import io.guiyi.registry.certificate.SignedCertificate;
import io.guiyi.registry.intake.KnownDelivery;
import io.guiyi.registry.intake.PullSummary;
import io.guiyi.registry.intake.QuarantineDay;
import io.guiyi.registry.watch.Alarm;
import java.util.List;

/**
 * What happened to one source, latest first; counts and configured names only.
 *
 * @param pulls its pulls, without those that brought nothing
 * @param quarantine rows held aside by day and reason
 * @param alarms its alarms, open or over
 * @param held complete deliveries that wait for the operator
 * @param certificates its certificates
 */
public record SourceHistory(
    List<PullSummary> pulls,
    List<QuarantineDay> quarantine,
    List<Alarm> alarms,
    List<KnownDelivery> held,
    List<SignedCertificate> certificates) {
  /** Copies the lists. */
  public SourceHistory {
    pulls = List.copyOf(pulls);
    quarantine = List.copyOf(quarantine);
    alarms = List.copyOf(alarms);
    held = List.copyOf(held);
    certificates = List.copyOf(certificates);
  }
}
