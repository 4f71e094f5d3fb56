package io.guiyi.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.declared.DeclaredSource;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Delivered;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.guiyi.registry.postgres.EmbeddedPostgres;
import io.guiyi.registry.postgres.PostgresSettings;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A source that nobody programmed, by its file alone, reads")
class DeclaredProtocolsRunTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

  private static final String MEMBERS =
      """
      columns: [no, name, changed]
      row: {key: no, version: {column: changed, written: yyyyMMdd}}
      person: {name: name}
      statements:
        - {kind: membership, organisation: {words: the union}, standing: {always: member}}
      """;

  @TempDir private Path folder;

  @Test
  @DisplayName("a table of a department's PostgreSQL")
  void table() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(PostgresSettings.in(folder.resolve("db")))) {
      try (Connection connection =
              DriverManager.getConnection(
                  postgres.jdbcUrl(), postgres.user(), postgres.password());
          Statement statement = connection.createStatement()) {
        statement.execute("create table members (no text, name text, changed int, remark text)");
        statement.execute(
            "insert into members values ('M2', '测试乙', 20260302, ''), ('M1', '欧阳测试', 20260301, '')");
      }
      secret("members.password", postgres.password());
      assertThat(
              keys(
                  """
                  connector: declared
                  read:
                    protocol: jdbc
                    url: %s
                    user: %s
                    password-file: members.password
                    table: members
                    order-by: changed
                  delivery: delta
                  """
                      .formatted(postgres.jdbcUrl(), postgres.user())))
          .containsExactly("M1 欧阳测试", "M2 测试乙");
    }
  }

  @Test
  @DisplayName("files behind a real SFTP server")
  void files() throws Exception {
    byte[] content =
        "no,name,changed\r\nM1,欧阳测试,20260301\r\nM2,测试乙,20260302\r\n"
            .getBytes(StandardCharsets.UTF_8);
    new DeliveryDrop(folder.resolve("root/out"))
        .put(
            "members_20260302_01.csv",
            content,
            2,
            OffsetDateTime.parse("2026-03-02T08:00:00+08:00"));
    try (SftpDesk desk = new SftpDesk(folder.resolve("root"), 0, new SftpEventListener() {})) {
      SftpSettings server = desk.settings("/out");
      secret("members.key", server.privateKey().clear());
      assertThat(
              keys(
                  """
                  connector: declared
                  read:
                    protocol: sftp
                    host: 127.0.0.1
                    port: %d
                    user: %s
                    key-file: members.key
                    host-key: %s
                    folder: /out
                    files: members_{yyyyMMdd}_{NN}.csv
                    encoding: utf-8
                    marker: ok-file
                  delivery: delta
                  """
                      .formatted(server.port(), server.user(), server.hostKey())))
          .containsExactly("M1 欧阳测试", "M2 测试乙");
    }
  }

  private List<String> keys(String head) throws IOException, SourceUnavailable {
    Path file = folder.resolve("members.yaml");
    Files.writeString(file, head + MEMBERS);
    if (!(HubConfig.source(file, true).dialect()
        instanceof SourceEntry.Declared(Declaration declaration, Path _))) {
      throw new IllegalStateException("not declared");
    }
    List<String> keys = new ArrayList<>();
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.start();
      try (DeclaredSource source = DeclaredSource.create(camel, declaration, CLOCK)) {
        Pull pull = source.pull(Watermark.START);
        for (Optional<SourcePage> page = pull.nextPage();
            page.isPresent();
            page = pull.nextPage()) {
          for (Delivered row : page.get().rows()) {
            CanonicalRecord record = (CanonicalRecord) source.canonicalize((SourceRecord) row);
            keys.add(record.key().key() + " " + record.who().name().written());
          }
        }
      }
    }
    return keys;
  }

  private void secret(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
