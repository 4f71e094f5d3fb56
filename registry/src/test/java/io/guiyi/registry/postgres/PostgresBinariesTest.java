package io.guiyi.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("PostgreSQL's programs")
class PostgresBinariesTest {

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "Linux,    amd64,   postgres-linux-x86_64.txz",
    "Linux,    aarch64, postgres-linux-arm_64.txz",
    "Mac OS X, x86_64,  postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
  })
  void areChosenByPlatform(String os, String processor, String archive) {
    assertThat(PostgresBinaries.archive(os, processor)).isEqualTo(archive);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({"Windows 11, amd64", "Linux, riscv64", "SunOS, sparcv9"})
  void areMissingElsewhereAndTheRemedyIsNamed(String os, String processor) {
    assertThatExceptionOfType(EmbeddedPostgresException.class)
        .isThrownBy(() -> PostgresBinaries.archive(os, processor))
        .withMessageContaining(os + " on " + processor)
        .withMessageContaining("URL of an external PostgreSQL")
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_BINARIES));
  }

  @Test
  void areUnpackedOnceAndNamedByTheirVersion(@TempDir Path folder) throws Exception {
    PostgresBinaries first = PostgresBinaries.unpack(folder);
    assertThat(first.root().getFileName().toString()).startsWith("bin-" + first.version() + "-");
    assertThat(first.major()).isEqualTo("18");
    assertThat(first.root().resolve("bin/pg_ctl")).isExecutable();
    FileTime made = Files.getLastModifiedTime(first.root());
    assertThat(PostgresBinaries.unpack(folder)).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first.root())).isEqualTo(made);
    assertThat(folder).isDirectoryContaining(entry -> entry.equals(first.root()));
  }

  @ParameterizedTest
  @CsvSource({"with$dollar", "with`tick", "'with\"quote'", "with\\backslash"})
  void areNotHandedANameThatAShellWouldInterpret(String name, @TempDir Path folder) {
    assertThatExceptionOfType(EmbeddedPostgresException.class)
        .isThrownBy(() -> PostgresHome.prepare(folder.resolve(name)))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.DIRECTORY_UNUSABLE));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void areAtHomeInAFolderWithSpacesQuotesAndChinese(@TempDir Path folder) throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(Hub.settings(folder.resolve("归一 hub's data")))) {
      assertThat(Hub.ask(postgres, "select 1")).isEqualTo("1");
    }
  }
}
