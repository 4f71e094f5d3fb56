package io.guiyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.QuarantineReason;
import io.guiyi.registry.watch.AlarmKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The words of the pages")
class MessagesTest {
  private static final Properties CHINESE = load("/io/guiyi/console/messages.properties");
  private static final Properties ENGLISH = load("/io/guiyi/console/messages_en.properties");

  @Test
  @DisplayName("are there in both languages, and none is empty")
  void areThereInBothLanguages() {
    assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet()).hasSizeGreaterThan(100);
    assertThat(CHINESE.values()).noneMatch(word -> word.toString().isBlank());
    assertThat(ENGLISH.values()).noneMatch(word -> word.toString().isBlank());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("explain every reason for quarantine")
  void explainEveryReason(QuarantineReason reason) {
    assertThat(CHINESE)
        .containsKeys(
            "reason." + reason, "reason." + reason + ".means", "reason." + reason + ".remedy");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("explain every alarm, by the names it has elsewhere")
  void explainEveryAlarm(AlarmKind kind) {
    for (Properties words : List.of(CHINESE, ENGLISH)) {
      assertThat(words).containsKeys("alarm." + kind + ".means", "alarm." + kind + ".remedy");
    }
    assertThat(CHINESE).containsEntry("alarm." + kind, kind.chinese());
    assertThat(ENGLISH).containsEntry("alarm." + kind, kind.english());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("name every condition of a source")
  void nameEveryCondition(SourceState.Condition condition) {
    assertThat(CHINESE).containsKey("condition." + condition);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("name every part that a hub can play")
  void nameEveryPart(StatusView.Part part) {
    assertThat(CHINESE).containsKeys("part." + part, "part." + part + ".hint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console/status",
        "console/source",
        "console/help",
        "console/frame",
        "error/404",
        "error/5xx"
      })
  @DisplayName("cover what the templates ask for, and the templates hold no word of their own")
  void coverTheTemplates(String template) {
    String html = text("/templates/" + template + ".html");
    Matcher asked = Pattern.compile("#\\{([a-z0-9.-]+)[(}]").matcher(html);
    Set<Object> known = CHINESE.keySet();
    assertThat(asked.results().map(found -> found.group(1))).allMatch(known::contains);
    assertThat(html).doesNotContain(" style=", " onclick=", "<style", "javascript:");
    assertThat(html).doesNotContainPattern("<script(?![^>]*src=)");
  }

  private static Properties load(String resource) {
    Properties words = new Properties();
    try (InputStream stream = open(resource)) {
      words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String resource) {
    try (InputStream stream = open(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(MessagesTest.class.getResourceAsStream(resource), resource);
  }
}
