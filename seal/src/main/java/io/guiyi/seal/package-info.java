/**
 * Seals: what keeps personal values unreadable at rest and makes tampering visible.
 *
 * <p>Read the types in this order:
 *
 * <ol>
 *   <li>{@link io.guiyi.seal.KeyRing} holds the keys of one hub, one file per key, readable by the
 *       owner only. A {@link io.guiyi.seal.KeyPurpose} says what a key may be used for, a {@link
 *       io.guiyi.seal.KeyId} names one generation of it. The newest generation writes, older ones
 *       go on reading.
 *   <li>{@link io.guiyi.seal.Envelopes} encrypts the values of one row and {@link
 *       io.guiyi.seal.SensitivityClass} (SM4-GCM) and binds them to their {@link
 *       io.guiyi.seal.EnvelopePlace}; {@link io.guiyi.seal.SubscriberSeal} does the same for a
 *       message to one subscriber. What cannot be opened is {@link io.guiyi.seal.SealBroken}.
 *   <li>{@link io.guiyi.seal.KeyedHash} finds values again without revealing them: {@link
 *       io.guiyi.seal.LookupHash} for the database (HMAC-SM3), 64-bit terms for the candidate
 *       index.
 *   <li>{@link io.guiyi.seal.Sm3} is a plain digest, {@link io.guiyi.seal.HashChain} strings audit
 *       entries together with it, {@link io.guiyi.seal.Signatures} signs (SM2).
 * </ol>
 *
 * <pre>{@code
 * KeyRing ring = KeyRing.open(data.resolve("keys"));
 * Envelopes envelopes = new Envelopes(ring);
 * EnvelopePlace place = new EnvelopePlace("person_version", "4711", SensitivityClass.IDENTITY);
 * byte[] envelope = envelopes.seal(place, clear);
 * byte[] again = envelopes.open(place, envelope);
 * }</pre>
 *
 * <p>Two fences hold everywhere: a key never appears in a message or a {@code toString}, and an
 * exception names the place of a fault, never its content. The cryptography is Bouncy Castle's
 * lightweight one, a software module that carries no certificate; all use of it is inside this
 * package, so that a hardware module can take its place.
 */
@NullMarked
package io.guiyi.seal;

import org.jspecify.annotations.NullMarked;
