package io.guiyi.lab.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.guiyi.lab.house.Installation.Ran;
import io.guiyi.lab.house.Page.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page whose commands are typed. Each of its {@code sh} blocks carries a remark: {@code runs},
 * {@code runs: exit 2}, or {@code does not run:} with the reason. The commands of those that run
 * are typed in their order into one installation, through the launcher; a block after them is a
 * sample of what they print. In a {@code text} sample … stands for anything; a {@code json} sample
 * gives the names and kinds of the fields of the one line of stdout.
 *
 * @param page what is typed
 */
record TypedPage(Page page) {
  private static final Pattern RUNS = Pattern.compile("runs(?:: exit (\\d))?");
  private static final Set<String> SAMPLES = Set.of("text", "json");
  private static final Pattern REST = Pattern.compile("does not run: .{10,}");

  /**
   * A block to run.
   *
   * @param exitCode of each of its commands
   * @param sample what the last of them prints; a block without lines if README shows nothing
   */
  private record Step(List<String> commands, int exitCode, Block sample) {}

  /** Holds that every command either runs here or says why it does not. */
  void everyBlockIsMarked() {
    assertThat(page.blocks().stream().filter(block -> block.language().equals("sh")))
        .hasSizeGreaterThan(2)
        .allSatisfy(block ->
            assertThat(block.remark())
                .as("remark before %s", block.lines())
                .matches(RUNS.pattern() + "|" + REST.pattern()));
  }

  /** A test for each block that runs. */
  List<DynamicTest> tests(Installation installation) {
    return steps().stream()
        .map(step ->
            dynamicTest(String.join(" ; ", step.commands()), () -> check(step, installation)))
        .toList();
  }

  private static void check(Step step, Installation installation) throws Exception {
    Ran ran = new Ran(0, List.of(), List.of());
    for (String command : step.commands()) {
      ran = installation.type(command);
      assertThat(ran.exitCode()).as("exit code; it said %s", ran).isEqualTo(step.exitCode());
    }
    switch (step.sample().language()) {
      case "json" -> checkJson(step.sample(), ran.stdout());
      case "text" -> checkText(step.sample(), ran.stdout());
      default -> assertThat(step.sample().lines()).isEmpty();
    }
  }

  private static void checkJson(Block sample, List<String> stdout) {
    assertThat(stdout).as("stdout carries the result and nothing else").hasSize(1);
    JsonNode promised = JsonMapper.shared().readTree(String.join("\n", sample.lines()));
    JsonNode printed = JsonMapper.shared().readTree(stdout.getLast());
    assertThat(kinds(printed)).containsExactlyElementsOf(kinds(promised));
  }

  private static List<String> kinds(JsonNode object) {
    return object.properties().stream()
        .map(field -> field.getKey() + ": " + field.getValue().getNodeType())
        .toList();
  }

  private static void checkText(Block sample, List<String> stdout) {
    String pattern =
        sample.lines().stream()
            .map(line -> Pattern.quote(line).replace("…", "\\E.*\\Q"))
            .collect(Collectors.joining("\n"));
    assertThat(String.join("\n", stdout)).containsPattern(pattern);
  }

  private List<Step> steps() {
    List<Block> blocks = page.blocks();
    List<Step> steps = new ArrayList<>();
    for (int at = 0; at < blocks.size(); at++) {
      Block block = blocks.get(at);
      Matcher runs = RUNS.matcher(block.remark());
      if (block.language().equals("sh") && runs.matches()) {
        int exitCode = runs.group(1) == null ? 0 : Integer.parseInt(runs.group(1));
        steps.add(new Step(block.lines(), exitCode, sampleAfter(blocks, at)));
      }
    }
    return steps;
  }

  private static Block sampleAfter(List<Block> blocks, int at) {
    return blocks.stream()
        .skip(at + 1L)
        .limit(1)
        .filter(block -> SAMPLES.contains(block.language()))
        .findFirst()
        .orElse(new Block("", "", List.of()));
  }
}
