package io.guiyi.routes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.model.KeptModel;
import io.guiyi.routes.HubSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The configuration folder")
class HubConfigTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeSoundFiles() throws IOException {
    write("application.yaml", "http: {host: 127.0.0.1, port: 8470}\ndatabase: {connections: 8}\n");
    write(
        "sources/police.yaml",
        """
        connector: police
        every: 5s
        url: http://127.0.0.1:8471
        client-id: guiyi
        secret-file: police.secret
        """);
    write(
        "subscribers/education-bureau.yaml",
        """
        purpose: school places
        legal-basis: an article
        fields: [name, birthDate]
        ages: {from: 0, through: 18}
        """);
    secret("police.secret", "rw-------");
  }

  @Test
  @DisplayName("is read into settings when nothing is wrong")
  void soundFiles() {
    HubSettings settings = HubConfig.read(folder, folder.resolve("var"));
    assertThat(settings.sources()).singleElement().satisfies(s -> assertThat(s.enabled()).isTrue());
    assertThat(settings.subscribers()).containsExactly("education-bureau");
    assertThat(settings.http().port()).isEqualTo(8470);
  }

  @Test
  @DisplayName("without a model of its own weighs by the one that is shipped")
  void shippedModel() throws IOException {
    KeptModel shipped = HubConfig.read(folder, folder.resolve("var")).model();
    assertThat(shipped).isEqualTo(ModelFile.kept(Path.of("../config/matching/migrants.json")));
    assertThat(shipped.text())
        .isEqualTo(Files.readString(Path.of("../config/matching/migrants.json")));
    assertThat(shipped.trained().description())
        .as("the figures were learnt for the questions that stand in the YAML beside it")
        .isEqualTo(ModelConfig.read(Path.of("../config/matching/migrants.yaml")));
  }

  @Test
  @DisplayName("names a model that is missing or was never trained")
  void unusableModel() throws IOException {
    write("application.yaml", "matching: {model: matching/none.json}\n");
    assertThat(faults()).extracting(ConfigFault::file).containsExactly("matching/none.json");
    write("application.yaml", "matching: {model: matching/readers.yaml}\n");
    Files.createDirectories(folder.resolve("matching"));
    Files.copy(
        Path.of("../docs/tutorial/readers.yaml"),
        folder.resolve("matching").resolve("readers.yaml"));
    assertThat(faults())
        .extracting(ConfigFault::remedy)
        .containsExactly("train it and name the .json file");
  }

  @Test
  @DisplayName("tells all faults of all files at once, each with file, line and remedy")
  void allFaultsAtOnce() throws IOException {
    write("application.yaml", "http:\n  host: 0.0.0.0\n  port: eighty\nbroke: {}\n");
    write("sources/police.yaml", "connector: pigeon\nevery: 5 minutes\n");
    write(
        "subscribers/education-bureau.yaml",
        "purpose: p\nlegal-basis: l\nfields: [name, shoeSize]\n");
    assertThat(faults())
        .extracting(fault -> fault.file() + ":" + fault.line())
        .containsExactly(
            "application.yaml:2",
            "application.yaml:3",
            "application.yaml:4",
            "sources/police.yaml:1",
            "sources/police.yaml:2",
            "subscribers/education-bureau.yaml:3");
    assertThat(faults()).allSatisfy(fault -> assertThat(fault.remedy()).isNotBlank());
  }

  @ParameterizedTest(name = "[{index}] {0} with \"{1}\" says \"{2}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application.yaml | http: {port: 70000}               | whole number from 0 to 65535
          application.yaml | http: {prot: 80}                  | or write one of host, port
          application.yaml | http: [1, 2]                      | indent its settings below it
          application.yaml | database: {url: jdbc:oracle:x}    | the one dialect the hub speaks
          application.yaml | - a list                          | write 'key: value' lines
          application.yaml | 'a: [1'                           | check indentation and quotes
          sources/police.yaml | connector: police              | add the line 'url: ...'
          sources/Police!.yaml | connector: police             | rename the file
          sources/education.yaml | connector: education        | add the line 'host-key: ...'
          sources/education.yaml | {connector: education, port: 0} | whole number from 1 to 65535
          sources/education.yaml | {connector: education, delivery: delta} | write one of by-name
          sources/education.yaml | {connector: education, shrink-percent: 101} | from 0 to 100
          sources/health.yaml | connector: health              | add the line 'token-file: ...'
          sources/health.yaml | {connector: health, page-size: 501} | whole number from 1 to 500
          sources/health.yaml | {connector: health, client-id: x} | or write one of connector
          sources/health.yaml | {connector: health, every: 10m, expect: soon} | from 10m to 400d
          sources/health.yaml | {connector: health, every: 10m, expect: 5m} | from 10m to 400d
          sources/union.yaml | {connector: declared, every: 1h, expect: 401d} | from 1h to 400d
          sources/union.yaml | {connector: declared, expects: 5d} | or write one of connector
          subscribers/x.yaml | fields: []                      | add the line 'purpose: ...'
          """)
  void eachFaultHasItsRemedy(String file, String text, String remedy) throws IOException {
    write(file, text + "\n");
    assertThat(faults())
        .extracting(ConfigFault::remedy)
        .anySatisfy(r -> assertThat(r).contains(remedy));
  }

  @Test
  @DisplayName("refuses a secret that others can read")
  void openSecret() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("police.secret"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.problem()).contains("can be read by others");
          assertThat(fault.remedy()).contains("chmod 600");
        });
  }

  @Test
  @DisplayName("reads a FHIR source, and says what is wrong with its token")
  void fhirSource() throws IOException {
    write(
        "sources/health.yaml",
        """
        connector: health
        url: http://127.0.0.1:8473/fhir
        token-file: health.token
        """);
    secret("health.token", "rw-------");
    assertThat(faults()).isEmpty();
    Files.writeString(folder.resolve("health.token"), "short");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.file() + ":" + fault.line()).isEqualTo("sources/health.yaml:3");
          assertThat(fault.problem()).contains("16 to 2000").doesNotContain("short");
        });
  }

  @Test
  @DisplayName("reads an SFTP source, and says what is wrong with its keys and folder")
  void sftpSource() throws IOException {
    String text =
        """
        connector: education
        host: files.education.example
        user: guiyi
        key-file: education.key
        host-key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq0SvxWzcw0cO1Q7lqkqzVw7KxTmoJ8kq9fKcmQkVHt
        folder: /out
        """;
    write("sources/education.yaml", text);
    secret("education.key", "rw-------");
    Files.writeString(folder.resolve("education.key"), "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    assertThat(faults()).isEmpty();
    write("sources/education.yaml", text.replace("/out", "out").replace("AAAAC3", "?"));
    Files.writeString(folder.resolve("education.key"), "a password");
    assertThat(faults())
        .extracting(fault -> fault.file() + ":" + fault.line())
        .containsExactlyInAnyOrder(
            "sources/education.yaml:4", "sources/education.yaml:5", "sources/education.yaml:6");
    assertThat(faults()).extracting(ConfigFault::problem).noneMatch(p -> p.contains("password"));
  }

  @Test
  @DisplayName("needs no secret of a source that is not enabled")
  void disabledSource() throws IOException {
    write(
        "sources/police.yaml",
        Files.readString(folder.resolve("sources/police.yaml")) + "enabled: false\n");
    Files.delete(folder.resolve("police.secret"));
    assertThat(faults()).isEmpty();
  }

  @Test
  @DisplayName("is refused as a whole by a command, with every fault on a line of its own")
  void refusal() throws IOException {
    write("application.yaml", "http: {port: x, host: example.invalid}\n");
    assertThatThrownBy(() -> HubConfig.read(folder, folder.resolve("var")))
        .isInstanceOfSatisfying(
            ConfigRefused.class, refused -> assertThat(refused.faults()).hasSize(2));
  }

  private List<ConfigFault> faults() {
    ConfigFaults faults = new ConfigFaults();
    HubConfig.read(folder, folder.resolve("var"), faults);
    return faults.sorted();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void secret(String name, String rights) throws IOException {
    write(name, "an-invented-secret-for-tests\n");
    Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(rights));
  }
}
