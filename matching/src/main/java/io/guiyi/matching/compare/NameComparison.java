package io.guiyi.matching.compare;

import io.guiyi.matching.normalize.NameCharacter;
import io.guiyi.matching.normalize.NameForm;
import io.guiyi.matching.normalize.NameForm.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks two names down the ladder of {@link NameLevel}. */
public final class NameComparison {
  private static final int SHORTEST_CUT_NAME = 4;
  private static final int SHORTEST_TRANSLITERATION = 4;
  private static final int LETTERS_PER_EDIT = 5;

  private NameComparison() {}

  /** Compares the names, and if they differ, each side's former name with the other's name. */
  public static NameLevel compare(
      NameForm a, @Nullable NameForm formerOfA, NameForm b, @Nullable NameForm formerOfB) {
    NameLevel level = forms(a, b);
    if (level.isEqual()) {
      return level;
    }
    boolean former = wasCalled(formerOfA, b) || wasCalled(formerOfB, a);
    return former ? NameLevel.FORMER_NAME : level;
  }

  private static boolean wasCalled(@Nullable NameForm former, NameForm name) {
    return former != null && forms(former, name).isEqual();
  }

  /** The level of two names. */
  public static NameLevel forms(NameForm a, NameForm b) {
    if (a.kind() == Kind.PLACEHOLDER || b.kind() == Kind.PLACEHOLDER) {
      return !a.head().isEmpty() && a.surname().equals(b.surname())
          ? NameLevel.SURNAME_ONLY
          : NameLevel.MISSING;
    }
    if (a.kind() == Kind.LATIN || b.kind() == Kind.LATIN) {
      return latin(a, b);
    }
    if (a.plain().equals(b.plain()) && !a.hasWildcard()) {
      return NameLevel.EXACT;
    }
    if (a.length() == b.length()) {
      NameLevel level = placeByPlace(a, b);
      if (level.isSame()) {
        return level;
      }
    }
    NameLevel level = longNames(a, b);
    if (level != NameLevel.DIFFERENT) {
      return level;
    }
    return oneCharacter(a.characters(), b.characters());
  }

  private static NameLevel latin(NameForm a, NameForm b) {
    if (a.letters().isEmpty() || !sameLetters(a, b)) {
      return NameLevel.DIFFERENT;
    }
    return a.kind() == b.kind() ? NameLevel.EXACT : NameLevel.PINYIN_ONLY;
  }

  /** In the order written, or with surname and given name exchanged. */
  private static boolean sameLetters(NameForm a, NameForm b) {
    return a.letters().equals(b.letters())
        || a.letters().equals(exchanged(b))
        || exchanged(a).equals(b.letters());
  }

  private static String exchanged(NameForm name) {
    return name.rest() + name.head();
  }

  private static NameLevel placeByPlace(NameForm a, NameForm b) {
    NameLevel worst = NameLevel.EXACT;
    int known = 0;
    for (int i = 0; i < a.length(); i++) {
      NameLevel place = place(a.characters().get(i), b.characters().get(i));
      if (place != NameLevel.WILDCARD) {
        known++;
      }
      if (place.compareTo(worst) > 0) {
        worst = place;
      }
    }
    if (known == 0) {
      return NameLevel.DIFFERENT;
    }
    if (worst != NameLevel.EXACT) {
      return worst;
    }
    return a.kind() == b.kind() ? NameLevel.VARIANT : NameLevel.DOT_OR_TRUNCATED;
  }

  private static NameLevel place(NameCharacter a, NameCharacter b) {
    if (a.isWildcard() || b.isWildcard()) {
      boolean unlike =
          !a.syllable().isEmpty() && !b.syllable().isEmpty() && !a.syllable().equals(b.syllable());
      return unlike ? NameLevel.DIFFERENT : NameLevel.WILDCARD;
    }
    if (a.folded() == b.folded()) {
      return NameLevel.EXACT;
    }
    if (!a.syllable().isEmpty() && a.syllable().equals(b.syllable())) {
      return a.tone() > 0 && a.tone() == b.tone() ? NameLevel.SAME_TONE : NameLevel.SAME_PINYIN;
    }
    if (FuzzySyllable.alike(a.syllable(), b.syllable())) {
      return NameLevel.FUZZY_PINYIN;
    }
    return Shapes.alike(a.folded(), b.folded()) ? NameLevel.LOOK_ALIKE : NameLevel.DIFFERENT;
  }

  /** What only happens to long names: they are cut off, or spelt by ear. */
  private static NameLevel longNames(NameForm a, NameForm b) {
    if (Math.min(a.length(), b.length()) >= SHORTEST_CUT_NAME && isPrefix(a, b)) {
      return NameLevel.DOT_OR_TRUNCATED;
    }
    if (Math.min(a.length(), b.length()) >= SHORTEST_TRANSLITERATION && spelledAlike(a, b)) {
      return NameLevel.TRANSLITERATION;
    }
    if (a.kind() == Kind.DOTTED || b.kind() == Kind.DOTTED) {
      return partInCommon(a, b) ? NameLevel.ONE_PART : NameLevel.DIFFERENT;
    }
    return NameLevel.DIFFERENT;
  }

  private static boolean isPrefix(NameForm a, NameForm b) {
    NameForm shorter = a.length() <= b.length() ? a : b;
    NameForm longer = a.length() <= b.length() ? b : a;
    for (int i = 0; i < shorter.length(); i++) {
      if (!place(shorter.characters().get(i), longer.characters().get(i)).isSame()) {
        return false;
      }
    }
    return true;
  }

  /** One edit in every {@link #LETTERS_PER_EDIT} letters; a cut name is held against as much. */
  private static boolean spelledAlike(NameForm a, NameForm b) {
    String left = a.letters();
    String right = b.letters();
    int shortest = Math.min(left.length(), right.length());
    int limit = shortest / LETTERS_PER_EDIT;
    return Slips.edits(left, right, limit) <= limit;
  }

  private static boolean partInCommon(NameForm a, NameForm b) {
    for (String part : a.parts()) {
      if (part.length() >= SHORTEST_CUT_NAME && b.letters().contains(part)) {
        return true;
      }
    }
    for (String part : b.parts()) {
      if (part.length() >= SHORTEST_CUT_NAME && a.letters().contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static NameLevel oneCharacter(List<NameCharacter> a, List<NameCharacter> b) {
    int longest = Math.max(a.size(), b.size());
    if (a.size() == b.size()) {
      if (longest < 2 || agreeing(a, b) != longest - 1) {
        return NameLevel.DIFFERENT;
      }
      return longest == 2 ? NameLevel.HALF : NameLevel.ONE_CHARACTER;
    }
    boolean oneMissing =
        Math.abs(a.size() - b.size()) == 1 && longest > 2 && fits(a, b, longest - 1);
    return oneMissing ? NameLevel.ONE_CHARACTER : NameLevel.DIFFERENT;
  }

  private static boolean fits(List<NameCharacter> a, List<NameCharacter> b, int needed) {
    int head = 0;
    int shorter = Math.min(a.size(), b.size());
    while (head < shorter && place(a.get(head), b.get(head)).isSame()) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && place(a.get(a.size() - 1 - tail), b.get(b.size() - 1 - tail)).isSame()) {
      tail++;
    }
    return head + tail == needed;
  }

  private static int agreeing(List<NameCharacter> a, List<NameCharacter> b) {
    int agreeing = 0;
    for (int i = 0; i < a.size(); i++) {
      if (place(a.get(i), b.get(i)).isSame()) {
        agreeing++;
      }
    }
    return agreeing;
  }
}
