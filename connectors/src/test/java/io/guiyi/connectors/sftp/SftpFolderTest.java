package io.guiyi.connectors.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.delivery.FolderEntry;
import io.guiyi.connectors.delivery.FolderListing;
import io.guiyi.records.SourceId;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.AbstractSftpEventListenerAdapter;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A folder behind a real SFTP server")
class SftpFolderTest {
  private static final SourceId SOURCE = new SourceId("education");
  private static final int MOST = 1024 * 1024;

  @TempDir Path root;
  private Path out;
  private SftpDesk desk;
  private final CamelContext camel = new DefaultCamelContext();

  @BeforeEach
  void open() throws IOException {
    out = Files.createDirectory(root.resolve("out"));
    desk = new SftpDesk(root);
    camel.start();
  }

  @AfterEach
  void close() {
    camel.stop();
    desk.close();
  }

  private FolderListing list(SftpSettings settings) throws SourceUnavailable {
    try (SftpFolder folder = SftpFolder.open(camel, SOURCE, settings)) {
      return folder.list();
    }
  }

  private byte[] read(String name, int most) throws SourceUnavailable {
    try (SftpFolder folder = SftpFolder.open(camel, SOURCE, desk.settings())) {
      return folder.read(new FolderEntry(name, 10, Instant.EPOCH), most);
    }
  }

  private static void failsWith(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SourceUnavailable.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
        .hasNoCause()
        .hasMessageStartingWith("education: ");
  }

  @Test
  @DisplayName("lists files with harmless names, no folders and no links, and reads them whole")
  void listsAndReads() throws Exception {
    byte[] content = new byte[300_000];
    content[299_999] = 7;
    Files.write(out.resolve("XJ_1.csv"), content);
    Files.createDirectory(out.resolve("XJ_2.csv"));
    Files.createSymbolicLink(out.resolve("XJ_3.csv"), out.resolve("XJ_1.csv"));
    Files.write(out.resolve(".hidden"), new byte[1]);
    Files.write(out.resolve("a\nb.csv"), new byte[1]);
    FolderListing listing = list(desk.settings());
    assertThat(listing.entries()).extracting(FolderEntry::name).contains("XJ_1.csv");
    assertThat(listing.entries())
        .extracting(FolderEntry::name)
        .doesNotContain("XJ_2.csv", ".hidden", "a\nb.csv");
    assertThat(listing.ignored()).isEqualTo(2);
    assertThat(listing.named("XJ_1.csv").orElseThrow().size()).isEqualTo(300_000);
    assertThat(read("XJ_1.csv", MOST)).isEqualTo(content);
  }

  @Test
  @DisplayName("a file that is larger than allowed is not read to its end")
  void tooLarge() throws Exception {
    Files.write(out.resolve("XJ_1.csv"), new byte[200_000]);
    failsWith(Kind.TOO_LARGE, () -> read("XJ_1.csv", 100_000));
  }

  @Test
  @DisplayName("a file or folder that is not there, or a key that is not known, has its own kind")
  void refusals() throws Exception {
    failsWith(Kind.FOLDER, () -> read("XJ_1.csv", MOST));
    SftpSettings good = desk.settings();
    failsWith(
        Kind.UNAUTHORIZED, () -> list(desk.settings("guiyi", SftpDesk.keyPair(), desk.hostKey())));
    failsWith(
        Kind.UNAUTHORIZED, () -> list(desk.settings("other", desk.userKey(), desk.hostKey())));
    Files.delete(out);
    failsWith(Kind.FOLDER, () -> list(good));
  }

  @Test
  @DisplayName("a server with another host key never learns who we are")
  void pinnedHostKey() {
    CountDownLatch asked = new CountDownLatch(1);
    desk.server()
        .setPublickeyAuthenticator((user, key, session) -> {
          asked.countDown();
          return true;
        });
    failsWith(
        Kind.PROTOCOL, () -> list(desk.settings("guiyi", desk.userKey(), SftpDesk.keyPair())));
    assertThat(asked.getCount()).isEqualTo(1);
  }

  @Test
  @DisplayName("nobody there, and somebody who hangs up, are refusals")
  void nobodyThere() throws Exception {
    SftpSettings settings = desk.settings();
    desk.server().stop(true);
    failsWith(Kind.REFUSED, () -> list(settings));
    try (ServerSocket rude = new ServerSocket(settings.port())) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              rude.accept().close();
            } catch (IOException e) {
              // The test is over.
            }
          });
      failsWith(Kind.REFUSED, () -> list(settings));
    }
  }

  @Test
  @DisplayName("a server that accepts and says nothing is given up")
  void silentServer() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      SftpSettings d = desk.settings();
      SftpSettings settings =
          new SftpSettings(
              "127.0.0.1",
              silent.getLocalPort(),
              d.user(),
              d.privateKey(),
              d.hostKey(),
              "/out",
              Duration.ofMillis(500),
              Duration.ofMillis(500),
              Duration.ofMillis(500));
      failsWith(Kind.TIMEOUT, () -> list(settings));
    }
  }

  @Test
  @DisplayName("a server that keeps the session alive and sends nothing is given up too")
  void hangingFile() throws Exception {
    Files.write(out.resolve("XJ_1.csv"), new byte[200_000]);
    CountDownLatch over = new CountDownLatch(1);
    SftpSubsystemFactory hanging = new SftpSubsystemFactory.Builder().build();
    hanging.addSftpEventListener(
        new AbstractSftpEventListenerAdapter() {
          @Override
          public void reading(
              ServerSession session,
              String remoteHandle,
              FileHandle localHandle,
              long offset,
              byte[] data,
              int dataOffset,
              int dataLen) {
            try {
              over.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        });
    desk.server().setSubsystemFactories(List.of(hanging));
    long start = System.nanoTime();
    failsWith(Kind.TIMEOUT, () -> read("XJ_1.csv", MOST));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    over.countDown();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "host, a b",
    "user, a:b",
    "folder, out",
    "folder, /out/../etc",
    "hostKey, ssh-ed25519",
    "privateKey, secret",
  })
  @DisplayName("settings that cannot be right are told before anything is sent")
  void settings(String setting, String value) {
    SftpSettings good = desk.settings();
    SftpSettings bad =
        new SftpSettings(
            setting.equals("host") ? value : good.host(),
            good.port(),
            setting.equals("user") ? value : good.user(),
            setting.equals("privateKey") ? new Secret(value) : good.privateKey(),
            setting.equals("hostKey") ? value : good.hostKey(),
            setting.equals("folder") ? value : good.folder(),
            good.connectTimeout(),
            good.responseTimeout(),
            good.transferTimeout());
    assertThat(good.faults()).isEmpty();
    assertThat(bad.faults()).hasSize(1);
    assertThat(bad.faults().getFirst().setting()).isEqualTo(setting);
    assertThat(bad.toString()).doesNotContain("BEGIN");
  }
}
