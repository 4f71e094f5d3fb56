package io.guiyi.matching.normalize;

import io.guiyi.records.Mask;
import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under which an office keeps a child's file. Nothing in it can be checked, but it is
 * given to one child only, so that equal ones say much; in whichever column it stands.
 *
 * @param kind which office's
 * @param text letters and digits, leading noughts left out: spreadsheets eat them
 */
public record FileCode(Kind kind, String text) {
  private static final int SHORTEST = 6;
  private static final Pattern NOUGHTS = Pattern.compile("^0+");
  private static final Pattern ONE_DIGIT_REPEATED = Pattern.compile("(.)\\1*");

  /** The kinds, the surest first. */
  public enum Kind {
    /** 出生医学证明: one for each birth. */
    BIRTH_CERTIFICATE,
    /** 儿童预防接种编码: one for each child, unless a second clinic opens a file of its own. */
    CHILD_CODE,
    /** 学籍号: changes when the ID number that it is made of is corrected. */
    STUDENT_NUMBER
  }

  /** Reads a document; empty if it holds no such code. */
  public static Optional<FileCode> read(IdDocument document) {
    return switch (document.number()) {
      case Parsed.Ok<IdNumber> _ -> Optional.empty();
      case Parsed.Refused<IdNumber> refused ->
          kind(document.type(), refused.reason())
              .flatMap(kind -> of(kind, NumberClaim.tidy(document.written())));
    };
  }

  /** The text tells a school number and a child code wherever they stand; else the column does. */
  private static Optional<Kind> kind(DocumentType column, RefusalReason text) {
    return switch (text) {
      case STUDENT_NUMBER -> Optional.of(Kind.STUDENT_NUMBER);
      case CHILD_CODE -> Optional.of(Kind.CHILD_CODE);
      case BLANK, FILLER, MASKED, SCIENTIFIC -> Optional.empty();
      case LENGTH, CHARACTER, CHECK_DIGIT, DATE, REGION, UNKNOWN_CODE ->
          switch (column) {
            case STUDENT_NUMBER -> Optional.of(Kind.STUDENT_NUMBER);
            case CHILD_CODE -> Optional.of(Kind.CHILD_CODE);
            case BIRTH_CERTIFICATE -> Optional.of(Kind.BIRTH_CERTIFICATE);
            case RESIDENT_ID,
                HMT_RESIDENCE_PERMIT,
                HK_MACAO_TRAVEL_PERMIT,
                TAIWAN_TRAVEL_PERMIT,
                FOREIGN_PERMANENT_RESIDENT,
                PASSPORT,
                HOUSEHOLD_BOOK,
                OTHER ->
                Optional.empty();
          };
    };
  }

  private static Optional<FileCode> of(Kind kind, String tidy) {
    String text = NOUGHTS.matcher(tidy.replaceAll("[^0-9A-Z]", "")).replaceFirst("");
    boolean says = text.length() >= SHORTEST && !ONE_DIGIT_REPEATED.matcher(text).matches();
    return says ? Optional.of(new FileCode(kind, text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return kind + " " + Mask.document(text);
  }
}
