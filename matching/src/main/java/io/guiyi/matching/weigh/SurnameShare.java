package io.guiyi.matching.weigh;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many people bear a surname. Agreement on 王 says little, agreement on a rare surname much. The
 * shares are rough public figures for the commonest ones; whatever is not listed counts as rare,
 * but no rarer than {@link #FLOOR}, so that a typing error is not taken for a telling name.
 */
final class SurnameShare {
  /** The share taken for an unlisted surname. */
  static final double FLOOR = 0.001;

  /** The share that needs no correction: the name weights of the model are made for it. */
  static final double REFERENCE = 0.01;

  private static final String PER_MILLE =
      "王72 李70 张67 刘51 陈47 杨33 黄25 赵22 吴21 周20 徐16 孙15 马13 朱13 胡12 郭12 何12 林11 高10 罗10 郑9"
          + " 梁9 谢8 宋7 唐7 许6 韩6 邓6 冯6 曹6 彭6 曾6 肖6 田5 董5 潘5 袁5 蔡5 蒋5 余5 于5 杜5 叶4 程4 魏4"
          + " 苏4 吕4 丁4 任4 卢4 姚4 沈4 钟4 姜4 崔4 谭4 陆4 范3 汪3 廖3 石3 金3 韦3 贾3 夏3 付3 方3 邹3 熊3"
          + " 白3 孟3 秦3 邱3 侯3 江3 尹3 薛3 闫3 雷3 龙2 黎2 史2 陶2 贺2 毛2 郝2 顾2 龚2 邵2 万2 覃2 武2 钱2"
          + " 戴2 严2 莫2 孔2 向2 常2";

  private static final Map<String, Double> SHARES = read();
  private static final Map<String, Explanation> CORRECTIONS = corrections();
  private static final Explanation RARE = correction(FLOOR);

  private SurnameShare() {}

  /**
   * What agreement on a surname adds to or takes from a name weight. Two spellings may have two
   * surnames: the commoner one counts. Empty surnames correct nothing.
   */
  static Optional<Explanation> correction(String a, String b) {
    if (a.isEmpty() && b.isEmpty()) {
      return Optional.empty();
    }
    String commoner = share(a) >= share(b) ? a : b;
    return Optional.of(CORRECTIONS.getOrDefault(commoner, RARE));
  }

  /** The table in canonical form, part of the model's text. */
  static String canonicalText() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(CORRECTIONS)
        .forEach((name, e) -> text.append(name).append(' ').append(e.value()).append('\n'));
    return text.append("* ").append(RARE.value()).append('\n').toString();
  }

  private static double share(String surname) {
    return SHARES.getOrDefault(surname, FLOOR);
  }

  private static Map<String, Double> read() {
    Map<String, Double> shares = new TreeMap<>();
    for (String entry : PER_MILLE.split(" ", -1)) {
      shares.put(entry.substring(0, 1), Integer.parseInt(entry.substring(1)) / 1000.0);
    }
    return Map.copyOf(shares);
  }

  private static Map<String, Explanation> corrections() {
    Map<String, Explanation> corrections = new TreeMap<>();
    SHARES.forEach((name, share) -> corrections.put(name, correction(share)));
    return Map.copyOf(corrections);
  }

  private static Explanation correction(double share) {
    return Explanation.of(
        Bits.log2(REFERENCE / share),
        String.format(Locale.ROOT, "its surname is borne by %.1f %% of people", 100 * share));
  }
}
