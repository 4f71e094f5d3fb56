package io.guiyi.lab.bench;

import io.guiyi.lab.linkage.TrueRow;
import io.guiyi.lab.population.books.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repeats a set of historical persons to any size. Each copy has its surnames in a letter cipher of
 * its own (vowels for vowels, consonants for consonants, so that two spellings stay as near as they
 * were), its birth years shifted and its postcodes enciphered; first names, places, sexes and
 * occupations stay, so that their frequencies grow with the size. The first copy keeps its letters.
 */
final class ScaledHistory {

  private static final String VOWELS = "aeiou";
  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxyz";
  private static final String DIGITS = "0123456789";
  private static final int YEARS_APART = 7;

  /** The copy whose birth years stay. */
  private static final int UNSHIFTED = 10;

  private static final int YEAR_MAX = 9999;
  private static final Pattern BORN = Pattern.compile("(\\d{4})(-\\d\\d-\\d\\d)");

  private final PublicSet.Content original;
  private final long seed;
  private final int firstName;
  private final int surname;
  private final int born;
  private final int postcode;
  private final List<Integer> wholeNames;

  ScaledHistory(PublicSet.Content original, long seed) {
    this.original = original;
    this.seed = seed;
    this.firstName = column("first_name");
    this.surname = column("surname");
    this.born = column("dob");
    this.postcode = column("postcode_fake");
    this.wholeNames = List.of(column("full_name"), column("first_and_surname"));
  }

  private int column(String name) {
    int at = original.columns().indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "the set has no column %s: give historical_50k.csv".formatted(name));
    }
    return at;
  }

  /** The record of this number, from 0; the persons of two copies are different persons. */
  TrueRow row(int number, Map<Integer, Copy> copies) {
    int count = original.rows().size();
    int copyNumber = number / count;
    Copy copy = copies.computeIfAbsent(copyNumber, missing -> new Copy(missing, seed));
    TrueRow row = original.rows().get(number % count);
    List<String> cells = new ArrayList<>(row.cells());
    String family = copy.surname(cells.get(surname));
    String whole = (cells.get(firstName) + " " + family).strip();
    cells.set(surname, family);
    wholeNames.forEach(name -> cells.set(name, whole));
    cells.set(born, copy.born(cells.get(born)));
    cells.set(postcode, copy.postcode(cells.get(postcode)));
    return new TrueRow(row.person() + "_" + copyNumber, row.difficulty(), cells);
  }

  /** How one copy is written. */
  static final class Copy {
    private final Map<Character, Character> letters = new HashMap<>();
    private final Map<Character, Character> marks = new HashMap<>();
    private final int years;

    Copy(int number, long seed) {
      Dice dice = Dice.of(seed, Dice.Purpose.SCALED_COPY, number);
      boolean kept = number == 0;
      encipher(VOWELS, kept, letters, dice);
      encipher(CONSONANTS, kept, letters, dice);
      encipher(VOWELS + CONSONANTS, kept, marks, dice);
      encipher(DIGITS, kept, marks, dice);
      this.years = YEARS_APART * (number - UNSHIFTED);
    }

    private static void encipher(
        String plain, boolean kept, Map<Character, Character> cipher, Dice dice) {
      List<Character> shuffled = new ArrayList<>();
      plain.chars().forEach(letter -> shuffled.add((char) letter));
      for (int last = shuffled.size() - 1; last > 0 && !kept; last--) {
        Collections.swap(shuffled, last, dice.below(last + 1));
      }
      for (int i = 0; i < plain.length(); i++) {
        cipher.put(plain.charAt(i), shuffled.get(i));
        cipher.put(Character.toUpperCase(plain.charAt(i)), Character.toUpperCase(shuffled.get(i)));
      }
    }

    private static String written(String text, Map<Character, Character> cipher) {
      StringBuilder written = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        written.append((char) cipher.getOrDefault(text.charAt(i), text.charAt(i)));
      }
      return written.toString();
    }

    String surname(String text) {
      return written(text, letters);
    }

    String postcode(String text) {
      return written(text, marks);
    }

    /** Month and day stay; a leap day becomes the day before, whatever the year. */
    String born(String text) {
      Matcher date = BORN.matcher(text);
      if (!date.matches()) {
        return text;
      }
      int year = Math.clamp(Integer.parseInt(date.group(1)) + (long) years, 1, YEAR_MAX);
      String rest = date.group(2).equals("-02-29") ? "-02-28" : date.group(2);
      return "%04d%s".formatted(year, rest);
    }
  }
}
