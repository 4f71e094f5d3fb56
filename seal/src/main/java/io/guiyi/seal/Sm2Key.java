package io.guiyi.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * An SM2 key pair on the recommended curve (GB/T 32918.5), for signatures over SM3 with the
 * customary signer id of GB/T 35276 §10; signatures are encoded as the DER sequence (r, s).
 */
final class Sm2Key implements SealKey {
  private static final ECDomainParameters CURVE = curve();
  private static final byte[] SIGNER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  private final KeyId id;
  private final ECPrivateKeyParameters secret;

  Sm2Key(KeyId id, byte[] bytes) {
    if (!isPrivateKey(bytes)) {
      throw new IllegalArgumentException("the number is outside the range of SM2 private keys");
    }
    this.id = id;
    this.secret = new ECPrivateKeyParameters(new BigInteger(1, bytes), CURVE);
  }

  private static ECDomainParameters curve() {
    X9ECParameters sm2 = GMNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(sm2.getCurve(), sm2.getG(), sm2.getN(), sm2.getH());
  }

  /** Private keys are 1 to n - 2 (GB/T 32918.1 §6.1). */
  static boolean isPrivateKey(byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes);
    return number.signum() > 0 && number.compareTo(CURVE.getN().subtract(BigInteger.TWO)) <= 0;
  }

  @Override
  public KeyId id() {
    return id;
  }

  /** The public point, uncompressed: 04, x, y. */
  byte[] publicPoint() {
    return new FixedPointCombMultiplier().multiply(CURVE.getG(), secret.getD()).getEncoded(false);
  }

  byte[] sign(byte[] message, SecureRandom random) {
    SM2Signer signer = new SM2Signer();
    signer.init(true, new ParametersWithID(new ParametersWithRandom(secret, random), SIGNER));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException impossible) {
      throw new IllegalStateException("SM2 signing with " + id + " failed", impossible);
    }
  }

  /**
   * Whether the signature is this public point's over this message.
   *
   * @throws IllegalArgumentException when the point is not on the curve
   */
  static boolean verify(byte[] publicPoint, byte[] message, byte[] signature) {
    SM2Signer verifier = new SM2Signer();
    verifier.init(false, new ParametersWithID(publicKey(publicPoint), SIGNER));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  /** Decodes a point and checks that it lies on the curve and is not the point at infinity. */
  static ECPublicKeyParameters publicKey(byte[] publicPoint) {
    return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicPoint), CURVE);
  }

  @Override
  public String toString() {
    return id + " (SM2)";
  }
}
