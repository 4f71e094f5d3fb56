package io.guiyi.registry.certificate;

import io.guiyi.seal.Sm3;

/** What checking the certificates of a source found. */
public sealed interface CertificateVerdict {
  /**
   * Each is signed, follows the one before it, and says what the database says.
   *
   * @param certificates how many
   * @param head SM3 of the last one; keep it elsewhere to notice a register that was put back
   */
  record Sound(long certificates, Sm3 head) implements CertificateVerdict {}

  /**
   * One is not what it should be; those after it were not looked at.
   *
   * @param number the number of the first bad one; for one that is missing, its own
   * @param fault what is wrong with it
   */
  record Broken(long number, Fault fault) implements CertificateVerdict {}

  /** What can be wrong with a certificate. */
  enum Fault {
    /** It is missing, or another one stands in its place. */
    NUMBER,
    /** It cannot be read, or its row says something else than its text. */
    CONTENT,
    /** The digest that is kept with it is not the one of its text. */
    HASH,
    /** It does not follow the certificate before it. */
    PREVIOUS,
    /** The signature is not the one of that key over that text. */
    SIGNATURE,
    /** The audit chain does not name it with this digest, or not once. */
    AUDIT,
    /** The pull's own row says something else: times, outcome, or it is gone. */
    PULL,
    /** The counts of the pull are not those that were signed. */
    COUNTS,
    /** The digests of the pull's pages are not those that were signed. */
    ROWS
  }
}
