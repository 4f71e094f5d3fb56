package io.guiyi.lab.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.guiyi.lab.house.Page.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** README.md and the tutorials are executed, as {@link TypedPage} tells. */
@DisplayName("README.md and the tutorials keep their word")
class ReadmeTest {
  private static final String README = "README.md";
  private static final String LINKING = "docs/matching.md";

  private final SourceTree tree = SourceTree.ofThisBuild();

  private TypedPage page(String name) {
    return new TypedPage(Page.read(tree.file(name)));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {README, LINKING})
  @DisplayName("every command either runs here or says why it does not")
  void everyBlockIsMarked(String name) {
    page(name).everyBlockIsMarked();
  }

  @Test
  @DisplayName("README.zh-CN.md gives the same commands and the same samples")
  void bothLanguagesAgree() {
    assertThat(Page.read(tree.file("README.zh-CN.md")).blocks())
        .extracting(Block::language, Block::lines)
        .containsExactlyElementsOf(
            page(README).page().blocks().stream()
                .map(block -> tuple(block.language(), block.lines()))
                .toList());
  }

  @TestFactory
  @DisplayName("README's commands do what it says")
  List<DynamicTest> readmeRuns(@TempDir Path folder) throws IOException {
    return page(README).tests(Installation.in(folder));
  }

  @TestFactory
  @DisplayName("the commands that link files of one's own do what their page says")
  List<DynamicTest> linkingRuns(@TempDir Path folder) throws IOException {
    return page(LINKING).tests(Installation.in(folder));
  }
}
