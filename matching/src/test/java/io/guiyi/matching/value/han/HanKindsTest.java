package io.guiyi.matching.value.han;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.matching.value.ValueKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What Chinese offices write becomes values that models can ask about")
class HanKindsTest {
  private static final String NAMES =
      "same, variant, former-name, dot-or-truncated, pinyin-only, wildcard, same-tone, same-pinyin,"
          + " fuzzy-pinyin, look-alike, transliteration, one-part, one-character, half,"
          + " surname-only";
  private static final String NUMBERS =
      "same, document-same, written-same, one-slip, two-slips, partial, fragment, unlike,"
          + " different-both-valid";

  /** The columns are divided by semicolons; those that are not written are empty. */
  private static <V> List<String> raw(ValueKind<V> kind, String columns) {
    List<String> raw = new ArrayList<>(List.of(columns.split(";", -1)));
    while (raw.size() < kind.parts().size()) {
      raw.add("");
    }
    return raw.stream().map(String::strip).toList();
  }

  private static <V> String level(ValueKind<V> kind, String levels, String a, String b) {
    Ladder<V> ladder = kind.ladder("", List.of(levels.split(", ", -1)));
    V left = kind.read(raw(kind, a));
    V right = kind.read(raw(kind, b));
    if (left == null || right == null) {
      return "no value";
    }
    int level = ladder.level(left, right);
    assertThat(ladder.level(right, left)).as("the other way round").isEqualTo(level);
    return level == Ladder.MISSING ? "missing" : ladder.levels().get(level);
  }

