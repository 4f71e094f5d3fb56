package io.guiyi.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The algorithms give the published results")
class PublishedVectorsTest {
  private static final byte[] SM4_KEY = hex("0123456789abcdeffedcba9876543210");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest(name = "SM3, GB/T 32905 {0}")
  @CsvSource({
    "A.1, abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "A.2, abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd,"
        + " debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
  })
  void sm3(String example, String message, String digest) {
    assertThat(Sm3.of(ascii(message)).hex()).as(example).isEqualTo(digest);
  }

  @Test
  @DisplayName("SM4, GB/T 32907 A.1: one block")
  void sm4OneBlock() {
    assertThat(hex(sm4(1))).isEqualTo("681edf34d206965e86b3e94f536e4246");
  }

  @Test
  @DisplayName("SM4, GB/T 32907 A.2: one block encrypted a million times")
  void sm4MillionTimes() {
    assertThat(hex(sm4(1_000_000))).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
  }

  private static byte[] sm4(int times) {
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(SM4_KEY));
    byte[] block = SM4_KEY.clone();
    for (int i = 0; i < times; i++) {
      engine.processBlock(block, 0, block, 0);
    }
    return block;
  }

  @Test
  @DisplayName("SM4-GCM, RFC 8998 A.1, sealed and opened")
  void sm4Gcm() {
    byte[] nonce = hex("00001234567800000000abcd");
    byte[] associated = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] clear =
        hex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    Sm4Key key = new Sm4Key(new KeyId("payload", 1), SM4_KEY);
    byte[] sealed = new byte[clear.length + Sm4Key.TAG_BYTES];
    key.seal(nonce, associated, clear, sealed, 0);
    assertThat(hex(sealed))
        .isEqualTo(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
    assertThat(key.open(nonce, associated, sealed, 0))
        .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(clear));
  }

  @ParameterizedTest(name = "HMAC-SM3, GM/T 0042 D.3 example {0}")
  @CsvSource({
    "1, 0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20,"
        + " 6162636462636465636465666465666765666768666768696768696a68696a6b"
        + "696a6b6c6a6b6c6d6b6c6d6e6c6d6e6f6d6e6f706e6f7071"
        + "6162636462636465636465666465666765666768666768696768696a68696a6b"
        + "696a6b6c6a6b6c6d6b6c6d6e6c6d6e6f6d6e6f706e6f7071,"
        + " ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a",
    "2, 0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425,"
        + " cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
        + "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd,"
        + " 220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae",
    "3, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,"
        + " 4869205468657265,"
        + " c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e",
    "4, 4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
        + " 2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882"
  })
  void hmacSm3(int example, String key, String message, String code) {
    HmacSm3Key hmac = new HmacSm3Key(new KeyId("lookup", 1), hex(key));
    assertThat(hex(hmac.code(hex(message)))).as("example %d", example).isEqualTo(code);
  }

  @Test
  @DisplayName("SipHash-2-4, the example of the paper's appendix A")
  void sipHash() {
    SipHashKey key =
        new SipHashKey(new KeyId("index-term", 1), hex("000102030405060708090a0b0c0d0e0f"));
    assertThat(key.hash(hex("000102030405060708090a0b0c0d0e"))).isEqualTo(0xa129ca6149be45e5L);
  }

  @Test
  @DisplayName("SM2 signature, GB/T 32918.5 A.2, with the example's random number")
  void sm2() {
    Sm2Key key =
        new Sm2Key(
            new KeyId("signing", 1),
            hex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"));
    byte[] k = hex("59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21");
    assertThat(hex(key.publicPoint()))
        .isEqualTo(
            "04"
                + "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    byte[] message = ascii("message digest");
    byte[] signature = key.sign(message, new Always(k));
    ASN1Sequence pair = ASN1Sequence.getInstance(signature);
    assertThat(ASN1Integer.getInstance(pair.getObjectAt(0)).getPositiveValue())
        .isEqualTo(
            new BigInteger("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3", 16));
    assertThat(ASN1Integer.getInstance(pair.getObjectAt(1)).getPositiveValue())
        .isEqualTo(
            new BigInteger("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa", 16));
    assertThat(Sm2Key.verify(key.publicPoint(), message, signature)).isTrue();
    assertThat(Sm2Key.verify(key.publicPoint(), Arrays.copyOf(message, 13), signature)).isFalse();
  }

  /** Gives the same bytes each time, as a worked example needs. */
  private static final class Always extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Always(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
