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
  private static final Pattern PREFECTURE = Pattern.compile("^\\p{IsHan}{2,8}?(市|自治州|地区|盟)(?!场)");
  private static final Pattern COUNTY =
      Pattern.compile("^\\p{IsHan}{1,6}?(县|市|旗|(?<![社小园校厂])区)(?!场)");
  private static final Pattern TOWN = Pattern.compile("^(\\p{IsHan}{1,6}?)(镇|街道|乡)");
  private static final Pattern VILLAGE = Pattern.compile("^(\\p{IsHan}{1,8}?)(村|社区|居委会)");
  private static final Pattern HAN_RUN = Pattern.compile("^\\p{IsHan}+");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int LONGEST_VILLAGE = 4;

  /** Reads an address. */
  public static AddressTokens of(Address address) {
    String text =
        BRACKETS
            .matcher(
                Normalizer.normalize(address.written(), Normalizer.Form.NFKC).replaceAll("\\s", ""))
            .replaceAll("");
    String local = without(COUNTY, without(PREFECTURE, without(PROVINCE, text)));
    Matcher townFound = TOWN.matcher(local);
    String town = townFound.find() ? townFound.group(1) : "";
    String belowTown = town.isEmpty() ? local : local.substring(townFound.end());
    List<String> numbers = numbers(belowTown);
    String room = address.room() == null ? "" : address.room().strip();
    if (numbers.size() > 1) {
      room = numbers.getLast();
    }
    return new AddressTokens(
        town,
        village(belowTown),
        numbers.isEmpty() ? "" : numbers.getFirst(),
        room,
        address.houseCode() == null ? "" : address.houseCode().strip());
  }

  private static String without(Pattern level, String text) {
    return level.matcher(text).replaceFirst("");
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
