package io.guiyi.lab.population.faults;

import io.guiyi.lab.population.CitizenNumbers;
import io.guiyi.lab.population.Document;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.SchoolNumbers;
import io.guiyi.lab.population.books.Dice;
import java.util.Arrays;
import java.util.List;

/** Slips in the numbers of papers. */
final class NumberSlips {

  private NumberSlips() {}

  static List<Slip> all() {
    return List.of(
        new CaughtTypo(),
        new TwoWrongDigits(),
        new BrokenFormat(),
        new LegacyNumber(),
        new OldNumber(),
        new BorrowedNumber(),
        new ParentsNumber(),
        new TemporaryNumber(),
        new ChildCode(),
        new BlankNumber("id-blank", false),
        new BlankNumber("id-blank-child", true));
  }

  private static char otherDigit(char digit, Dice dice) {
    return (char) ('0' + (digit - '0' + dice.between(1, 9)) % 10);
  }

  /** Two neighbours swapped, or one wrong digit: the check character always tells. */
  private record CaughtTypo() implements Slip {

    @Override
    public String label() {
      return "id-caught-typo";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueNumber(written);
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      char[] number = subject.resident().document().number().toCharArray();
      int at = dice.below(16);
      if (dice.chance(50) && number[at] != number[at + 1]) {
        char held = number[at];
        number[at] = number[at + 1];
        number[at + 1] = held;
      } else {
        number[at] = otherDigit(number[at], dice);
      }
      return written.withNumber(String.valueOf(number));
    }
  }

  /** Two wrong digits: one time in twelve the check character does not tell. */
  private record TwoWrongDigits() implements Slip {

    @Override
    public String label() {
      return "id-two-wrong-digits";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueNumber(written);
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      char[] number = subject.resident().document().number().toCharArray();
      int first = dice.below(16);
      int second = dice.between(first + 1, 16);
      number[first] = otherDigit(number[first], dice);
      number[second] = otherDigit(number[second], dice);
      return written.withNumber(String.valueOf(number));
    }
  }

  /** Cut off, turned into 3.30282E+17 by a spreadsheet, or something else written for the X. */
  private record BrokenFormat() implements Slip {

    private static final List<String> CROSSES = List.of("x", "×", "Ｘ", "*");

    @Override
    public String label() {
      return "id-broken-format";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueNumber(written);
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      String number = subject.resident().document().number();
      if (number.endsWith("X") && dice.chance(70)) {
        return written.withNumber(number.substring(0, 17) + dice.pick(CROSSES));
      }
      return written.withNumber(
          switch (dice.below(4)) {
            case 0 -> number.substring(0, 17);
            case 1 -> number.substring(0, dice.between(12, 16));
            case 2 -> number.charAt(0) + "." + number.substring(1, 6) + "E+17";
            default -> number.substring(0, 15) + "000";
          });
    }
  }

  /** The fifteen digits of before 1999. Possible for those born in the nineteen hundreds. */
  private record LegacyNumber() implements Slip {

    @Override
    public String label() {
      return "id-legacy";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueNumber(written) && subject.resident().born().getYear() < 2000;
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      return written.withNumber(CitizenNumbers.legacy(subject.resident().document().number()));
    }
  }

  /** A valid number from before a re-numbering: same county and day, another sequence. */
  private record OldNumber() implements Slip {

    @Override
    public String label() {
      return "id-old-number";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueNumber(written);
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      Resident resident = subject.resident();
      String number = resident.document().number();
      int sequence = Integer.parseInt(number.substring(14, 17));
      int earlier = (sequence + 2 * dice.between(20, 400)) % 1000;
      return written.withNumber(
          CitizenNumbers.compose(number.substring(0, 6), resident.born(), earlier));
    }
  }

  /** Insured under a relative's number. Possible where another adult of the household has one. */
  private record BorrowedNumber() implements Slip {

    @Override
    public String label() {
      return "id-borrowed";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueNumber(written) && !subject.relativesWithNumber().isEmpty();
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      return written.withNumber(dice.pick(subject.relativesWithNumber()).document().number());
    }
  }

  /** A parent's number on a child's row. Possible for children. */
  private record ParentsNumber() implements Slip {

    @Override
    public String label() {
      return "id-of-parent";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.resident().role().isChild()
          && subject.hasTrueNumber(written)
          && !subject.relativesWithNumber().isEmpty();
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      return written.withNumber(subject.relativesWithNumber().getFirst().document().number());
    }
  }

  /** The temporary student number in place of the ID number. Possible for children. */
  private record TemporaryNumber() implements Slip {

    @Override
    public String label() {
      return "id-temporary";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.resident().role().isChild() && subject.hasTrueNumber(written);
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      return written.withNumber(SchoolNumbers.temporary(subject.resident()));
    }
  }

  /** The code of the vaccination programme in place of the ID number. Possible below six years. */
  private record ChildCode() implements Slip {

    @Override
    public String label() {
      return "id-child-code";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.isYoungerThan(6) && subject.hasTrueNumber(written);
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      return written.withNumber(SchoolNumbers.childCode(subject.resident()));
    }
  }

  /**
   * No number, or something typed to get past a check. Children often have none yet.
   *
   * @param label label
   * @param children whether it is possible for children, or for adults
   */
  private record BlankNumber(String label, boolean children) implements Slip {

    private static final List<String> FILLERS =
        Arrays.asList(
            null, "", "000000000000000000", "111111111111111111", "1", "0", "000000000000000");

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.resident().role().isChild() == children
          && (subject.resident().document().kind() != Document.Kind.CITIZEN
              || subject.hasTrueNumber(written));
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      return written.withNumber(FILLERS.get(dice.below(FILLERS.size())));
    }
  }
}
