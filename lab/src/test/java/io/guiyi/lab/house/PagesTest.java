package io.guiyi.lab.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.house.SourceTree.TreeFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages hold together")
class PagesTest {
  private static final Pattern MENTION =
      Pattern.compile("\\b(docs/[\\w./-]*\\w\\.(?:md|json|svg|png))");
  private static final List<String> DECISION_HEADINGS =
      List.of("## Status", "## Motivation", "## Rule", "## Rejected roads", "## Consequences");

  private final SourceTree tree = SourceTree.ofThisBuild();

  @Test
  @DisplayName("every link leads to a file, and to a heading in it")
  void linksLead() {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (TreeFile file : tree.files("md")) {
      Page page = Page.read(file);
      for (String link : page.links()) {
        links++;
        if (!leads(page, link)) {
          broken.add(file + " → " + link);
        }
      }
    }
    assertThat(links).isGreaterThan(30);
    assertThat(broken).isEmpty();
  }

  private boolean leads(Page from, String link) {
    URI target = URI.create(link);
    if (target.getScheme() != null) {
      return target.getScheme().equals("https");
    }
    Path folder = from.file().path().getParent();
    Path file = target.getPath().isEmpty() ? from.file().path() : folder.resolve(target.getPath());
    if (!Files.exists(file) || target.getFragment() == null) {
      return Files.exists(file);
    }
    Path real = file.normalize();
    String name = tree.root().relativize(real).toString();
    return Page.read(new TreeFile(real, name)).anchors().contains(target.getFragment());
  }

  @Test
  @DisplayName("every page that a source speaks of is there")
  void mentionsLead() {
    List<String> mentions =
        tree.files("java", "sql", "yaml", "xml").stream()
            .flatMap(file ->
                MENTION.matcher(file.text()).results().map(found -> file + " → " + found.group(1)))
            .toList();
    assertThat(mentions).hasSizeGreaterThan(3);
    assertThat(mentions)
        .allMatch(mention ->
            Files.exists(tree.root().resolve(mention.substring(mention.indexOf("docs/")))));
  }

  @Test
  @DisplayName("decisions are numbered without gaps, of one form, and listed")
  void decisionsAreOfOneForm() {
    List<TreeFile> decisions =
        tree.files("md").stream()
            .filter(file -> file.name().matches("docs/decisions/\\d{4}-[a-z0-9-]+\\.md"))
            .toList();
    assertThat(decisions).hasSizeGreaterThan(5);
    assertThat(decisions)
        .extracting(file -> file.path().getFileName().toString().substring(0, 4))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, decisions.size()).mapToObj("%04d"::formatted).toList());
    String index = tree.file("docs/decisions/README.md").text();
    assertThat(decisions)
        .allSatisfy(decision -> {
          List<String> headings = Page.read(decision).headings();
          assertThat(headings.getFirst()).matches("# \\d+\\. .+");
          assertThat(headings.subList(1, headings.size()))
              .containsExactlyElementsOf(DECISION_HEADINGS);
          assertThat(index).contains("(" + decision.path().getFileName() + ")");
        });
  }
}
