package io.guiyi.matching.value;

import java.util.List;

/** The ways in which texts can be found again. */
final class TextFacets {
  static final List<String> KNOWN =
      List.of("whole", "prefix 3", "all-but 2", "first-word", "words", "sound", "less-one");

  private static final String PURPOSE = "facet of a text";

  private TextFacets() {}

  static Facet<String> facet(String written) {
    Spec spec = Spec.of(written);
    return switch (spec.word()) {
      case "whole" -> (text, sink) -> sink.add(text);
      case "prefix" -> {
        int length = spec.count(PURPOSE, KNOWN);
        yield (text, sink) -> {
          if (text.length() >= length) {
            sink.add(text.substring(0, length));
          }
        };
      }
      case "all-but" -> {
        int tail = spec.count(PURPOSE, KNOWN);
        yield (text, sink) -> {
          if (text.length() > tail) {
            sink.add(text.substring(0, text.length() - tail));
          }
        };
      }
      case "first-word" -> (text, sink) -> sink.add(TextRungs.firstWord(text));
      case "words" -> TextFacets::words;
      case "sound" -> (text, sink) -> sink.add(Soundex.of(text));
      case "less-one" -> TextFacets::lessOne;
      default -> throw new ModelWordException(written, PURPOSE, KNOWN);
    };
  }

  private static void words(String text, Facet.KeySink sink) {
    for (String word : text.split(" ", -1)) {
      sink.add(word);
    }
  }

  /** The text and all texts with one character less: two that are one slip apart share one. */
  private static void lessOne(String text, Facet.KeySink sink) {
    sink.add(text);
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
        sink.add(text.substring(0, i) + text.substring(i + 1));
      }
    }
  }
}
