package io.guiyi.matching.normalize;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is left of an employer's name when place and legal form are taken away. */
public final class EmployerCore {
  private static final Pattern NOISE = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}]+");
  private static final Pattern PLACE = Pattern.compile("^((浙江|宁波|慈溪|余姚)(省|市)?)+");
  private static final Pattern FORM = Pattern.compile("(股份有限公司|有限责任公司|有限公司|集团公司|公司|总厂|分公司|集团)+$");
  private static final int SHORTEST = 2;

  private EmployerCore() {}

  /** The core of {@code written}; empty if nothing worth comparing is left. */
  public static String of(String written) {
    String text =
        NOISE
            .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    String core = FORM.matcher(PLACE.matcher(text).replaceFirst("")).replaceFirst("");
    return core.length() >= SHORTEST ? core : "";
  }
}
