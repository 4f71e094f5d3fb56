package io.guiyi.registry.certificate;

import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.KeyId;
import io.guiyi.seal.Signature;
import io.guiyi.seal.Sm3;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code certificate}. */
@Entity
@Table(name = "certificate")
@IdClass(CertificateRow.Key.class)
class CertificateRow {
  @Id String source;
  @Id long number;
  long pullId;
  String content;
  byte[] hash;
  String keyId;
  String signature;
  Instant recordedAt;

  /** Source and number. */
  record Key(String source, long number) {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  CertificateRow() {}

  CertificateRow(SignedCertificate signed) {
    source = signed.certificate().source();
    number = signed.certificate().number();
    pullId = signed.certificate().pull();
    content = signed.content();
    hash = signed.hash().bytes();
    keyId = signed.signature().keyId().text();
    signature = signed.signature().base64();
    recordedAt = signed.certificate().signed();
  }

  SignedCertificate signed() {
    return new SignedCertificate(
        RegisterJson.read(content, Certificate.class),
        content,
        Sm3.ofBytes(hash),
        new Signature(KeyId.parse(keyId), signature));
  }
}
