package io.guiyi.registry.certificate;

import io.guiyi.seal.Signature;
import io.guiyi.seal.Sm3;

/**
 * A certificate with its signature.
 *
 * @param certificate what it says
 * @param content the text that was signed
 * @param hash SM3 of the text, which the next certificate names
 * @param signature SM2 over the text
 */
public record SignedCertificate(
    Certificate certificate, String content, Sm3 hash, Signature signature) {

  /** The hash in hexadecimal digits, for those who only show it. */
  public String digest() {
    return hash.hex();
  }
}
