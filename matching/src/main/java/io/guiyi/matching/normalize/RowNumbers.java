package io.guiyi.matching.normalize;

import io.guiyi.matching.normalize.NumberClaim.Valid;
import io.guiyi.matching.normalize.NumberClaim.Witness;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the number columns of one row hold, judged by the row's own birth date and sex.
 *
 * @param own the claims that may be the person's own, most trusted first
 * @param others valid numbers that are certainly somebody else's: they tell the family
 * @param title how good the row's claim to its first valid number is
 */
public record RowNumbers(List<NumberClaim> own, List<String> others, NumberTitle title) {
  /** Copies the lists. */
  public RowNumbers {
    own = List.copyOf(own);
    others = List.copyOf(others);
  }

  /**
   * Reads the number columns.
   *
   * @param documents most trusted first
   * @param stated the birth date that the row states
   * @param sex the sex that the row states
   * @param isKins true for the number of somebody whom the row names beside its person
   */
  public static RowNumbers read(
      List<IdDocument> documents, @Nullable PartialDate stated, Sex sex, Predicate<String> isKins) {
    List<NumberClaim> own = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (IdDocument document : documents) {
      for (NumberClaim number : NumberClaim.read(document)) {
        String text = number instanceof Valid valid ? valid.number().text() : "";
        boolean kins = !text.isEmpty() && isKins.test(text);
        if (kins || Titles.isSomebodyElses(number, stated)) {
          if (!kins && !text.isEmpty() && !others.contains(text)) {
            others.add(text);
          }
        } else if (!own.contains(number)) {
          own.add(number);
        }
      }
    }
    NumberTitle title = Titles.of(stated, sex, firstValid(own));
    return new RowNumbers(title == NumberTitle.CONTESTED ? unvouched(own) : own, others, title);
  }

  /** The date in the first valid number. */
  public @Nullable PartialDate birthDate() {
    return firstValid(own).flatMap(IdNumber::birthDate).map(PartialDate::of).orElse(null);
  }

  /** The same, unless the number is contested. */
  public @Nullable PartialDate vouchedBirthDate() {
    return title == NumberTitle.CONTESTED ? null : birthDate();
  }

  /** The sex that the row states; if it does not, that in the first valid number. */
  public Sex sexOr(Sex stated) {
    return stated.isStated() ? stated : firstValid(own).flatMap(IdNumber::sex).orElse(Sex.UNKNOWN);
  }

  /** The first number that can exist, whosever it is. */
  public Optional<IdNumber> valid() {
    return firstValid(own);
  }

  private static Optional<IdNumber> firstValid(List<NumberClaim> numbers) {
    for (NumberClaim claim : numbers) {
      if (claim instanceof Valid valid) {
        return Optional.of(valid.number());
      }
    }
    return Optional.empty();
  }

  private static List<NumberClaim> unvouched(List<NumberClaim> numbers) {
    return numbers.stream()
        .map(claim ->
            claim instanceof Valid(IdNumber number, Witness _)
                ? new Valid(number, Witness.NOBODY)
                : claim)
        .toList();
  }

  @Override
  public String toString() {
    return "RowNumbers[" + own.size() + ", " + title + "]";
  }
}
