package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Document;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Clerk;
import io.guiyi.lab.population.faults.Lapse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a row about somebody tells the numbers of those who belong to her. */
final class Relatives {

  private Relatives() {}

  /**
   * The relative's number as it gets onto the row: hers, left out, or with a wrong digit.
   *
   * @param labels takes what went wrong
   */
  static @Nullable String number(Resident relative, Clerk clerk, List<String> labels, Dice dice) {
    String number = relative.document().number();
    if (relative.document().kind() != Document.Kind.CITIZEN) {
      return number;
    }
    if (clerk.happens(Lapse.RELATIVE_WITHOUT_ID, dice)) {
      note(labels, Lapse.RELATIVE_WITHOUT_ID);
      return null;
    }
    if (!clerk.happens(Lapse.RELATIVE_ID_TYPO, dice)) {
      return number;
    }
    note(labels, Lapse.RELATIVE_ID_TYPO);
    int at = dice.between(6, 16);
    int other = (number.charAt(at) - '0' + dice.between(1, 9)) % 10;
    return number.substring(0, at) + other + number.substring(at + 1);
  }

  private static void note(List<String> labels, Lapse lapse) {
    if (!labels.contains(lapse.label())) {
      labels.add(lapse.label());
    }
  }
}
