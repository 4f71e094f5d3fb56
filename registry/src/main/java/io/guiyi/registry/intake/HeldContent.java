package io.guiyi.registry.intake;

import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import java.util.HexFormat;

/** What makes two held rows the same; the keyed hash of the content in hexadecimal digits. */
record HeldContent(SourceId source, QuarantineReason reason, String field, String hash) {
  static HeldContent of(SourceId source, QuarantineReason reason, String field, byte[] hash) {
    return new HeldContent(source, reason, field, HexFormat.of().formatHex(hash));
  }
}
