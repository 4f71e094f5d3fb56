package io.guiyi.matching.value;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plain text: names of places, occupations, streets, codes. */
final class TextKind implements ValueKind<String> {
  private final String name;
  private final UnaryOperator<String> normalizer;

  private TextKind(String name, UnaryOperator<String> normalizer) {
    this.name = name;
    this.normalizer = normalizer;
  }

  /** Small letters without accents; everything else is a blank. */
  static TextKind text() {
    return new TextKind("text", Texts::plain);
  }

  /**
   * Letters and digits alone, in small letters: numbers that people write with and without blanks.
   */
  static TextKind code() {
    return new TextKind("code", text -> Texts.plain(text).replace(" ", ""));
  }

  /** The words of a text in alphabetical order, each once. */
  static TextKind words() {
    return new TextKind("words", Texts::sortedWords);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> parts() {
    return List.of("text");
  }

  @Override
  public @Nullable String read(List<String> raw) {
    String text = normalizer.apply(raw.getFirst());
    return text.isEmpty() ? null : text;
  }

  @Override
  public String canonical(String value) {
    return value;
  }

  @Override
  public Ladder<String> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of a " + name, List.of("(none)"));
    }
    return Rung.ladder(levels.stream().map(TextRungs::rung).toList(), text -> text, null);
  }

  @Override
  public Facet<String> facet(String word) {
    return TextFacets.facet(word);
  }
}
