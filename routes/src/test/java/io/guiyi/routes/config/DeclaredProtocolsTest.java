package io.guiyi.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.database.DatabaseSettings;
import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.declared.JdbcRows;
import io.guiyi.connectors.declared.SftpFiles;
import io.guiyi.connectors.declared.TableFiles;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.connectors.table.DelimitedFormat;
import io.guiyi.connectors.table.TextEncoding;
import io.guiyi.records.Delivery;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a declared source is read from, as its file says it; both are run in the lab's tests. */
@DisplayName("A declaration of")
class DeclaredProtocolsTest {
  private static final String REST =
      """
      columns: [no, name, changed]
      row: {key: no, version: {column: changed, written: 'yyyy-MM-dd HH:mm:ss'}}
      person: {name: name}
      statements:
        - {kind: membership, organisation: {words: the union}, standing: {always: member}}
      """;

  private static final String AS_OF_DELIVERY =
      REST.replaceFirst("version: \\{.*?\\}", "version: delivery");

  private static final String HOST_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq0SvxWzcw0cO1Q7lqkqzVw7KxTmoJ8kq9fKcmQkVHt";

  @TempDir private Path folder;

  @BeforeEach
  void secrets() throws IOException {
    secret("members.password", "a password of members");
    secret("members.key", "-----BEGIN OPENSSH PRIVATE KEY-----");
  }

  @Test
  @DisplayName("a table says which, of which database, read in which order")
  void table() throws IOException {
    Declaration declared =
        sound(
            """
            connector: declared
            read:
              protocol: jdbc
              url: jdbc:postgresql://127.0.0.1:5432/members
              user: reader
              password-file: members.password
              table: union.members
              order-by: changed
              overlap: 5m
              page-size: 500
              connect-timeout: 2s
            delivery: delta
            """);
    assertThat(declared.protocol())
        .isEqualTo(
            new JdbcRows(
                new DatabaseSettings(
                    "jdbc:postgresql://127.0.0.1:5432/members",
                    "reader",
                    new Secret("a password of members"),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(30)),
                "union.members",
                "changed",
                Duration.ofMinutes(5),
                500));
    assertThat(declared.delivery().isComplete()).isFalse();
  }

  @Test
  @DisplayName("a table has every fault named at once, with its line")
  void faultyTable() throws IOException {
    assertThat(
            faults(
                """
                connector: declared
                read:
                  protocol: jdbc
                  url: jdbc:oracle:members
                  password-file: nowhere.password
                  table: members; drop table members
                  order-by: changed
                  overlap: 40d
                  page-size: 0
                  connect-timeout: 1ms
                  response-timeout: 8m
                  folder: /out
                delivery: delta
                """))
        .satisfiesExactly(
            fault -> assertThat(fault).contains("read.user is missing"),
            fault ->
                assertThat(fault).startsWith("list.yaml:4: read.url must start with jdbc:post"),
            fault -> assertThat(fault).startsWith("list.yaml:5: ").contains("chmod 600"),
            fault -> assertThat(fault).startsWith("list.yaml:6: read.table must be schema.table"),
            fault -> assertThat(fault).startsWith("list.yaml:8: read.overlap is '40d'"),
            fault -> assertThat(fault).startsWith("list.yaml:9: read.page-size is '0'"),
            fault -> assertThat(fault).startsWith("list.yaml:10: read.connect-timeout is '1ms'"),
            fault -> assertThat(fault).startsWith("list.yaml:11: read.response-timeout "),
            fault -> assertThat(fault).startsWith("list.yaml:12: read.folder is no setting"));
  }

