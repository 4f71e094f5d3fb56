package io.guiyi.lab.house;

import io.guiyi.lab.house.SourceTree.TreeFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown page, read as far as the tests need it: headings, links and fenced blocks.
 *
 * @param file where it is
 * @param prose its lines outside fenced blocks
 * @param blocks its fenced blocks, in order
 */
record Page(TreeFile file, List<String> prose, List<Block> blocks) {
  private static final Pattern FENCE = Pattern.compile("^```(\\w*)$");
  private static final Pattern HEADING = Pattern.compile("^(#{1,6}) (.+)$");
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern SOURCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
  private static final Pattern NO_SLUG = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

  /**
   * A fenced block.
   *
   * @param remark the HTML comment in the last line before it that is not blank, without its marks;
   *     empty if there is none
   * @param language what stands after the fence
   * @param lines what stands inside
   */
  record Block(String remark, String language, List<String> lines) {}

  /** Reads a page; a fence that is not closed is refused. */
  static Page read(TreeFile file) {
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<String> inside = null;
    String remark = "";
    String language = "";
    for (String line : file.lines()) {
      var fence = FENCE.matcher(line);
      if (!fence.matches()) {
        (inside == null ? prose : inside).add(line);
      } else if (inside == null) {
        inside = new ArrayList<>();
        remark = remarkBefore(prose);
        language = fence.group(1);
      } else {
        blocks.add(new Block(remark, language, List.copyOf(inside)));
        inside = null;
        prose.add("");
        prose.add("");
      }
    }
    if (inside != null) {
      throw new IllegalStateException(file + " ends inside a fenced block");
    }
    return new Page(file, List.copyOf(prose), List.copyOf(blocks));
  }

  private static String remarkBefore(List<String> prose) {
    for (int at = prose.size() - 1; at >= 0 && at >= prose.size() - 2; at--) {
      String line = prose.get(at).strip();
      if (!line.isEmpty()) {
        return line.startsWith("<!--") && line.endsWith("-->")
            ? line.substring(4, line.length() - 3).strip()
            : "";
      }
    }
    return "";
  }

  /** Its headings, as they are written. */
  List<String> headings() {
    return prose.stream().filter(line -> HEADING.matcher(line).matches()).toList();
  }

  /** The anchors of its headings, by the rule of the usual forges. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new LinkedHashSet<>();
    for (String heading : headings()) {
      String text = HEADING.matcher(heading).replaceFirst("$2").replace("`", "");
      String slug = NO_SLUG.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
      int before = seen.merge(slug, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? slug : slug + "-" + before);
    }
    return anchors;
  }

  /** Where its links and pictures lead. */
  List<String> links() {
    return prose.stream()
        .map(line -> line.replaceAll("`[^`]*`", "`"))
        .flatMap(line ->
            Stream.concat(
                LINK.matcher(line).results().map(found -> found.group(1)),
                SOURCE.matcher(line).results().map((MatchResult found) -> found.group(1))))
        .toList();
  }
}
