package io.guiyi.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.SteeredClock;
import io.guiyi.connectors.delivery.DeliverySettings;
import io.guiyi.connectors.sftp.SftpDesk;
import io.guiyi.connectors.table.DelimitedFormat;
import io.guiyi.records.Delivered;
import io.guiyi.records.Delivery;
import io.guiyi.records.Quarantined;
import io.guiyi.records.Watermark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Declared files behind a real SFTP server")
@Timeout(60)
class DeclaredSftpTest {
  private static final String HEADER =
      "number,name,sex,id,born,phone,mate,firm.name,since,state,changed";
  private static final String ROW =
      ",欧阳测试,m,11010119900307803X,32939,13900005678,,测试电器,2021-03-01,1,";

  @TempDir private Path root;
  private final SteeredClock clock = new SteeredClock("2026-11-22T08:00:00Z");
  private final SimpleCamelContext camel = new SimpleCamelContext();
  private SftpDesk desk;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectory(root.resolve("out"));
    desk = new SftpDesk(root);
    camel.start();
  }

  @AfterEach
  void close() {
    camel.stop();
    desk.close();
  }

  @Test
  @DisplayName("are read like any other declared rows; bytes that cannot be read cost one row")
  void reads() throws Exception {
    write("members_20260301.csv", HEADER, "1" + ROW, "2" + ROW.replace(",m,", ",f,"), "3" + ROW);
    spoil("members_20260301.csv", 3);
    try (DeclaredSource source = source(Duration.ZERO)) {
      List<SourcePage> pages = Declared.walk(source, Watermark.START);
      assertThat(Declared.words(Declared.read(source, pages)))
          .containsExactly("1", "2", "ENCODING ");
      assertThat(pages.getLast().part().last()).isTrue();
      Delivered aside = pages.getFirst().rows().getLast();
      assertThat(aside).isInstanceOf(Quarantined.class);
      assertThat(source.reread(aside.position(), ((Quarantined) aside).payload()))
          .as("it can be read again from what was kept")
          .isEqualTo(aside);
      assertThat(Declared.walk(source, pages.getLast().after())).isEmpty();
    }
  }

  @Test
  @DisplayName("are left alone until they have stood still, and wholly if a column is missing")
  void waits() throws Exception {
    write("members_20260301.csv", HEADER, "1" + ROW);
    try (DeclaredSource source = source(Duration.ofMinutes(1))) {
      assertThat(Declared.walk(source, Watermark.START)).isEmpty();
      clock.advance(Duration.ofMinutes(2));
      assertThat(Declared.walk(source, Watermark.START)).isNotEmpty();
    }
    write("members_20260302.csv", HEADER.replace("born", "birthday"), "1" + ROW);
    try (DeclaredSource source = source(Duration.ZERO)) {
      SourceUnavailable fault =
          assertThrows(SourceUnavailable.class, () -> Declared.walk(source, Watermark.START));
      assertThat(fault.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(fault.sentence()).contains("members_20260302.csv lacks").contains("born");
    }
  }

  private DeclaredSource source(Duration settle) {
    TableFiles files =
        new TableFiles(
            new FileNames("members_{yyyyMMdd}.csv", Delivery.Kind.DELTA),
            new TableFiles.Format.Csv(DelimitedFormat.GB18030),
            DeliverySettings.settling(settle));
    Declaration members =
        Declared.members(
            new SftpFiles(desk.settings(), files),
            Declared.delivered(),
            DeliveryRule.DELTA,
            List.of());
    return DeclaredSource.create(camel, members, clock);
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(
        root.resolve("out").resolve(name),
        String.join("\r\n", lines) + "\r\n",
        Charset.forName("GB18030"));
  }

  /** Puts a byte that is not GB18030 in front of a line's end. */
  private void spoil(String name, int line) throws IOException {
    Path file = root.resolve("out").resolve(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    for (byte b : Files.readAllBytes(file)) {
      if (b == '\r' && at++ == line) {
        out.write(0xFF);
      }
      out.write(b);
    }
    Files.write(file, out.toByteArray());
  }
}
