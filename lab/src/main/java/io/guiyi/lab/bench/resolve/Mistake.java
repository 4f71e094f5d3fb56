package io.guiyi.lab.bench.resolve;

import io.guiyi.lab.population.books.Confusions;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Feed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One mistake in one value of a row, each kind as likely as the others. */
final class Mistake {
  private static final int TRIES = 20;

  /** Where a mistake is made. */
  private enum Kind {
    NUMBER_DIGIT,
    NUMBER_SWAP,
    NUMBER_MISSING,
    NAME_SOUND,
    NAME_SHAPE,
    BIRTH_DIGIT,
    PHONE_CHANGED
  }

  private final ModelColumns columns;
  private final Confusions confusions = Confusions.load();

  Mistake(ModelColumns columns) {
    this.columns = columns;
  }

  /** The row with a mistake; unchanged only if nothing in it can be mistaken. */
  List<String> in(Feed feed, List<String> row, Dice dice) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Kind kind = dice.pick(List.of(Kind.values()));
      int place = place(feed, kind);
      if (place >= 0 && !row.get(place).isEmpty()) {
        String before = row.get(place);
        String after = spoilt(kind, before, dice);
        if (!after.equals(before)) {
          List<String> spoilt = new ArrayList<>(row);
          // A number may stand in two columns; a clerk who mistypes one copies it.
          Collections.replaceAll(spoilt, before, after);
          return spoilt;
        }
      }
    }
    return row;
  }

  private int place(Feed feed, Kind kind) {
    int[] cells =
        switch (kind) {
          case NUMBER_DIGIT, NUMBER_SWAP, NUMBER_MISSING -> columns.cells(feed, "resident-number");
          case NAME_SOUND, NAME_SHAPE -> columns.cells(feed, "han-name");
          case BIRTH_DIGIT -> columns.cells(feed, "birth");
          case PHONE_CHANGED -> columns.cells(feed, "phones");
        };
    return cells.length == 0 ? -1 : cells[0];
  }

  private String spoilt(Kind kind, String text, Dice dice) {
    return switch (kind) {
      case NUMBER_DIGIT, BIRTH_DIGIT -> digit(text, dice.below(text.length()), dice);
      case NUMBER_SWAP -> swapped(text, dice.below(Math.max(1, text.length() - 1)));
      case NUMBER_MISSING -> "";
      case NAME_SOUND -> character(text, true, dice);
      case NAME_SHAPE -> character(text, false, dice);
      case PHONE_CHANGED ->
          "139" + String.valueOf(100_000_000 + dice.below(99_999_999)).substring(1);
    };
  }

  private static String digit(String text, int place, Dice dice) {
    return Character.isDigit(text.charAt(place))
        ? text.substring(0, place) + dice.below(10) + text.substring(place + 1)
        : text;
  }

  private static String swapped(String text, int place) {
    return text.length() < 2
        ? text
        : text.substring(0, place)
            + text.charAt(place + 1)
            + text.charAt(place)
            + text.substring(place + 2);
  }

  private String character(String name, boolean bySound, Dice dice) {
    List<String> characters = new ArrayList<>(Confusions.characters(name));
    int place = dice.below(characters.size());
    String right = characters.get(place);
    List<String> wrong = bySound ? confusions.homophones(right) : confusions.lookalikes(right);
    if (wrong.isEmpty()) {
      return name;
    }
    characters.set(place, dice.pick(wrong));
    return String.join("", characters);
  }
}
