package io.guiyi.registry.certificate;

import io.guiyi.records.SourceId;
import io.guiyi.registry.audit.AuditEntry;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.store.RegisterJson;
import java.util.List;

/**
 * What the audit chain says of a certificate: its number and its digest. Whoever would put other
 * certificates in the place of these, even signed ones, must forge that chain too.
 *
 * @param pull the pull it certifies
 * @param sm3 SM3 of its text
 */
record CertificateNotice(long pull, String sm3) {
  private static final String ACTION = "certificate.signed";

  static CertificateNotice of(SignedCertificate signed) {
    return new CertificateNotice(signed.certificate().pull(), signed.digest());
  }

  /** Appends it, in the transaction of the caller. */
  static void append(AuditLog audit, SignedCertificate signed) {
    Certificate certificate = signed.certificate();
    String object = object(certificate.source(), certificate.number());
    audit.append("hub", ACTION, object, RegisterJson.text(of(signed)));
  }

  /** Whether the chain says exactly this of that certificate. */
  static boolean says(AuditLog audit, SignedCertificate signed) {
    Certificate certificate = signed.certificate();
    List<String> said =
        audit.about(ACTION, object(certificate.source(), certificate.number())).stream()
            .map(AuditEntry::detail)
            .toList();
    return said.equals(List.of(RegisterJson.text(of(signed))));
  }

  /** Whether the chain knows of a certificate with that number. */
  static boolean knows(AuditLog audit, SourceId source, long number) {
    return !audit.about(ACTION, object(source.name(), number)).isEmpty();
  }

  private static String object(String source, long number) {
    return source + "/" + number;
  }
}
