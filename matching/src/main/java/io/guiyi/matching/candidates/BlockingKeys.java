package io.guiyi.matching.candidates;

import io.guiyi.matching.normalize.AddressTokens;
import io.guiyi.matching.normalize.FileCode;
import io.guiyi.matching.normalize.Kin;
import io.guiyi.matching.normalize.NameForm;
import io.guiyi.matching.normalize.NumberClaim;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.PartialDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The one definition of blocking keys: an ordered OR, the surest first. Two records meet if any key
 * that one asks for is a key under which the other is stored.
 *
 * <p>Both sides use the same keys, but for numbers with a slip. Cut in three (region, birth date,
 * the rest), a slip spoils one segment, so that two of them still agree. Segment pairs of all
 * numbers are stored; but only a doubtful number asks for those of all, a valid one asks for those
 * of doubtful numbers alone, which are few.
 *
 * @param stored the keys under which the record is found
 * @param asked the keys by which it looks for others
 */
public record BlockingKeys(List<BlockingKey> stored, List<BlockingKey> asked) {
  /** Raised whenever the keys change, so that an index made from other keys is not trusted. */
  public static final int VERSION = 3;

  private static final int REGION_END = 6;
  private static final int BIRTH_END = 14;
  private static final int NUMBER_LENGTH = 18;

  /** Copies the lists. */
  public BlockingKeys {
    stored = List.copyOf(stored);
    asked = List.copyOf(asked);
  }

  /** The keys of a profile. */
  public static BlockingKeys of(Profile profile) {
    Set<BlockingKey> stored = new LinkedHashSet<>();
    Set<BlockingKey> asked = new LinkedHashSet<>();
    for (NumberClaim claim : profile.numbers()) {
      number(claim, stored, asked);
    }
    List<BlockingKey> common = new ArrayList<>();
    for (FileCode code : profile.codes()) {
      common.add(BlockingKey.number("C|" + code.kind() + "|" + code.text()));
    }
    family(profile, common);
    names(profile, profile.name(), common);
    NameForm former = profile.formerName();
    if (former != null) {
      names(profile, former, common);
    }
    stored.addAll(common);
    asked.addAll(common);
    return new BlockingKeys(List.copyOf(stored), List.copyOf(asked));
  }

  private static void number(NumberClaim claim, Set<BlockingKey> stored, Set<BlockingKey> asked) {
    switch (claim) {
      case NumberClaim.Valid(var number, var _) -> {
        stored.add(BlockingKey.number("N|" + number.text()));
        asked.add(BlockingKey.number("N|" + number.text()));
        stored.addAll(segments("S", number.text()));
        asked.addAll(segments("T", number.text()));
      }
      case NumberClaim.Doubtful(var text) -> {
        stored.add(BlockingKey.number("N|" + text));
        asked.add(BlockingKey.number("N|" + text));
        stored.addAll(segments("S", text));
        stored.addAll(segments("T", text));
        asked.addAll(segments("S", text));
      }
      case NumberClaim.OtherDocument(var text) -> {
        stored.add(BlockingKey.number("D|" + text));
        asked.add(BlockingKey.number("D|" + text));
      }
      case NumberClaim.Partial _ -> {
        // Too little of it is known to look it up; the name finds the record.
      }
    }
  }

  /** The pairs of segments of a number, the check character left out. */
  private static List<BlockingKey> segments(String space, String number) {
    if (number.length() < NUMBER_LENGTH - 1) {
      return List.of();
    }
    String region = number.substring(0, REGION_END);
    String birth = number.substring(REGION_END, BIRTH_END);
    String sequence = number.substring(BIRTH_END, NUMBER_LENGTH - 1);
    return List.of(
        BlockingKey.of(space + "rb|" + region + birth),
        BlockingKey.of(space + "rs|" + region + sequence),
        BlockingKey.of(space + "bs|" + birth + sequence));
  }

  /** Brothers and sisters of one birthday are twins, so that these keys hold few. */
  private static void family(Profile profile, List<BlockingKey> keys) {
    String rest = profile.name().rest();
    for (Kin kin : profile.kin()) {
      for (PartialDate date : dates(profile)) {
        if (!kin.number().isEmpty()) {
          keys.add(BlockingKey.of("kd|" + kin.number() + "|" + day(date)));
        }
        if (!kin.letters().isEmpty()) {
          keys.add(BlockingKey.of("kl|" + kin.letters() + "|" + day(date)));
        }
      }
      if (!kin.number().isEmpty() && !rest.isEmpty()) {
        keys.add(BlockingKey.of("kg|" + kin.number() + "|" + rest));
      }
    }
    for (String phone : profile.phones()) {
      for (PartialDate date : dates(profile)) {
        keys.add(BlockingKey.of("pd|" + phone + "|" + day(date)));
      }
    }
  }

  private static void names(Profile profile, NameForm name, List<BlockingKey> keys) {
    if (name.letters().isEmpty()) {
      return;
    }
    String letters = sorted(name.letters());
    String head = name.head();
    String rest = name.rest();
    for (PartialDate date : dates(profile)) {
      int day = day(date);
      keys.add(BlockingKey.of("nd|" + letters + "|" + day));
      keys.add(BlockingKey.refined("hd|" + head + "|" + day, profile.sex().code() + firstOf(rest)));
      if (!rest.isEmpty()) {
        keys.add(BlockingKey.of("gd|" + rest + "|" + day));
      }
      keys.add(
          BlockingKey.refined(
              "ny|" + letters + "|" + date.year(), profile.sex().code() + date.month()));
    }
    for (String phone : profile.phones()) {
      keys.add(BlockingKey.refined("ph|" + phone + "|" + head, rest));
      if (!rest.isEmpty()) {
        keys.add(BlockingKey.of("pg|" + phone + "|" + rest));
      }
    }
    if (!profile.employer().isEmpty()) {
      keys.add(BlockingKey.of("en|" + profile.employer() + "|" + letters));
    }
    AddressTokens home = profile.residence();
    if (home != null && !home.house().isEmpty() && !home.room().isEmpty()) {
      keys.add(BlockingKey.of("rn|" + home.house() + "|" + home.room() + "|" + letters));
    }
  }

  private static Set<PartialDate> dates(Profile profile) {
    Set<PartialDate> dates = new LinkedHashSet<>(4);
    PartialDate own = profile.birthDate();
    if (own != null && own.isWhole()) {
      dates.add(own);
    }
    PartialDate inNumber = profile.numberBirthDate();
    if (inNumber != null) {
      dates.add(inNumber);
    }
    return dates;
  }

  /** A whole date as a number, 19900307. */
  private static int day(PartialDate date) {
    return (date.year() * 100 + date.month()) * 100 + date.day();
  }

  /** In alphabetical order, so that swapped and split pinyin falls under the same key. */
  private static String sorted(String letters) {
    char[] characters = letters.toCharArray();
    Arrays.sort(characters);
    return new String(characters);
  }

  private static String firstOf(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1);
  }

  @Override
  public String toString() {
    return "BlockingKeys[" + stored.size() + " stored, " + asked.size() + " asked]";
  }
}
