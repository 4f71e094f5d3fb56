package io.guiyi.seal;

/**
 * A key ready for use. Its text form is its id and its algorithm: the key itself has no accessor.
 */
sealed interface SealKey permits HmacSm3Key, SipHashKey, Sm2Key, Sm4Key {

  /** The public name of this key. */
  KeyId id();
}
