package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The API's token")
class ApiTokenTest {
  @TempDir private Path folder;

  private String text() throws IOException {
    return Files.readString(folder.resolve(ApiToken.FILE)).strip();
  }

  private void write(String content, String rights) throws IOException {
    Path file = Files.writeString(folder.resolve(ApiToken.FILE), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  @Test
  @DisplayName("is made on first use, random, for its owner only")
  void isMadeOnFirstUse() throws IOException {
    ApiToken token = ApiToken.in(folder);
    assertThat(text()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(Files.getPosixFilePermissions(folder.resolve(ApiToken.FILE)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(token.matches(text())).isTrue();
    assertThat(token.matches(text() + "x")).isFalse();
    assertThat(token.matches("")).isFalse();
    assertThat(token).hasToString("ApiToken[***]");
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing else is left behind").hasSize(1);
    }
  }

  @Test
  @DisplayName("stays the same over restarts")
  void staysTheSame() throws IOException {
    ApiToken.in(folder);
    String first = text();
    assertThat(ApiToken.in(folder).matches(first)).isTrue();
  }

  @Test
  @DisplayName("is one, however many make it at once")
  void isOneHoweverManyMakeIt() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 32)
        .parallel()
        .forEach(_ -> {
          ApiToken token = ApiToken.in(folder);
          try {
            assertThat(token.matches(text())).isTrue();
            seen.add(text());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertThat(seen).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-"})
  @DisplayName("is refused when others can read it")
  void isRefusedWhenOthersCanReadIt(String rights) throws IOException {
    write("0123456789012345678901234567890123456789", rights);
    assertThatThrownBy(() -> ApiToken.in(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("chmod 600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "0123456789 012345678901234567890123456789"})
  @DisplayName("is refused when the file holds none, without repeating what it holds")
  void isRefusedWhenTheFileHoldsNone(String content) throws IOException {
    write(content, "rw-------");
    assertThatThrownBy(() -> ApiToken.in(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("delete it to get a new one")
        .hasMessageNotContaining("0123456789 0");
  }
}
