package io.guiyi.lab.population;

import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.NameBook.Foreigner;
import io.guiyi.lab.population.books.RegionBook.Region;
import io.guiyi.lab.population.books.Sex;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Issues papers and sees to it that no two people get the same citizen number. */
final class IssuedDocuments {

  private static final int SEQUENCES = 498;

  private final Set<Long> issued = new HashSet<>();

  /** The canary's number is taken before anyone comes. */
  IssuedDocuments() {
    issued.add(digits(Canary.known().idNumber()));
  }

  /**
   * A citizen number.
   *
   * @param region county of first registration
   * @param born birth date
   * @param sex decides whether the sequence is odd
   * @param sequence half of the sequence wished for; the next free one is taken
   */
  Document citizen(Region region, LocalDate born, Sex sex, int sequence) {
    String code = region.codeInYear(born.getYear());
    for (int i = 0; i < SEQUENCES; i++) {
      int half = 1 + (sequence + i) % SEQUENCES;
      String number = CitizenNumbers.compose(code, born, 2 * half + (sex == Sex.MALE ? 1 : 0));
      if (issued.add(digits(number))) {
        return new Document(Document.Kind.CITIZEN, number);
      }
    }
    throw new IllegalStateException(
        "all %d sequences of one county and day are taken: ask for fewer people"
            .formatted(SEQUENCES));
  }

  private static long digits(String number) {
    return Long.parseLong(number.substring(0, 17));
  }

  /** The residence permit of someone from Hong Kong (810000), Taiwan (830000) or Macao (820000). */
  Document fromAcrossTheBorder(LocalDate born, Sex sex, Dice dice) {
    int point = dice.below(10);
    String region = point < 4 ? "810000" : point < 9 ? "830000" : "820000";
    int sequence = 2 * dice.between(1, 40) + (sex == Sex.MALE ? 1 : 0);
    Document.Kind kind =
        region.equals("830000") ? Document.Kind.TAIWAN : Document.Kind.HONG_KONG_MACAO;
    return new Document(kind, CitizenNumbers.compose(region, born, sequence));
  }

  /**
   * A foreigner's permit: since December 2023 a 9, two digits of the issuing province, three of the
   * nationality, birth date, sequence and check; before, three letters and twelve digits.
   */
  Document foreigner(Foreigner who, LocalDate born, Dice dice) {
    String number;
    if (dice.chance(60)) {
      int sequence = 2 * dice.between(1, 40) + (who.sex() == Sex.MALE ? 1 : 0);
      number = CitizenNumbers.compose("933" + who.nationalityDigits(), born, sequence);
    } else {
      String serial = WrittenDates.padded(dice.below(100), 2);
      number = who.nationality() + "3302" + WrittenDates.shortest(born) + serial;
    }
    return new Document(Document.Kind.FOREIGN_PERMIT, number);
  }
}
