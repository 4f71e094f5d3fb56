package io.guiyi.matching.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Invented;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.IdentityClaim;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Two rows meet under a blocking key, whichever comes first")
class BlockingKeysTest {
  private static final String NUMBER = Invented.number("341225", "19900307", "123");

  @ParameterizedTest(name = "{0}: {6}")
  @CsvSource({
    // why, name, number, born, phone, employer, meets 周晓敏 N 1990-03-07 13900001111 恒达轴承
    "same number and nothing else,   吴建国,          N, '',         '',          '',   true",
    "first digit of the number off,  吴建国,          A, '',         '',          '',   true",
    "last digit of the number off,   吴建国,          Z, '',         '',          '',   true",
    "name and date,                  周晓敏,          '', 1990-03-07, '',          '',   true",
    "homophone and date,             周小民,          '', 1990-03-07, '',          '',   true",
    "pinyin in another order,        XIAOMIN ZHOU, '', 1990-03-07, '',          '',   true",
    "surname and date,               周建国,          '', 1990-03-07, '',          '',   true",
    "given name and date,            吴晓敏,          '', 1990-03-07, '',          '',   true",
    "name and year,                  周晓敏,          '', 1990-09-30, '',          '',   true",
    "phone and surname,              周建国,          '', '',         13900001111, '',   true",
    "phone and given name,           吴晓敏,          '', '',         13900001111, '',   true",
    "phone and date,                 吴建国,          '', 1990-03-07, 13900001111, '',   true",
    "name and employer,              周晓敏,          '', '',         '',          恒达轴承, true",
    "employer alone,                 吴建国,          '', '',         '',          恒达轴承, false",
    "phone alone,                    吴建国,          '', 1985-11-20, 13900001111, '',   false",
    "name alone,                     周晓敏,          '', '',         '',          '',   false",
    "name and another year,          周晓敏,          '', 1985-11-20, '',          '',   false",
  })
  void meeting(
      String why,
      String name,
      String number,
      String born,
      String phone,
      String employer,
      boolean expected) {
    Profile known = profile("周晓敏", NUMBER, "1990-03-07", "13900001111", "恒达轴承");
    Profile other = profile(name, number(number), born, phone, employer);
    assertThat(meet(known, other)).as(why).isEqualTo(expected);
    assertThat(meet(other, known)).as(why + ", turned").isEqualTo(expected);
  }

  @Test
  void keys_do_not_show_what_they_are_made_of() {
    BlockingKeys keys =
        BlockingKeys.of(profile("周晓敏", NUMBER, "1990-03-07", "13900001111", "恒达轴承"));
    assertThat(List.of(keys, keys.stored()).toString())
        .doesNotContain("zhou", "1990", "139", "341225", "恒达");
  }

  private static boolean meet(Profile asks, Profile stands) {
    Set<String> stored = new HashSet<>();
    BlockingKeys.of(stands).stored().forEach(key -> stored.add(key.coarse()));
    return BlockingKeys.of(asks).asked().stream().anyMatch(key -> stored.contains(key.coarse()));
  }

  private static String number(String sign) {
    return switch (sign) {
      case "N" -> NUMBER;
      case "A" -> "4" + NUMBER.substring(1);
      case "Z" -> NUMBER.substring(0, 16) + "9" + NUMBER.substring(17);
      default -> "";
    };
  }

  private static Profile profile(
      String name, String number, String born, String phone, String employer) {
    IdentityClaim claim = Invented.row(name, number, "", born, phone, "", employer);
    return Invented.profile(claim);
  }
}
