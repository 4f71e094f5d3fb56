package io.guiyi.matching.normalize;

import io.guiyi.records.place.Address;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The levels of an address, as far as its text gives them away. Each may be empty.
 *
 * @param town without 镇, 街道 or 乡
 * @param village without 村 or 社区; if neither stands in the text, the Han characters before the
 *     first digit
 * @param house the first number
 * @param room the last number, if there is more than one; or the room given apart
 * @param houseCode the number in the rental register
 */
public record AddressTokens(
    String town, String village, String house, String room, String houseCode) {
  private static final Pattern PROVINCE = Pattern.compile("^\\p{IsHan}{2,7}?(省|自治区|特别行政区)");

  /** A city's name holds no town's, and goes on with Han characters: 龙山镇范市村 is no city. */
  private static final Pattern PREFECTURE =
      Pattern.compile("^[\\p{IsHan}&&[^镇乡村]]{2,8}?(市|自治州|地区|盟)(?!场)(?=\\p{IsHan}|$)");

  private static final Pattern COUNTY =
      Pattern.compile("^[\\p{IsHan}&&[^镇乡村]]{1,6}?(县|市|旗|(?<![社小园校厂])区)(?!场)(?=\\p{IsHan}|$)");
  private static final Pattern TOWN = Pattern.compile("^(\\p{IsHan}{1,6}?)(镇|街道|乡)");
  private static final Pattern VILLAGE = Pattern.compile("^(\\p{IsHan}{1,8}?)(村|社区|居委会)");
  private static final Pattern HAN_RUN = Pattern.compile("^\\p{IsHan}+");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九十百零〇]+(?=[号弄幢栋楼层室单])");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String NUMERALS = "一二三四五六七八九十百零〇";
  private static final String TENS = "十百";

  /** Numbers before these words count floors and buildings, not rooms. */
  private static final Pattern NO_ROOM = Pattern.compile("^(楼|层|幢|栋|弄|单元)");

  private static final int LONGEST_VILLAGE = 4;

  /** Reads an address. */
  public static AddressTokens of(Address address) {
    String written =
        BLANKS
            .matcher(Normalizer.normalize(address.written(), Normalizer.Form.NFKC))
            .replaceAll("");
    String text = written.indexOf('(') < 0 ? written : BRACKETS.matcher(written).replaceAll("");
    String inProvince = without(PROVINCE, "省区", text);
    String inCity = without(PREFECTURE, "市州区盟", inProvince);
    String local = without(COUNTY, "县市旗区", inCity);
    Matcher townFound = TOWN.matcher(local);
    String town = townFound.find() ? townFound.group(1) : "";
    String belowTown = withDigits(town.isEmpty() ? local : local.substring(townFound.end()));
    List<String> numbers = numbers(belowTown);
    String room = address.room() == null ? "" : address.room().strip();
    if (room.isEmpty() && numbers.size() > 1) {
      room = lastRoom(belowTown);
    }
    return new AddressTokens(
        town,
        village(belowTown),
        numbers.isEmpty() ? "" : numbers.getFirst(),
        room,
        address.houseCode() == null ? "" : address.houseCode().strip());
  }

  /** Cuts a level off, if one of the characters stands in the text with which its name ends. */
  private static String without(Pattern level, String ends, String text) {
    return holdsOneOf(ends, text) ? level.matcher(text).replaceFirst("") : text;
  }

  private static boolean holdsOneOf(String characters, String text) {
    for (int i = 0; i < characters.length(); i++) {
      if (text.indexOf(characters.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String village(String text) {
    Matcher named = VILLAGE.matcher(text);
    if (named.find()) {
      return named.group(1);
    }
    Matcher run = HAN_RUN.matcher(text);
    if (!run.find()) {
      return "";
    }
    String han = run.group();
    return han.substring(Math.max(0, han.length() - LONGEST_VILLAGE));
  }

  /** 二百一十三号 as 213号. */
  private static String withDigits(String text) {
    return holdsOneOf(NUMERALS, text)
        ? NUMERAL.matcher(text).replaceAll(numeral -> Integer.toString(value(numeral.group())))
        : text;
  }

  private static int value(String numeral) {
    int value = 0;
    int digit = 0;
    for (int i = 0; i < numeral.length(); i++) {
      int ten = TENS.indexOf(numeral.charAt(i));
      if (ten < 0) {
        digit = Math.max(0, "零一二三四五六七八九".indexOf(numeral.charAt(i)));
      } else {
        value += Math.max(1, digit) * (ten == 0 ? 10 : 100);
        digit = 0;
      }
    }
    return value + digit;
  }

  /** The last number behind the first that can be a room's; empty if there is none. */
  private static String lastRoom(String text) {
    String room = "";
    Matcher digits = DIGITS.matcher(text);
    boolean first = true;
    while (digits.find()) {
      if (!first && !NO_ROOM.matcher(text.substring(digits.end())).find()) {
        room = digits.group();
      }
      first = false;
    }
    return room;
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      numbers.add(digits.group());
    }
    return numbers;
  }

  @Override
  public String toString() {
    return "AddressTokens[*]";
  }
}
