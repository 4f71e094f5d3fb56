package io.guiyi.matching.compare;

import io.guiyi.matching.normalize.AddressTokens;
import io.guiyi.matching.normalize.FileCode;
import io.guiyi.matching.normalize.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks all questions about a pair. Pure and symmetric. */
public final class Comparer {
  private static final int SHORTEST_VILLAGE = 2;
  private static final int SHORTEST_CONTAINED_EMPLOYER = 3;

  private Comparer() {}

  /** The answers for two profiles. */
  public static ComparisonVector compare(Profile a, Profile b) {
    NumberLevel number = NumberComparison.compare(a.numbers(), b.numbers());
    return new ComparisonVector(
        number,
        NameComparison.compare(a.name(), a.formerName(), b.name(), b.formerName()),
        BirthDateComparison.compare(a, b, number.containsBirth()),
        sex(a, b, number.containsBirth()),
        phones(a.phones(), b.phones()),
        addresses(a.residence(), b.residence()),
        employers(a.employer(), b.employer()),
        codes(a.codes(), b.codes()),
        KinComparison.compare(a.kin(), b.kin()));
  }

  /** Only codes of one kind can agree or differ; agreement of any kind is enough. */
  public static CodeLevel codes(List<FileCode> a, List<FileCode> b) {
    CodeLevel level = CodeLevel.MISSING;
    for (FileCode left : a) {
      for (FileCode right : b) {
        if (left.kind() == right.kind()) {
          if (left.text().equals(right.text())) {
            return CodeLevel.SAME;
          }
          CodeLevel apart = CodeLevel.apart(left.kind());
          level = apart.compareTo(level) > 0 ? apart : level;
        }
      }
    }
    return level;
  }

  private static SexLevel sex(Profile a, Profile b, boolean inNumber) {
    if (!a.sex().isStated() || !b.sex().isStated()) {
      return inNumber ? SexLevel.IN_NUMBER : SexLevel.MISSING;
    }
    if (a.sex() != b.sex()) {
      return SexLevel.DIFFERENT;
    }
    return inNumber ? SexLevel.IN_NUMBER : SexLevel.SAME;
  }

  /** Whether two people have a phone in common. */
  public static PhoneLevel phones(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return PhoneLevel.MISSING;
    }
    return a.stream().anyMatch(b::contains) ? PhoneLevel.SAME : PhoneLevel.DIFFERENT;
  }

  /** Where two people live. */
  public static AddressLevel addresses(@Nullable AddressTokens a, @Nullable AddressTokens b) {
    if (a == null || b == null) {
      return AddressLevel.MISSING;
    }
    boolean houseCode = known(a.houseCode(), b.houseCode());
    boolean village = sameVillage(a.village(), b.village());
    if (houseCode || (village && known(a.house(), b.house()))) {
      return known(a.room(), b.room()) ? AddressLevel.SAME_ROOM : AddressLevel.SAME_HOUSE;
    }
    if (village) {
      return AddressLevel.SAME_VILLAGE;
    }
    return known(a.town(), b.town()) ? AddressLevel.SAME_TOWN : AddressLevel.DIFFERENT;
  }

  private static boolean known(String a, String b) {
    return !a.isEmpty() && a.equals(b);
  }

  /** 五里 and 观城五里 are one village: the town may stand before it without its suffix. */
  private static boolean sameVillage(String a, String b) {
    return Math.min(a.length(), b.length()) >= SHORTEST_VILLAGE && (a.endsWith(b) || b.endsWith(a));
  }

  /** For whom two people work, by the cores of the names. */
  public static EmployerLevel employers(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return EmployerLevel.MISSING;
    }
    if (a.equals(b)) {
      return EmployerLevel.SAME;
    }
    boolean contained =
        Math.min(a.length(), b.length()) >= SHORTEST_CONTAINED_EMPLOYER
            && (a.contains(b) || b.contains(a));
    return contained ? EmployerLevel.CONTAINED : EmployerLevel.DIFFERENT;
  }
}