  @Test
  @DisplayName("changes of a table needs the column that grows")
  void tableWithoutOrder() throws IOException {
    String file =
        """
        connector: declared
        read:
          protocol: jdbc
          url: jdbc:postgresql://127.0.0.1:5432/members
          user: reader
          password-file: members.password
          table: members
        delivery: delta
        """;
    assertThat(faults(file))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("read.order-by is missing", "add it"));
  }

  @Test
  @DisplayName("files behind SFTP says where, with which keys on both sides, and which files")
  void files() throws IOException {
    Declaration declared =
        sound(
            """
            connector: declared
            read:
              protocol: sftp
              host: files.union.example
              port: 2022
              user: guiyi
              key-file: members.key
              host-key: %s
              folder: /out/members
              transfer-timeout: 5m
              files: members_{yyyyMMdd}_{NN}.csv
              encoding: utf-8
              separator: tab
              marker: ok-file
            delivery: complete
            shrink-percent: 10
            """
                .formatted(HOST_KEY));
    assertThat(declared.protocol())
        .isInstanceOfSatisfying(
            SftpFiles.class,
            read -> {
              assertThat(read.server())
                  .isEqualTo(
                      new SftpSettings(
                          "files.union.example",
                          2022,
                          "guiyi",
                          new Secret("-----BEGIN OPENSSH PRIVATE KEY-----"),
                          HOST_KEY,
                          "/out/members",
                          Duration.ofSeconds(10),
                          Duration.ofSeconds(30),
                          Duration.ofMinutes(5)));
              assertThat(read.files().format())
                  .isEqualTo(
                      new TableFiles.Format.Csv(new DelimitedFormat(TextEncoding.UTF_8, '\t')));
            });
    assertThat(declared.delivery().kind()).isEqualTo(Delivery.Kind.COMPLETE);
    assertThat(declared.delivery().shrinkAtMost()).isEqualTo(0.1);
  }

  @Test
  @DisplayName("files behind SFTP has every fault named at once, with its line, and tells no key")
  void faultyFiles() throws IOException {
    secret("password.key", "my password");
    List<String> faults =
        faults(
            """
            connector: declared
            read:
              protocol: sftp
              host: guiyi@files.example
              port: 70000
              user: gui yi
              key-file: password.key
              host-key: a fingerprint
              folder: out
              transfer-timeout: 2h
              files: members.csv
              separator: pipe
              marker: flag
            delivery: delta
            """);
    assertThat(faults)
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("list.yaml:4: read.host must be a host's name"),
            fault -> assertThat(fault).startsWith("list.yaml:5: read.port is '70000'"),
            fault -> assertThat(fault).startsWith("list.yaml:6: read.user must have"),
            fault ->
                assertThat(fault).startsWith("list.yaml:7: read.key-file must be a private key"),
            fault -> assertThat(fault).startsWith("list.yaml:8: read.host-key must be TYPE BASE64"),
            fault -> assertThat(fault).startsWith("list.yaml:9: read.folder must be an absolute"),
            fault -> assertThat(fault).startsWith("list.yaml:10: read.transfer-timeout is '2h'"),
            fault -> assertThat(fault).startsWith("list.yaml:11: read.files 'members.csv'"),
            fault -> assertThat(fault).startsWith("list.yaml:12: read.separator is 'pipe'"),
            fault -> assertThat(fault).startsWith("list.yaml:13: read.marker is 'flag'"));
    assertThat(faults).noneMatch(fault -> fault.contains("my password"));
  }

  private Declaration sound(String head) throws IOException {
    assertThat(faults(head)).isEmpty();
    return switch (HubConfig.source(folder.resolve("list.yaml"), true).dialect()) {
      case SourceEntry.Declared(Declaration declaration, Path _) -> declaration;
      default -> throw new IllegalStateException("not declared");
    };
  }

  private List<String> faults(String head) throws IOException {
    Path file = folder.resolve("list.yaml");
    boolean complete = head.contains("delivery: complete");
    Files.writeString(file, head + (complete ? AS_OF_DELIVERY : REST));
    ConfigFaults faults = new ConfigFaults();
    new SourceConfig(folder, faults).read(file);
    return faults.sorted().stream().map(ConfigFault::toString).toList();
  }

  private void secret(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
