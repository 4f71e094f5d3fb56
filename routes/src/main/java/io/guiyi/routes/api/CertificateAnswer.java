package io.guiyi.routes.api;

import io.guiyi.registry.certificate.Certificate;
import io.guiyi.registry.certificate.SignedCertificate;

/**
 * A signed certificate.
 *
 * @param certificate what it says
 * @param content the exact text that was signed; parse this one to be sure
 * @param sm3 SM3 of the text, which the next certificate names
 * @param key the key's id
 * @param signature SM2 over the text, in Base64
 */
record CertificateAnswer(
    Certificate certificate, String content, String sm3, String key, String signature) {
  static CertificateAnswer of(SignedCertificate signed) {
    return new CertificateAnswer(
        signed.certificate(),
        signed.content(),
        signed.hash().hex(),
        signed.signature().keyId().text(),
        signed.signature().base64());
  }
}
