package io.guiyi.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The key ring keeps keys to their owner and never loses or replaces one")
class KeyRingTest {
  private static final KeyPurpose IDENTITY = new KeyPurpose.Envelope(SensitivityClass.IDENTITY);
  private static final EnvelopePlace PLACE =
      new EnvelopePlace("person", "1", SensitivityClass.IDENTITY);

  @TempDir Path folder;

  private Path keys() {
    return folder.resolve("var/keys");
  }

  private Path keyFile(String id) {
    return keys().resolve(id + ".key");
  }

  private static void setRights(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  @DisplayName("The first start makes the standing keys for the owner only; later starts make none")
  void firstStart() throws IOException {
    KeyRing first = KeyRing.open(keys());
    assertThat(first.created())
        .extracting(KeyId::text)
        .containsExactlyInAnyOrder(
            "identity-1",
            "contact-1",
            "health-1",
            "payload-1",
            "lookup-1",
            "index-term-1",
            "audit-1",
            "signing-1");
    assertThat(rights(keys())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(keys())) {
      assertThat(files)
          .hasSize(9)
          .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
    }
    assertThat(KeyRing.open(keys()).created()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw------x", "rw-rw-rw-"})
  @DisplayName("A key file open to others stops the start and names file, rights and remedy")
  void openFile(String rights) throws IOException {
    KeyRing.open(keys());
    Path file = keyFile("contact-1");
    setRights(file, rights);
    assertThatThrownBy(() -> KeyRing.open(keys()))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("rights " + rights)
        .hasMessageContaining("chmod 600 " + file);
    setRights(file, "rw-------");
    assertThat(KeyRing.open(keys()).created()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-x---", "rwx--x--x", "rwxrwxrwx"})
  @DisplayName("A key directory open to others stops the start")
  void openDirectory(String rights) throws IOException {
    KeyRing.open(keys());
    setRights(keys(), rights);
    assertThatThrownBy(() -> KeyRing.open(keys()))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("rights " + rights)
        .hasMessageContaining("chmod 700 " + keys());
  }

  @Test
  @DisplayName("A key once issued whose file is gone stops the start instead of being made anew")
  void lostKey() throws IOException {
    KeyRing.open(keys());
    Files.delete(keyFile("lookup-1"));
    assertThatThrownBy(() -> KeyRing.open(keys()))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("lookup-1")
        .hasMessageContaining("restore it");
    assertThat(keyFile("lookup-1")).doesNotExist();
  }

  @Test
  @DisplayName("Every single changed character of a key file is found")
  void damaged() throws IOException {
    KeyRing.open(keys());
    Path file = keyFile("health-1");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length - 1; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThatThrownBy(() -> KeyRing.open(keys()))
          .as("character %d", at)
          .isInstanceOf(KeyRefused.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  @DisplayName("A cut, overlong, exchanged or oddly named key file stops the start")
  void notTheKey() throws IOException {
    KeyRing.open(keys());
    Path file = keyFile("health-1");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[0]);
    assertRefused("not a key file");
    Files.write(file, new byte[KeyText.LENGTH_MAX_BYTES + 1]);
    assertRefused("longer than");
    Files.write(file, Files.readAllBytes(keyFile("identity-1")));
    assertRefused("holds the key identity-1");
    Files.write(file, whole);
    Files.write(keys().resolve("Health.key"), whole);
    assertRefused("not named after a key id");
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> KeyRing.open(keys()))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining(reason);
  }

  @Test
  @DisplayName("What an interrupted start left behind does no harm")
  void interrupted() throws IOException {
    KeyRing.open(keys());
    Files.delete(keyFile("signing-1"));
    Files.write(keys().resolve("issued"), "identity-1\ncontact-1\n".getBytes(US_ASCII));
    Files.write(keys().resolve(".half.new"), "guiyi-k".getBytes(US_ASCII));
    KeyRing resumed = KeyRing.open(keys());
    assertThat(resumed.created()).containsExactly(new KeyId("signing", 1));
    assertThat(Files.readAllLines(keys().resolve("issued"))).hasSize(8);
  }

  @Test
  @DisplayName("Generations count up, newest first, and survive a restart")
  void generations() {
    KeyRing ring = KeyRing.open(keys());
    ring.rotate(IDENTITY);
    ring.rotate(IDENTITY);
    for (KeyRing each : List.of(ring, KeyRing.open(keys()))) {
      assertThat(each.current(IDENTITY).text()).isEqualTo("identity-3");
      assertThat(each.generations(IDENTITY))
          .extracting(KeyId::text)
          .containsExactly("identity-3", "identity-2", "identity-1");
      assertThat(each.current(new KeyPurpose.Lookup()).text()).isEqualTo("lookup-1");
    }
  }

  @Test
  @DisplayName("A subscriber's key is made once")
  void ensure() {
    KeyRing ring = KeyRing.open(keys());
    KeyPurpose education = new KeyPurpose.Subscriber("education");
    assertThat(ring.generations(education)).isEmpty();
    assertThat(ring.ensure(education).text()).isEqualTo("subscriber.education-1");
    assertThat(ring.ensure(education).text()).isEqualTo("subscriber.education-1");
    assertThat(KeyRing.open(keys()).current(education).text()).isEqualTo("subscriber.education-1");
  }

  @Test
  @DisplayName("Six hubs starting at once on one directory end with the same keys")
  void startTogether() throws Exception {
    int hubs = 6;
    CyclicBarrier together = new CyclicBarrier(hubs);
    List<KeyRing> rings = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(hubs)) {
      List<Future<KeyRing>> starting = new ArrayList<>();
      for (int i = 0; i < hubs; i++) {
        starting.add(
            threads.submit(() -> {
              together.await();
              return KeyRing.open(keys());
            }));
      }
      for (Future<KeyRing> start : starting) {
        rings.add(start.get());
      }
    }
    assertThat(rings.stream().mapToInt(ring -> ring.created().size()).sum()).isEqualTo(8);
    byte[] envelope = new Envelopes(rings.getFirst()).seal(PLACE, new byte[] {1, 2, 3});
    assertThat(rings)
        .allSatisfy(
            ring -> assertThat(new Envelopes(ring).open(PLACE, envelope)).containsExactly(1, 2, 3));
  }

  @Test
  @DisplayName("A key another hub has made opens at once and writes after a refresh")
  void anotherHubRotates() {
    KeyRing here = KeyRing.open(keys());
    KeyRing there = KeyRing.open(keys());
    KeyPurpose lookup = new KeyPurpose.Lookup();
    there.rotate(IDENTITY);
    there.rotate(lookup);
    byte[] envelope = new Envelopes(there).seal(PLACE, new byte[] {7});
    assertThat(new Envelopes(here).open(PLACE, envelope)).containsExactly(7);
    assertThat(here.current(lookup).text()).isEqualTo("lookup-1");
    here.refresh();
    assertThat(here.current(lookup).text()).isEqualTo("lookup-2");
  }

  @Test
  @DisplayName("No text form shows key material")
  void textForms() throws IOException {
    KeyRing ring = KeyRing.open(keys());
    for (KeyId id : ring.created()) {
      String secret =
          Files.readAllLines(keyFile(id.text())).stream()
              .filter(line -> line.startsWith("key "))
              .map(line -> line.substring(4))
              .findFirst()
              .orElseThrow();
      SealKey key = ring.key(id, SealKey.class).orElseThrow();
      assertThat(key.toString() + ring + id).doesNotContain(secret).contains(id.text());
    }
  }

  @Test
  @DisplayName("A directory opened to read only must be there")
  void readOnlyMissing() {
    assertThatThrownBy(() -> KeyRing.openToRead(keys())).isInstanceOf(KeyRefused.class);
    assertThat(keys()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity-1", "index-term-12", "subscriber.labour-bureau-999999"})
  @DisplayName("A key id reads back from its text")
  void keyIdText(String text) {
    assertThat(KeyId.parse(text).text()).isEqualTo(text);
    assertThat(KeyId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "identity-",
        "identity-0",
        "identity-01",
        "identity-1000000",
        "Identity-1",
        "../identity-1",
        "a.b.c-1",
        ".identity-1",
        "identity-1\n"
      })
  @DisplayName("Anything else is no key id")
  void notKeyIdText(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyId.parse(text));
  }
}
