package io.guiyi.matching.normalize;

import io.guiyi.records.Mask;
import io.guiyi.records.Parsed;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a number column of a row turned out to hold. */
public sealed interface NumberClaim {

  /** Why a valid number is held to be the person's own today. */
  enum Witness {
    /** Its check character was written, and nothing in the row speaks against it. */
    CHECK_CHARACTER,
    /** It was written with 15 digits, so that no check character vouches for it. */
    UPGRADED,
    /**
     * Its last three digits are noughts, as a spreadsheet writes them that keeps only fifteen; one
     * time in eleven the check character fits by chance.
     */
    ROUNDED,
    /** It stands inside a 学籍号: the number of the day on which that was made. */
    SCHOOL_NUMBER,
    /** Nothing: birth date and sex of the row are not the number's. */
    NOBODY
  }

  /**
   * A number that can exist.
   *
   * @param number its canonical form
   * @param witness what vouches for it
   */
  record Valid(IdNumber number, Witness witness) implements NumberClaim {
    /** True if two such numbers that differ are two persons'. */
    public boolean isOwn() {
      return witness == Witness.CHECK_CHARACTER;
    }
  }

  /**
   * Nearly a number: 17 to 19 characters whose arithmetic is wrong.
   *
   * @param text digits, and X where one stood
   */
  record Doubtful(String text) implements NumberClaim {
    @Override
    public String toString() {
      return "Doubtful[" + Mask.document(text) + "]";
    }
  }

  /**
   * A number of which only the ends are known: masked, cut or rounded.
   *
   * @param head the characters it starts with, perhaps none
   * @param tail the characters it ends with, perhaps none
   */
  record Partial(String head, String tail) implements NumberClaim {
    @Override
    public String toString() {
      return "Partial[" + Mask.all(head) + ", " + Mask.all(tail) + "]";
    }
  }

  /**
   * The number of another document: a passport, a travel permit.
   *
   * @param text letters and digits
   */
  record OtherDocument(String text) implements NumberClaim {
    @Override
    public String toString() {
      return "OtherDocument[" + Mask.document(text) + "]";
    }
  }

  /** Reads a document: one claim for most, none if it says nothing, two if it can mean two. */
  static List<NumberClaim> read(IdDocument document) {
    return switch (document.number()) {
      case Parsed.Ok<IdNumber>(IdNumber number) -> Reading.valid(document, number);
      case Parsed.Refused<IdNumber> refused ->
          Reading.refused(document, refused).map(List::of).orElse(List.of());
    };
  }

