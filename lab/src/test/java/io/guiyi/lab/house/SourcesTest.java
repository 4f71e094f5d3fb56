package io.guiyi.lab.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.house.SourceTree.TreeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("The sources are tidy")
class SourcesTest {
  private static final int LINE_MAX = 100;
  private static final int FILE_LINES_MAX = 450;
  private static final int METHOD_LINES_MAX = 70;
  private static final Pattern MAY_BE_LONG = Pattern.compile("^(import|package) .*|.*https?://.*");

  private final SourceTree tree = SourceTree.ofThisBuild();

  @Test
  @DisplayName("no line is longer than 100 characters")
  void linesFitTheScreen() {
    assertThat(places(tree.files("java"), SourcesTest::tooLong)).isEmpty();
  }

  @Test
  @DisplayName("no file has 450 lines or more")
  void filesFitTheHead() {
    assertThat(tree.files("java"))
        .filteredOn(file -> file.lines().size() >= FILE_LINES_MAX)
        .isEmpty();
  }

  @Test
  @DisplayName("no method has 70 lines or more")
  void methodsFitTheScreen() {
    assertThat(MethodLengths.of(tree.files("java")))
        .hasSizeGreaterThan(1_000)
        .filteredOn(method -> method.lines() >= METHOD_LINES_MAX)
        .isEmpty();
  }

  /**
   * Something that no source holds; the patterns are put together so that they do not find
   * themselves.
   *
   * @param where the names of the files it is banned from
   */
  record Banned(String what, String pattern, String where, String because) {}

  private static final String EVERYWHERE = ".*";

  static final List<Banned> BANNED =
      List.of(
          new Banned(
              "open ends",
              "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b",
              EVERYWHERE,
              "what is not done belongs to an issue"),
          new Banned(
              "sleeping",
              "\\b(Thread|SECONDS|MILLISECONDS)\\.sl" + "eep\\(",
              "(?!lab/src/main/).*",
              "a test waits for a condition, a program for an event; the lab plays people"),
          new Banned(
              "unsupported methods",
              "new Unsupported" + "OperationException",
              EVERYWHERE,
              "an interface that cannot be kept is the wrong one"),
          new Banned(
              "machine's paths",
              "(?<![\\w.])/(wo" + "rk|ro" + "ot|ho" + "me)/",
              EVERYWHERE,
              "another machine has other paths"),
          new Banned("tabs", "\t", EVERYWHERE, "two readers see two widths"),
          new Banned(
              "blanks at line ends", "\\s$", EVERYWHERE, "nobody sees them, every diff does"));

  @ParameterizedTest
  @FieldSource("BANNED")
  @DisplayName("hold nothing that is banned")
  void nothingBannedIsWritten(Banned banned) {
    Pattern pattern = Pattern.compile(banned.pattern());
    List<TreeFile> files =
        tree.files("java", "sql", "yaml", "xml").stream()
            .filter(file -> file.name().matches(banned.where()))
            .toList();
    assertThat(places(files, line -> pattern.matcher(line).find()))
        .as("%s, because %s", banned.what(), banned.because())
        .isEmpty();
  }

  @Test
  @DisplayName("every text ends with a line end and has no carriage return")
  void filesEndWell() {
    assertThat(tree.files("java", "sql", "yaml", "xml", "md", "json", "svg", "tsv"))
        .filteredOn(file -> !file.text().endsWith("\n") || file.text().contains("\r"))
        .isEmpty();
  }

  @Test
  @DisplayName(
      "every class with tests has a name that ends in Test, or surefire would pass it over")
  void testsAreFound() {
    Pattern test =
        Pattern.compile("^ *@(Test|ParameterizedTest|RepeatedTest)\\b", Pattern.MULTILINE);
    List<TreeFile> tests =
        tree.files("java").stream().filter(file -> test.matcher(file.text()).find()).toList();
    assertThat(tests)
        .hasSizeGreaterThan(20)
        .allMatch(file -> file.name().contains("/src/test/"))
        .allMatch(file -> file.name().endsWith("Test.java"));
  }

  private static boolean tooLong(String line) {
    return line.codePointCount(0, line.length()) > LINE_MAX && !MAY_BE_LONG.matcher(line).matches();
  }

  /** Where a line is found, as {@code file:line}. */
  private static List<String> places(List<TreeFile> files, Predicate<String> found) {
    List<String> places = new ArrayList<>();
    for (TreeFile file : files) {
      List<String> lines = file.lines();
      Stream<String> here =
          IntStream.range(0, lines.size())
              .filter(at -> found.test(lines.get(at)))
              .mapToObj(at -> file.name() + ":" + (at + 1));
      here.forEach(places::add);
    }
    return places;
  }
}
