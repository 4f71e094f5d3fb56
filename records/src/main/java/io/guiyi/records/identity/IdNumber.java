package io.guiyi.records.identity;

import io.guiyi.records.Mask;
import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import io.guiyi.records.place.RegionCode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number whose form and check digit are right: it can exist. Whether it is the person's own is
 * for matching to find out.
 *
 * <p>Sources: GB 11643-1999 (18 characters: 6 region, 8 birth date, 3 sequence with odd for male, 1
 * check character by ISO 7064 MOD 11-2; the 15-digit form before it lacks century and check
 * character), the residence permits for residents of Hong Kong, Macao and Taiwan (regions 810000,
 * 820000, 830000), and the foreign permanent resident's card (18 digits starting with 9 since
 * 2023-12-01; before that three letters and twelve digits).
 *
 * @param kind which document family
 * @param text the canonical text: 18 characters with a capital X, or 15 for the old foreign form
 */
public record IdNumber(Kind kind, String text) {

  /** The families of numbers. */
  public enum Kind {
    /** 公民身份号码. */
    RESIDENT,
    /** 港澳台居民居住证. */
    HMT_RESIDENT,
    /** 外国人永久居留身份证, 18 digits. */
    FOREIGN_PERMANENT,
    /** 外国人永久居留身份证 before 2023-12-01: three letters and twelve digits. */
    FOREIGN_PERMANENT_OLD
  }

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final Pattern FULL = Pattern.compile("\\d{17}[\\dX]");
  private static final Pattern LEGACY = Pattern.compile("\\d{15}");
  private static final Pattern FOREIGN_OLD = Pattern.compile("[A-Z]{3}\\d{12}");
  private static final Pattern STUDENT = Pattern.compile("[GJL]\\d{17,18}[\\dX]?");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d{1,2}");
  private static final Pattern MASKED = Pattern.compile("[\\dX]+\\*{2,}[\\dX]*");
  private static final Pattern FILLER =
      Pattern.compile("(\\d)\\1*|0*1|1234567890?1?2?3?4?5?6?7?8?");

  /**
   * Reads a number, or says what the text is instead. Full-width characters, blanks, a small x and
   * a × or * standing for the check character X are understood.
   */
  public static Parsed<IdNumber> parse(String written) {
    String text = tidy(written);
    if (text.isEmpty()) {
      return Parsed.refused(RefusalReason.BLANK, "no ID number");
    }
    if (isPlainlyFull(text)) {
      return full(text);
    }
    if (FILLER.matcher(text).matches()) {
      return Parsed.refused(RefusalReason.FILLER, "a filler, not an ID number; leave it empty");
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return Parsed.refused(
          RefusalReason.SCIENTIFIC, "rounded by a spreadsheet; export the column as text");
    }
    if (STUDENT.matcher(text).matches()) {
      return Parsed.refused(RefusalReason.STUDENT_NUMBER, "a 学籍号, not an ID number");
    }
    if (FULL.matcher(text).matches()) {
      return full(text);
    }
    if (LEGACY.matcher(text).matches()) {
      return legacy(text);
    }
    if (FOREIGN_OLD.matcher(text).matches()) {
      return Parsed.ok(new IdNumber(Kind.FOREIGN_PERMANENT_OLD, text));
    }
    return shapeless(text);
  }

  /** True for 18 characters of the right kind that cannot be a filler, as most numbers are. */
  private static boolean isPlainlyFull(String text) {
    if (text.length() != WEIGHTS.length + 1
        || text.startsWith("123")
        || (text.charAt(0) == text.charAt(1) && text.charAt(1) == text.charAt(2))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c != 'X' || i < WEIGHTS.length)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The check character for the first 17 digits (ISO 7064 MOD 11-2).
   *
   * @param digits at least 17 digits; more are ignored
   */
  public static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
  }

  /** The date of birth in the number; the old foreign form carries none that can be relied on. */
  public Optional<LocalDate> birthDate() {
    return switch (kind) {
      case RESIDENT, HMT_RESIDENT, FOREIGN_PERMANENT -> birthDateIn(text);
      case FOREIGN_PERMANENT_OLD -> Optional.empty();
    };
  }

