package io.guiyi.matching.normalize;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What is known of Han characters: simplified form and reading, from ICU (Unihan), with a short
 * list of facts that ICU lacks. Each character is looked up once (50 microseconds) and then
 * remembered; Unicode bounds how many there can be.
 */
final class HanCharacters {
  /** Variants in names that are no traditional forms, so that ICU leaves them alone. */
  private static final Map<Integer, Integer> VARIANTS =
      pairs(
          "峯峰 喆哲 堃坤 昇升 煇辉 惪德 祐佑 珮佩 邨村 嶽岳 崐昆 崑昆 濶阔 脩修 甦苏 勲勋 羣群 晳晰 凃涂 亜亚 栢柏"
              + " 祘算 寳宝 逹达 欵款 畧略 竝并 姸妍 歩步 眞真 産产 強强 黒黑 戸户 呉吴 靑青 淸清 閆闫");

  /** Readings as a surname that ICU's list of names lacks. */
  private static final Map<Integer, String> SURNAME_READINGS =
      Map.of(
          (int) '朴', "piao", (int) '缪', "miao", (int) '贠', "yun", (int) '覃', "qin", (int) '逄',
          "pang", (int) '佴', "nai", (int) '召', "shao", (int) '卜', "bu");

  private static final Map<Integer, NameCharacter> GIVEN = new ConcurrentHashMap<>();
  private static final Map<Integer, NameCharacter> SURNAME = new ConcurrentHashMap<>();
  private static final Map<String, String> COMPOUND = new ConcurrentHashMap<>();

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private HanCharacters() {}

  /** The character as it is read inside a given name. */
  static NameCharacter given(int codePoint) {
    NameCharacter known = GIVEN.get(codePoint);
    return known != null
        ? known
        : GIVEN.computeIfAbsent(
            codePoint, c -> character(c, Reading.of(Readings.INSTANCE.plain(simplify(c)))));
  }

  /** The character as it is read as a surname: 单 is {@code shan}, not {@code dan}. */
  static NameCharacter surname(int codePoint) {
    NameCharacter known = SURNAME.get(codePoint);
    return known != null
        ? known
        : SURNAME.computeIfAbsent(codePoint, c -> character(c, surnameReading(simplify(c))));
  }

  /** The two readings of a compound surname, separated by a blank: 万俟 is {@code mo qi}. */
  static String compoundReading(String surname) {
    return COMPOUND.computeIfAbsent(surname, name -> Reading.plain(Readings.INSTANCE.name(name)));
  }

  /** The simplified character for a traditional or variant one. */
  private static int simplify(int codePoint) {
    int simplified = Readings.INSTANCE.simplified(codePoint);
    return VARIANTS.getOrDefault(simplified, simplified);
  }

  private static NameCharacter character(int codePoint, Reading reading) {
    return new NameCharacter(simplify(codePoint), reading.syllable(), reading.tone());
  }

  private static Reading surnameReading(int simplified) {
    String listed = SURNAME_READINGS.get(simplified);
    return listed != null
        ? new Reading(listed, 0)
        : Reading.of(Readings.INSTANCE.name(Character.toString(simplified)));
  }

  /** A syllable in plain letters and its tone. */
  private record Reading(String syllable, int tone) {
    private static final String TONE_MARKS = "\u0304\u0301\u030C\u0300";
    private static final int NEUTRAL = 5;

    /** What comes back as it went in is no reading. */
    static Reading of(String marked) {
      String syllable = plain(marked);
      if (syllable.isEmpty()) {
        return new Reading("", 0);
      }
      String apart = Normalizer.normalize(marked, Normalizer.Form.NFD);
      for (int i = 0; i < apart.length(); i++) {
        int tone = TONE_MARKS.indexOf(apart.charAt(i));
        if (tone >= 0) {
          return new Reading(syllable, tone + 1);
        }
      }
      return new Reading(syllable, NEUTRAL);
    }

    static String plain(String marked) {
      String latin =
          MARKS.matcher(Normalizer.normalize(marked, Normalizer.Form.NFD)).replaceAll("");
      return latin.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == ' ') ? latin.intern() : "";
    }
  }

  private static Map<Integer, Integer> pairs(String table) {
    Map<Integer, Integer> pairs = new ConcurrentHashMap<>();
    for (String pair : table.split(" ", -1)) {
      int[] both = pair.codePoints().toArray();
      pairs.put(both[0], both[1]);
    }
    return Map.copyOf(pairs);
  }

  /** ICU's transliterators; one at a time, because they are not promised to be safe for threads. */
  private static final class Readings {
    static final Readings INSTANCE = new Readings();

    private final Transliterator plain = Transliterator.getInstance("Han-Latin");
    private final Transliterator name = Transliterator.getInstance("Han-Latin/Names");
    private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");

    synchronized String plain(int codePoint) {
      return plain.transliterate(Character.toString(codePoint));
    }

    synchronized String name(String han) {
      return name.transliterate(han);
    }

    synchronized int simplified(int codePoint) {
      return simplified.transliterate(Character.toString(codePoint)).codePointAt(0);
    }
  }
}