  /** Half-width capitals without blanks, and an X where a cross was meant. */
  static String tidy(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) < '0' || written.charAt(i) > '9') {
        return Reading.tidied(written);
      }
    }
    return written;
  }

  /**
   * The birth year in the seventh to tenth place of what can be read; 0 if nothing that could be
   * one stands there.
   */
  default int birthYear() {
    String text =
        switch (this) {
          case Valid valid -> valid.number().birthDate().isPresent() ? valid.number().text() : "";
          case Doubtful doubtful ->
              doubtful.text().length() == Reading.NUMBER_LENGTH ? doubtful.text() : "";
          case Partial partial -> partial.head();
          case OtherDocument _ -> "";
        };
    Matcher year = Reading.YEAR.matcher(text);
    return year.lookingAt() ? Integer.parseInt(year.group(1)) : 0;
  }

  /** How a text that is no number is read. */
  final class Reading {
    private static final int LEGACY_LENGTH = 15;
    private static final int NUMBER_LENGTH = 18;
    private static final Pattern YEAR = Pattern.compile("\\d{6}((?:19|20)\\d\\d)");
    private static final int SHORTEST_HEAD = 6;
    private static final int SHORTEST_DOUBTFUL = 17;
    private static final int LONGEST_DOUBTFUL = 19;

    /** A spreadsheet keeps 15 digits of a number and writes noughts for the rest. */
    private static final int SPREADSHEET_DIGITS = 15;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u200B-\\u200F\\uFEFF'`]");
    private static final String LOST_DIGITS = "000";
    private static final Pattern STARS = Pattern.compile("([\\dX]*)\\*+([\\dX]*)");

    private Reading() {}

    private static String tidied(String written) {
      return BLANKS
          .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
          .replaceAll("")
          .toUpperCase(Locale.ROOT)
          .replace('×', 'X');
    }

    private static List<NumberClaim> valid(IdDocument document, IdNumber number) {
      if (number.kind() == IdNumber.Kind.RESIDENT
          && tidy(document.written()).length() == LEGACY_LENGTH) {
        return List.of(new Valid(number, Witness.UPGRADED));
      }
      return number.text().endsWith(LOST_DIGITS)
          ? List.of(
              new Valid(number, Witness.ROUNDED),
              new Partial(number.text().substring(0, SPREADSHEET_DIGITS), ""))
          : List.of(new Valid(number, Witness.CHECK_CHARACTER));
    }

    private static Optional<NumberClaim> refused(
        IdDocument document, Parsed.Refused<IdNumber> refused) {
      String text = tidy(document.written());
      return switch (refused.reason()) {
        case BLANK, FILLER, UNKNOWN_CODE -> Optional.empty();
        case STUDENT_NUMBER -> inSchoolNumber(text);
        case CHILD_CODE -> Optional.empty();
        case MASKED -> masked(text);
        case SCIENTIFIC -> rounded(text);
        case LENGTH, CHARACTER, CHECK_DIGIT, DATE, REGION -> shaped(document.type(), text);
      };
    }

    private static Optional<NumberClaim> shaped(DocumentType type, String text) {
      return switch (type) {
        case RESIDENT_ID, HOUSEHOLD_BOOK, HMT_RESIDENCE_PERMIT, FOREIGN_PERMANENT_RESIDENT ->
            digits(text.replaceAll("[^\\dX]", ""));
        case HK_MACAO_TRAVEL_PERMIT, TAIWAN_TRAVEL_PERMIT, PASSPORT, OTHER -> other(text);
        case STUDENT_NUMBER, CHILD_CODE, BIRTH_CERTIFICATE -> Optional.empty();
      };
    }

    /** A school number that begins with G goes on with an ID number; others hold none. */
    private static Optional<NumberClaim> inSchoolNumber(String text) {
      return text.startsWith("G")
          ? IdNumber.parse(text.substring(1))
              .toOptional()
              .map(number -> new Valid(number, Witness.SCHOOL_NUMBER))
          : Optional.empty();
    }

    private static Optional<NumberClaim> digits(String text) {
      if (text.length() == SPREADSHEET_DIGITS + LOST_DIGITS.length()
          && text.endsWith(LOST_DIGITS)) {
        return Optional.of(new Partial(text.substring(0, SPREADSHEET_DIGITS), ""));
      }
      if (text.length() >= SHORTEST_DOUBTFUL && text.length() <= LONGEST_DOUBTFUL) {
        return Optional.of(new Doubtful(text));
      }
      return text.length() >= SHORTEST_HEAD && text.length() < SHORTEST_DOUBTFUL
          ? Optional.of(new Partial(text, ""))
          : Optional.empty();
    }

    private static Optional<NumberClaim> other(String text) {
      String letters = text.replaceAll("[^0-9A-Z]", "");
      return letters.length() >= SHORTEST_HEAD
          ? Optional.of(new OtherDocument(letters))
          : Optional.empty();
    }

    private static Optional<NumberClaim> masked(String text) {
      Matcher ends = STARS.matcher(text);
      return ends.matches()
          ? Optional.of(new Partial(ends.group(1), ends.group(2)))
          : Optional.empty();
    }

    /** The last digit that a spreadsheet shows is rounded, so it is not kept. */
    private static Optional<NumberClaim> rounded(String text) {
      String digits = text.substring(0, text.indexOf('E')).replace(".", "");
      return digits.length() > SHORTEST_HEAD - 1
          ? Optional.of(new Partial(digits.substring(0, digits.length() - 1), ""))
          : Optional.empty();
    }
  }
}