  private static <V> List<String> keys(ValueKind<V> kind, String facet, String columns) {
    List<String> keys = new ArrayList<>();
    Facet<V> found = kind.facet(facet);
    V value = kind.read(raw(kind, columns));
    if (value != null) {
      found.keys(
          value,
          key -> {
            if (!key.isEmpty()) {
              keys.add(key);
            }
          });
    }
    return keys;
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "张伟                | 张　伟先生         | same",
        "劉芳                | 刘芳              | variant",
        "王丽;李丽            | 李丽              | former-name",
        "阿卜来提·如则          | 阿卜来提如则         | dot-or-truncated",
        "张晓明               | Xiaoming Zhang   | pinyin-only",
        "马?;;ma long        | 马龙              | wildcard",
        "马?;;ma long        | 马骋              | half",
        "张伟                | 张炜              | same-tone",
        "张伟                | 张微              | same-pinyin",
        "陈英                | 陈音              | fuzzy-pinyin",
        "于芳                | 干芳              | look-alike",
        "李晴                | 李睛              | look-alike",
        "张玲                | 张铃              | same-tone",
        "王晓明               | 王晓丽             | one-character",
        "张伟                | 张强              | half",
        "王某之女              | 王雨桐             | surname-only",
        "王某之女              | 李雨桐             | missing",
        "张伟                | 李强              | else",
        "''                | 李强              | no value",
      })
  void names(String a, String b, String expected) {
    assertThat(level(new HanNameKind(), NAMES, a, b)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "440308199901101512           | ４４０３０８１９９９０１１０１５１２     | same",
        "610104620927690              | 610104196209276908           | same",
        "440308199901101521           | 440308199901101512           | one-slip",
        "44030819990110151            | 440308199901101512           | one-slip",
        "440308199901101512           | 4.40308E+17                  | fragment",
        "440308199901101512           | 4403**********1512           | partial",
        "440308199901101512           | 11010119900307803X           | different-both-valid",
        "E12345678;414                | e1234 5678;05                | document-same",
        "440308199901101512;;;;19650301 | 440308199901101512           | no value",
        "440308199901101512;;;;19960301;2 | 440308199901101512           | same",
        "440308199901101512;;;;19960301;2 | 11010119900307803X           | unlike",
        ";;;G440308199901101512       | 440308199901101512           | same",
        ";;;G440308199901101512       | 11010119900307803X           | unlike",
        "000000000000000000           | 440308199901101512           | no value",
      })
  void numbers(String a, String b, String expected) {
    assertThat(level(new ResidentNumberKind(), NUMBERS, a, b)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "19990110                     | 1999/1/10                    | same",
        "19990110                     | 36170                        | same",
        "1999-10-01                   | 1999年1月10日                   | swapped",
        "1998-01-10                   | 1999-01-10                   | one-off",
        "1999-01-01                   | 1999-05-10                   | year-only",
        "1999                         | 1999-05-10                   | year-only",
        "1999-02-10                   | 1999-01-10                   | one-off",
        "1999-03-21                   | 1999-02-10                   | lunar",
        ";440308199901101512          | 1999-01-10                   | same",
        "1999-02-30                   | 1999-01-10                   | no value",
        "1985-02-09                   | 1999-01-10                   | else",
      })
  void birthDates(String a, String b, String expected) {
    assertThat(level(new BirthKind(), "same, swapped, one-off, year-only, lunar", a, b))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1} and {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sex         | 男                   | male                | same",
        "sex         | 2                   | F                   | same",
        "sex         | 0;440308199901101512 | 1                   | same",
        "sex         | 1                   | 2                   | else",
        "phones      | 138-0013-8000       | ;+86 13800138000    | same",
        "phones      | 13800138000         | 13900139000         | else",
        "phones      | 11111111111         | 13900139000         | no value",
        "employer    | 慈溪市恒达轴承有限公司         | 恒达轴承                | same",
        "kin         | 李娟;11010119900307803X | ;;;李 娟;11010119900307803X | same",
        "kin         | 李娟;;13800138000     | 李娟;;13800138000     | same-name-and-phone",
        "kin         | 李娟                  | ;;;;;;李娟之女          | same-name",
        "kin         | ;;;;;;王童;11010119900307803X;20200101 | 李娟;11010119900307803X | same",
        "file-codes  | ;330282011720220132 | ;;;330282011720220132 | same",
        "file-codes  | ;330282011720220132 | ;330282011720220133 | other-child-code",
        "file-codes  | ;330282011720220132 | ;;U330001234        | missing",
      })
  void otherKinds(String kind, String a, String b, String expected) {
    String levels =
        switch (kind) {
          case "kin" -> "same, same-name-and-phone, same-name";
          case "file-codes" ->
              "same, other-school-number, other-child-code, other-birth-certificate";
          default -> "same";
        };
    assertThat(level(ValueKinds.named(kind), levels, a, b)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "浙江省宁波市慈溪市观海卫镇五里村88号2楼203室 | 慈溪观城五里88-203        | same",
        "观海卫镇五里村二百一十三号三楼;;301        | 五里村213号301室          | same",
        "慈溪市龙山镇范市村338号105室           | 龙山镇范市村338号3楼106室     | same-house",
        "慈溪市龙山镇范市村338号105室           | 龙山镇范市村33号            | same-village",
        "慈溪市龙山镇范市村338号105室           | 龙山镇新东村9号             | same-town",
        "某处;H330;301                    | 别处;H330;301            | same",
        "慈溪市龙山镇范市村338号105室           | 贵州省毕节市织金县双河镇高岭村12组   | else",
      })
  void addresses(String a, String b, String expected) {
    assertThat(level(new HanAddressKind(), "same, same-house, same-village, same-town", a, b))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} by {1}: {2} meets {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "han-name        | letters    | 张晓明                | Xiaoming Zhang",
        "han-name        | less-one   | 王晓明                | 王晓丽",
        "han-name        | whole      | 王丽;李丽              | 李丽",
        "resident-number | segments   | 440308199901101512 | 440308199901101521",
        "resident-number | segments   | 440308199901101512 | 440308199901100000",
        "resident-number | less-check | 440308199901101512 | 44030819990110151X",
        "birth           | day        | 1999-10-01         | 1999-01-10",
        "phones          | each       | 13800138000        | ;;13800138000",
        "kin             | number     | ;11010119900307803X | ;;;;11010119900307803X",
        "han-address     | room       | 观城五里88-203         | 观海卫镇五里村88号2楼203室",
        "employer        | core       | 慈溪市恒达轴承有限公司        | 恒达轴承公司",
      })
  void meets(String kind, String facet, String a, String b) {
    ValueKind<?> found = ValueKinds.named(kind);
    assertThat(keys(found, facet, a)).containsAnyElementsOf(keys(found, facet, b));
  }

  @Test
  @DisplayName("a level out of order is refused with the levels there are")
  void outOfOrder() {
    assertThatThrownBy(() -> new SexKind().ladder("", List.of("brother")))
        .isInstanceOf(ModelWordException.class)
        .hasMessageContaining("brother");
    assertThatThrownBy(() -> new HanNameKind().ladder("", List.of("half", "same")))
        .isInstanceOf(ModelWordException.class);
  }

  @Test
  @DisplayName("whatever stands in the columns, nothing breaks, and both orders give one level")
  void anything() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    String letters = "张伟王芳·?*0123456789Xx ;年月日-号村镇室Ga\u200b１Ｅ+.";
    for (ValueKind<?> kind : HanKinds.ALL) {
      for (int i = 0; i < 2_000; i++) {
        anything(kind, text(random, letters), text(random, letters), seed);
      }
    }
  }

  private static <V> void anything(ValueKind<V> kind, String a, String b, long seed) {
    Ladder<V> ladder = kind.ladder("", List.of("same"));
    V left = kind.read(limited(kind, a));
    V right = kind.read(limited(kind, b));
    if (left != null && right != null) {
      assertThat(ladder.level(left, right))
          .as("%s, seed %d", kind.name(), seed)
          .isEqualTo(ladder.level(right, left));
      assertThat(kind.canonical(left).equals(kind.canonical(right)))
          .isEqualTo(kind.canonical(right).equals(kind.canonical(left)));
    }
  }

  private static <V> List<String> limited(ValueKind<V> kind, String columns) {
    return raw(kind, columns).subList(0, kind.parts().size());
  }

  private static String text(Random random, String letters) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
