package io.guiyi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guiyi.seal.SealBroken.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An envelope opens in its own place, unaltered, or not at all")
class EnvelopesTest {
  private static final EnvelopePlace PLACE =
      new EnvelopePlace("person_version", "4711", SensitivityClass.IDENTITY);
  private static final byte[] CLEAR = "张三丰 110101199003077758".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private KeyRing ring;
  private Envelopes envelopes;

  @BeforeEach
  void openRing() {
    ring = KeyRing.open(folder.resolve("keys"));
    envelopes = new Envelopes(ring);
  }

  private Reason refusal(EnvelopePlace place, byte[] envelope) {
    return catchThrowableOfType(SealBroken.class, () -> envelopes.open(place, envelope)).reason();
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 1, 15, 16, 17, 1_024, 100_000})
  @DisplayName("Content of any length comes back")
  void comesBack(int length) {
    byte[] clear = new byte[length];
    Arrays.fill(clear, (byte) 0x5a);
    byte[] envelope = envelopes.seal(PLACE, clear);
    assertThat(envelope).hasSize(length + 40);
    assertThat(envelopes.open(PLACE, envelope)).isEqualTo(clear);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Each class has a key of its own, which the envelope names")
  void namesItsKey(SensitivityClass sensitivity) {
    byte[] envelope = envelopes.seal(new EnvelopePlace("person", "1", sensitivity), CLEAR);
    assertThat(Envelopes.keyId(envelope)).contains(new KeyId(sensitivity.label(), 1));
  }

  @Test
  @DisplayName("The layout is the documented one")
  void layout() {
    byte[] envelope = envelopes.seal(PLACE, CLEAR);
    assertThat(envelope[0]).isEqualTo((byte) 1);
    assertThat(envelope[1]).isEqualTo((byte) 10);
    assertThat(new String(envelope, 2, 10, StandardCharsets.US_ASCII)).isEqualTo("identity-1");
    assertThat(envelope).hasSize(12 + 12 + CLEAR.length + 16);
  }

  @Test
  @DisplayName("Every single flipped bit is found")
  void everyBitFlip() {
    byte[] envelope = envelopes.seal(PLACE, CLEAR);
    for (int bit = 0; bit < envelope.length * 8; bit++) {
      byte[] flipped = envelope.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> envelopes.open(PLACE, flipped))
          .as("bit %d", bit)
          .isInstanceOf(SealBroken.class);
    }
  }

  @Test
  @DisplayName("Every cut and a byte too many are found")
  void everyCut() {
    byte[] envelope = envelopes.seal(PLACE, CLEAR);
    for (int length = 0; length <= envelope.length + 1; length++) {
      if (length != envelope.length) {
        byte[] cut = Arrays.copyOf(envelope, length);
        assertThatThrownBy(() -> envelopes.open(PLACE, cut))
            .as("length %d", length)
            .isInstanceOf(SealBroken.class);
      }
    }
  }

  @ParameterizedTest(name = "to table {0}, row {1}, class {2}: {3}")
  @CsvSource({
    "person_version, 4712, IDENTITY, NOT_AUTHENTIC",
    "source_record, 4711, IDENTITY, NOT_AUTHENTIC",
    "person_version4, 711, IDENTITY, NOT_AUTHENTIC",
    "person_version, 4711, CONTACT, UNKNOWN_KEY"
  })
  @DisplayName("An envelope moved elsewhere is refused")
  void moved(String table, String row, SensitivityClass sensitivity, Reason reason) {
    byte[] envelope = envelopes.seal(PLACE, CLEAR);
    assertThat(refusal(new EnvelopePlace(table, row, sensitivity), envelope)).isEqualTo(reason);
  }

  @Test
  @DisplayName("A class name exchanged together with the key id is refused as well")
  void classExchanged() {
    byte[] envelope = envelopes.seal(PLACE, CLEAR);
    byte[] other =
        envelopes.seal(new EnvelopePlace("person_version", "4711", SensitivityClass.HEALTH), CLEAR);
    byte[] body = Arrays.copyOfRange(envelope, 12, envelope.length);
    byte[] forged = Arrays.copyOf(other, 10 + body.length);
    System.arraycopy(body, 0, forged, 10, body.length);
    EnvelopePlace place = new EnvelopePlace("person_version", "4711", SensitivityClass.HEALTH);
    assertThat(refusal(place, forged)).isEqualTo(Reason.NOT_AUTHENTIC);
  }

  @Test
  @DisplayName("Bytes that were never sealed are malformed; a foreign key is unknown")
  void foreign() {
    assertThat(refusal(PLACE, CLEAR)).isEqualTo(Reason.MALFORMED);
    KeyRing elsewhere = KeyRing.open(folder.resolve("elsewhere"));
    elsewhere.rotate(new KeyPurpose.Envelope(SensitivityClass.IDENTITY));
    assertThat(refusal(PLACE, new Envelopes(elsewhere).seal(PLACE, CLEAR)))
        .isEqualTo(Reason.UNKNOWN_KEY);
  }

  @Test
  @DisplayName("A refusal names the place and never the content")
  void refusalNamesPlace() {
    byte[] envelope = envelopes.seal(PLACE, CLEAR);
    envelope[envelope.length - 1] ^= 1;
    SealBroken broken =
        catchThrowableOfType(SealBroken.class, () -> envelopes.open(PLACE, envelope));
    assertThat(broken.place()).isEqualTo("table person_version, row 4711, class identity");
    assertThat(broken)
        .hasMessageContaining(broken.place())
        .hasMessageContaining("not authentic")
        .hasMessageNotContaining("张三丰");
  }

  @Test
  @DisplayName("The older generation still opens after a rotation, the newer one writes")
  void rotation() {
    byte[] before = envelopes.seal(PLACE, CLEAR);
    KeyId second = ring.rotate(new KeyPurpose.Envelope(SensitivityClass.IDENTITY));
    byte[] after = envelopes.seal(PLACE, CLEAR);
    assertThat(second).isEqualTo(new KeyId("identity", 2));
    assertThat(Envelopes.keyId(after)).contains(second);
    Envelopes restarted = new Envelopes(KeyRing.open(folder.resolve("keys")));
    for (byte[] envelope : List.of(before, after)) {
      assertThat(envelopes.open(PLACE, envelope)).isEqualTo(CLEAR);
      assertThat(restarted.open(PLACE, envelope)).isEqualTo(CLEAR);
    }
  }

  @Test
  @DisplayName("Rotation under load: four threads never meet an envelope that does not open")
  void rotationUnderLoad() throws Exception {
    AtomicBoolean rotating = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Set<KeyId>>> workers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        EnvelopePlace place = new EnvelopePlace("person", "row-" + i, SensitivityClass.CONTACT);
        workers.add(threads.submit(() -> sealAndOpenWhile(rotating, place)));
      }
      for (int i = 0; i < 10; i++) {
        ring.rotate(new KeyPurpose.Envelope(SensitivityClass.CONTACT));
      }
      rotating.set(false);
      for (Future<Set<KeyId>> worker : workers) {
        assertThat(worker.get()).contains(new KeyId("contact", 11));
      }
    }
  }

  /** Seals and opens until told to stop and once more; the ids of the keys used. */
  private Set<KeyId> sealAndOpenWhile(AtomicBoolean rotating, EnvelopePlace place) {
    Set<KeyId> used = new HashSet<>();
    boolean again;
    do {
      again = rotating.get();
      byte[] envelope = envelopes.seal(place, CLEAR);
      assertThat(envelopes.open(place, envelope)).isEqualTo(CLEAR);
      used.add(Envelopes.keyId(envelope).orElseThrow());
    } while (again);
    return used;
  }

  @Test
  @DisplayName("Eight threads sealing 160,000 envelopes use no nonce twice")
  void noncesAreUnique() throws Exception {
    int threadCount = 8;
    int sealsEach = 20_000;
    Set<String> nonces = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(threadCount)) {
      List<Future<List<String>>> workers = new ArrayList<>();
      for (int i = 0; i < threadCount; i++) {
        workers.add(threads.submit(() -> sealedNonces(sealsEach)));
      }
      for (Future<List<String>> worker : workers) {
        nonces.addAll(worker.get());
      }
    }
    assertThat(nonces).hasSize(threadCount * sealsEach);
  }

  private List<String> sealedNonces(int seals) {
    List<String> nonces = new ArrayList<>(seals);
    for (int i = 0; i < seals; i++) {
      byte[] envelope = envelopes.seal(PLACE, new byte[1]);
      nonces.add(HexFormat.of().formatHex(envelope, 12, 24));
    }
    return nonces;
  }

  @Test
  @DisplayName("A run of nonces goes on counting past 2^32 and past the end of the space")
  void noncesCarry() {
    Nonces carrying = new Nonces(0x00000000_000000ffL, 0xffff_ffffL);
    assertThat(HexFormat.of().formatHex(carrying.next())).isEqualTo("00000000000000ffffffffff");
    assertThat(HexFormat.of().formatHex(carrying.next())).isEqualTo("000000000000010000000000");
    Nonces wrapping = new Nonces(-1L, 0xffff_ffffL);
    assertThat(HexFormat.of().formatHex(wrapping.next())).isEqualTo("ffffffffffffffffffffffff");
    assertThat(HexFormat.of().formatHex(wrapping.next())).isEqualTo("000000000000000000000000");
  }

  @Test
  @DisplayName("Content beyond the limit is refused with size, bound and place")
  void tooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> envelopes.seal(PLACE, new byte[Envelopes.CLEAR_MAX_BYTES + 1]))
        .withMessageContaining("16777217")
        .withMessageContaining("16777216")
        .withMessageContaining("row 4711");
  }

  @ParameterizedTest(name = "table ''{0}'', row ''{1}''")
  @CsvSource({
    "'', 1",
    "Person, 1",
    "1person, 1",
    "a-b, 1",
    "person, ''",
    "person, 1 2",
    "person, 张"
  })
  @DisplayName("A place whose names could be confused is refused")
  void badPlace(String table, String row) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnvelopePlace(table, row, SensitivityClass.IDENTITY));
  }
}
