package io.guiyi.matching.normalize;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a name as written into a {@link NameForm}.
 *
 * <p>Blanks inside a short Han name are noise (张 伟), in a long one they stand for the dot. A lost
 * character (?, □, *, a private-use character, a description in brackets, pinyin in between)
 * becomes a wildcard.
 */
public final class NameReader {
  private static final Pattern TITLE = Pattern.compile("(?<=.{2})(先生|女士|小姐|同志)$");
  private static final Pattern SEPARATORS = Pattern.compile("[·•・‧∙⋅·․.。●⸱ㆍ᛫⁃\\-_/]+");
  private static final Pattern DESCRIBED =
      Pattern.compile("[(\\[〔【〈{<]([^)\\]〕】〉}>]*)[)\\]〕】〉}>]?");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(.{1,6})之(长|次|三|大|小|双)?(子|女|婴)[甲乙]?|.*(婴儿|新生儿|未取名|未命名)"
              + "|.{0,2}某{1,2}[婴子女]?|.{1,2}[男女]?婴|.{1,2}宝宝");
  private static final Pattern DIACRITICS = Pattern.compile("\\p{M}+");
  private static final Pattern U_UMLAUT = Pattern.compile("(?<=[ln])(v|yu)");
  private static final Pattern WORD_END = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");

  /** The block of common Han characters, all of which Unicode leaves as they are. */
  private static final char FIRST_COMMON = '一';

  private static final char LAST_COMMON = '\u9FA5';

  /** One of these stands in every title and in every placeholder. */
  private static final String SPECIAL = "先女小同之婴新未某宝";

  private static final String DOT = "·";
  private static final int LONGEST_SPACED_NAME = 4;
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          ("欧阳 上官 皇甫 诸葛 司马 司徒 司空 令狐 慕容 尉迟 东方 端木 夏侯 南宫 钟离 长孙 宇文 轩辕 澹台 公孙 申屠 太史"
                  + " 闻人 赫连 独孤 呼延 濮阳 淳于 单于 公冶 宗政 拓跋 万俟 鲜于 闾丘 东郭 西门 百里 左丘 梁丘 第五 纳兰 完颜"
                  + " 耶律")
              .split(" ", -1));

  private NameReader() {}

  /** Reads {@code written}; whatever it holds, there is an answer. */
  public static NameForm read(String written) {
    if (isPlainHan(written)) {
      return han(written);
    }
    String text = TITLE.matcher(tidy(written)).replaceFirst("");
    if (text.codePoints().noneMatch(NameReader::isHan)
        && text.codePoints().anyMatch(Character::isLetter)) {
      return latin(text);
    }
    String dotted = dots(text);
    if (PLACEHOLDER.matcher(dotted).matches()) {
      return placeholder(dotted);
    }
    return dotted.contains(DOT) ? dotted(dotted) : han(dotted);
  }

  /**
   * True for a name of common Han characters alone that can be neither a title nor a placeholder:
   * nothing about most names needs to be tidied.
   */
  private static boolean isPlainHan(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c < FIRST_COMMON || c > LAST_COMMON || SPECIAL.indexOf(c) >= 0) {
        return false;
      }
    }
    return !written.isEmpty();
  }

  /** The parent whom a placeholder such as 李秀英之女 names whole; empty for 李某之女. */
  public static Optional<String> parentNamed(String written) {
    Matcher placeholder = PLACEHOLDER.matcher(dots(tidy(written)));
    return placeholder.matches()
        ? Optional.ofNullable(placeholder.group(1))
            .filter(parent -> parent.length() > 1 && parent.indexOf('某') < 0)
        : Optional.empty();
  }

  /** Of a placeholder only the surname counts, which may be either parent's. */
  private static NameForm placeholder(String text) {
    int surnameLength = surnameLength(text);
    boolean named =
        text.codePoints().limit(surnameLength).allMatch(c -> isHan(c) && "某新婴未".indexOf(c) < 0);
    List<NameCharacter> surname =
        named ? places(text, surnameLength).subList(0, surnameLength) : List.of();
    List<String> parts = named ? List.of(letters(surname)) : List.of();
    return new NameForm(
        NameForm.Kind.PLACEHOLDER, text, surname, surname.size(), parts, letters(surname));
  }

  private static String tidy(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isISOControl(c))
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static NameForm latin(String text) {
    String plain =
        DIACRITICS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    List<String> words = new ArrayList<>();
    for (String word : WORD_END.split(plain, -1)) {
      if (!word.isEmpty()) {
        words.add(pinyin(word));
      }
    }
    return new NameForm(
        NameForm.Kind.LATIN, String.join(" ", words), List.of(), 0, words, String.join("", words));
  }

  /** One kind of dot between the parts, none at the ends; blanks are dots only in long names. */
  private static String dots(String text) {
    String[] spaced = text.split("\\s+", -1);
    long letters = text.codePoints().filter(NameReader::isHan).count();
    boolean blanksAreDots =
        letters > LONGEST_SPACED_NAME && spaced.length <= 4 && longest(spaced) > 1;
    String joined = String.join(blanksAreDots ? DOT : "", spaced);
    String unified = SEPARATORS.matcher(joined).replaceAll(DOT);
    return unified.replaceAll("^" + DOT + "|" + DOT + "$", "");
  }

  private static int longest(String[] texts) {
    int longest = 0;
    for (String text : texts) {
      longest = Math.max(longest, text.length());
    }
    return longest;
  }

  private static NameForm dotted(String text) {
    List<NameCharacter> characters = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (String part : text.split(DOT, -1)) {
      List<NameCharacter> places = places(part, 0);
      characters.addAll(places);
      parts.add(letters(places));
    }
    return new NameForm(NameForm.Kind.DOTTED, text, characters, 0, parts, letters(characters));
  }

  private static NameForm han(String text) {
    int surnameLength = surnameLength(text);
    List<NameCharacter> characters = places(text, surnameLength);
    int split = Math.min(surnameLength, characters.size());
    List<String> parts =
        List.of(
            letters(characters.subList(0, split)),
            letters(characters.subList(split, characters.size())));
    return new NameForm(NameForm.Kind.HAN, text, characters, split, parts, letters(characters));
  }

  private static int surnameLength(String text) {
    if (text.length() < 3) {
      return 1;
    }
    int[] first = text.codePoints().limit(3).map(NameReader::folded).toArray();
    return first.length > 2 && COMPOUND_SURNAMES.contains(new String(first, 0, 2)) ? 2 : 1;
  }

  private static int folded(int codePoint) {
    return isHan(codePoint) ? HanCharacters.given(codePoint).folded() : codePoint;
  }

  /** The places of a text without dots; its first {@code surnameLength} are read as a surname. */
  private static List<NameCharacter> places(String text, int surnameLength) {
    String known = DESCRIBED.matcher(text).replaceAll("?");
    int[] codePoints = known.codePoints().toArray();
    List<NameCharacter> places = new ArrayList<>(codePoints.length);
    int at = 0;
    while (at < codePoints.length) {
      int from = at++;
      if (isLatin(codePoints[from])) {
        while (at < codePoints.length && isLatin(codePoints[at])) {
          at++;
        }
        places.add(spelt(new String(codePoints, from, at - from)));
      } else {
        places.add(place(codePoints[from], from < surnameLength));
      }
    }
    return surnameLength == 2 ? compound(places) : places;
  }

  private static NameCharacter place(int codePoint, boolean inSurname) {
    if (!isHan(codePoint)) {
      return NameCharacter.LOST;
    }
    return inSurname ? HanCharacters.surname(codePoint) : HanCharacters.given(codePoint);
  }

  private static NameCharacter spelt(String latin) {
    return latin.length() == 1
        ? NameCharacter.LOST
        : new NameCharacter(NameCharacter.UNKNOWN, pinyin(latin), 0);
  }

  private static List<NameCharacter> compound(List<NameCharacter> places) {
    NameCharacter first = places.get(0);
    NameCharacter second = places.get(1);
    String surname = Character.toString(first.folded()) + Character.toString(second.folded());
    String[] readings = HanCharacters.compoundReading(surname).split(" ", -1);
    if (readings.length == 2) {
      places.set(0, new NameCharacter(first.folded(), readings[0], first.tone()));
      places.set(1, new NameCharacter(second.folded(), readings[1], second.tone()));
    }
    return places;
  }

  private static String letters(List<NameCharacter> places) {
    StringBuilder letters = new StringBuilder();
    places.forEach(p -> letters.append(p.syllable()));
    return letters.toString();
  }

  /** Lower case, with every way to write ü brought to u, as the readings have it. */
  private static String pinyin(String latin) {
    return U_UMLAUT.matcher(latin.toLowerCase(Locale.ROOT)).replaceAll("u");
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  private static boolean isLatin(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
  }
}
