package io.guiyi.lab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.population.Canary;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The search for traces finds what is planted")
class TracesTest {
  private static final Canary CANARY =
      Population.generate(new PopulationSettings(1, 1, 0)).canary();

  private final Traces traces = Traces.of(CANARY);

  @TempDir private Path folder;

  private static Stream<String> values() {
    return Stream.of(CANARY.name(), CANARY.idNumber(), CANARY.phone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "GB18030"})
  void inAnEncoding(String charset) {
    assertThat(values())
        .allSatisfy(value -> assertFound(("<" + value + ">").getBytes(Charset.forName(charset))));
  }

  @Test
  void inJsonEscapes() {
    JsonMapper json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    byte[] written = json.writeValueAsBytes(CANARY.name());
    assertThat(new String(written, StandardCharsets.US_ASCII)).startsWith("\"\\u");
    assertFound(written);
  }

  @Test
  void inHexadecimalDigits() {
    assertThat(values())
        .allSatisfy(value ->
            assertFound(
                ("\\x00" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void inBase64WhereverItStarts(int before) {
    assertThat(values())
        .allSatisfy(value ->
            assertFound(
                Base64.getEncoder()
                    .encode(
                        ("x".repeat(before) + value + "y".repeat(7 - before))
                            .getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  @DisplayName("across the end of a chunk")
  void acrossChunks() throws Exception {
    byte[] name = CANARY.name().getBytes(StandardCharsets.UTF_8);
    int chunk = 4 << 20;
    byte[] content = new byte[2 * chunk];
    System.arraycopy(name, 0, content, chunk - name.length / 2, name.length);
    Files.write(folder.resolve("big"), content);
    assertThat(traces.below(folder)).containsExactly("big: name in UTF-8");
  }

  @Test
  @DisplayName("and nothing where nothing is")
  void nothingElse() throws Exception {
    Files.createDirectories(folder.resolve("deep/down"));
    Files.writeString(
        folder.resolve("deep/down/file"),
        IntStream.range(0, 10_000).mapToObj(Integer::toString).reduce("", String::concat));
    assertThat(traces.below(folder)).isEmpty();
  }

  @Test
  @DisplayName("no pattern is so short that chance would find it")
  void patternsAreLong() {
    assertThat(traces.patterns().values()).allMatch(pattern -> pattern.length() >= 8);
  }

  private void assertFound(byte[] planted) {
    assertThat(traces.inText(new String(planted, StandardCharsets.ISO_8859_1))).isNotEmpty();
  }
}
