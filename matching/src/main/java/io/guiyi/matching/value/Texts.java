package io.guiyi.matching.value;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Raw text made plain. */
final class Texts {
  private Texts() {}

  /**
   * Small letters and digits, one blank between words; accents are dropped, apostrophes close up.
   * Letters of other scripts stay.
   */
  static String plain(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    String text = isAscii(raw) ? raw : withoutAccents(raw);
    StringBuilder plain = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) {
        if (blank && !plain.isEmpty()) {
          plain.append(' ');
        }
        blank = false;
        plain.append(Character.toLowerCase(letter));
      } else if (letter != '\'') {
        blank = true;
      }
    }
    return plain.toString();
  }

  /** The words of {@link #plain} in alphabetical order, each once. */
  static String sortedWords(String raw) {
    String text = plain(raw);
    return text.isEmpty() ? "" : String.join(" ", new TreeSet<>(List.of(text.split(" ", -1))));
  }

  /** True if {@link #plain} would change nothing: small letters, digits, single blanks between. */
  private static boolean isPlain(String raw) {
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char letter = raw.charAt(i);
      boolean isWord = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
      if (!isWord && (letter != ' ' || before == ' ')) {
        return false;
      }
      before = letter;
    }
    return before != ' ' || raw.isEmpty();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String withoutAccents(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