  /** The sex in the number: the 17th digit is odd for male. */
  public Optional<Sex> sex() {
    return switch (kind) {
      case RESIDENT, HMT_RESIDENT, FOREIGN_PERMANENT ->
          Optional.of((text.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE);
      case FOREIGN_PERMANENT_OLD -> Optional.empty();
    };
  }

  /** The county of first registration; it never changes, however often the person moves. */
  public Optional<RegionCode> region() {
    return switch (kind) {
      case RESIDENT, HMT_RESIDENT -> RegionCode.parse(text.substring(0, 6)).toOptional();
      case FOREIGN_PERMANENT, FOREIGN_PERMANENT_OLD -> Optional.empty();
    };
  }

  private static String tidy(String written) {
    return isTidy(written) ? written : tidied(written);
  }

  /** Most numbers come as they should be. */
  private static boolean isTidy(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if ((c < '0' || c > '9') && c != 'X') {
        return false;
      }
    }
    return true;
  }

  private static String tidied(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u200B-\\u200F\\uFEFF'`]", "")
        .toUpperCase(Locale.ROOT)
        .replace('×', 'X')
        .replaceFirst("(?<=^\\d{17})\\*$", "X");
  }

  private static Parsed<IdNumber> full(String text) {
    Optional<LocalDate> birth = birthDateIn(text);
    if (birth.isEmpty()) {
      int year = Integer.parseInt(text.substring(10, 14));
      return year >= 1990 && year <= 2039 && text.charAt(17) != 'X'
          ? Parsed.refused(RefusalReason.CHILD_CODE, "a child vaccination code, not an ID number")
          : Parsed.refused(RefusalReason.DATE, "characters 7 to 14 are no date");
    }
    Optional<Kind> kind = kindOf(text);
    if (kind.isEmpty()) {
      return Parsed.refused(RefusalReason.REGION, "the first digits name no province");
    }
    if (checkCharacter(text) != text.charAt(17)) {
      return Parsed.refused(
          RefusalReason.CHECK_DIGIT, "the check character does not fit the 17 digits before it");
    }
    return Parsed.ok(new IdNumber(kind.get(), text));
  }

  private static Parsed<IdNumber> legacy(String text) {
    if (looksLikeCutFullNumber(text)) {
      return Parsed.refused(RefusalReason.LENGTH, "an 18-character number cut to 15 characters");
    }
    String digits = text.substring(0, 6) + "19" + text.substring(6);
    if (birthDateIn(digits).isEmpty()) {
      return Parsed.refused(RefusalReason.DATE, "digits 7 to 12 of a 15-digit number are no date");
    }
    if (!RegionCode.isProvince(text.substring(0, 2))) {
      return Parsed.refused(RefusalReason.REGION, "the first digits name no province");
    }
    return Parsed.ok(new IdNumber(Kind.RESIDENT, digits + checkCharacter(digits)));
  }

  /** A birth year of 1919 or 1920 is far less likely than a century at its 18-digit place. */
  private static boolean looksLikeCutFullNumber(String text) {
    String century = text.substring(6, 8);
    return (century.equals("19") || century.equals("20")) && birthDateIn(text).isPresent();
  }

  private static Parsed<IdNumber> shapeless(String text) {
    if (MASKED.matcher(text).matches()) {
      return Parsed.refused(RefusalReason.MASKED, "a masked number; ask for the whole one");
    }
    if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == 'X')) {
      return Parsed.refused(
          RefusalReason.LENGTH,
          "an ID number has 15 or 18 characters, this one has %d".formatted(text.length()));
    }
    return Parsed.refused(
        RefusalReason.CHARACTER, "an ID number holds digits and at its end perhaps an X");
  }

  private static Optional<Kind> kindOf(String text) {
    if (text.charAt(0) == '9') {
      return Optional.of(Kind.FOREIGN_PERMANENT);
    }
    return switch (text.substring(0, 6)) {
      case "810000", "820000", "830000" -> Optional.of(Kind.HMT_RESIDENT);
      default ->
          RegionCode.isProvince(text.substring(0, 2))
              ? Optional.of(Kind.RESIDENT)
              : Optional.empty();
    };
  }

  private static Optional<LocalDate> birthDateIn(String text) {
    int year = Integer.parseInt(text.substring(6, 10));
    if (year < 1870 || year > 2100) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              year,
              Integer.parseInt(text.substring(10, 12)),
              Integer.parseInt(text.substring(12, 14))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return Mask.document(text);
  }
}
