package io.guiyi.connectors.education;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.delivery.DeliverySettings;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.records.SourceId;
import java.util.List;

/**
 * How the school roll is fetched.
 *
 * @param id the source's name
 * @param sftp where it lies, and by which keys both sides know each other
 * @param delivery how deliveries are taken out of the folder
 * @param retry how failures in passing are repeated
 * @param breaker when the department is left in peace
 */
public record EducationSettings(
    SourceId id,
    SftpSettings sftp,
    DeliverySettings delivery,
    RetrySettings retry,
    BreakerSettings breaker) {

  /** Source {@code education}, marked and numbered deliveries, the defaults of the rest. */
  public static EducationSettings of(SftpSettings sftp) {
    return new EducationSettings(
        new SourceId("education"),
        sftp,
        DeliverySettings.withMarkers(),
        RetrySettings.defaults(),
        BreakerSettings.defaults());
  }

  /** Everything wrong with these settings; empty if they are sound. */
  public List<SettingFault> faults() {
    return new SettingCheck()
        .also(sftp.faults())
        .also(delivery.faults())
        .also(retry.faults())
        .also(breaker.faults())
        .faults();
  }
}
