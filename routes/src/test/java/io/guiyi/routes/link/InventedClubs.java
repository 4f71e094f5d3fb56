package io.guiyi.routes.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Members of two clubs, invented: who stands in both stands there a little differently. Some
 * numbers of a member's card were given out twice.
 */
final class InventedClubs {
  static final String MODEL =
      """
      model: clubs
      sources:
        chess: &club
          id: no
          columns: {name: {given: first, surname: last}, birth: born, town: town, card: card}
        choir: *club
      fields: {name: person-name, birth: date, town: text, card: code}
      comparisons:
        - {name: card, about: card, levels: [same]}
        - {about: name.surname, levels: [same, jaro-winkler 0.85], frequency: true}
        - {about: name.given, levels: [same, initial], frequency: true}
        - {about: birth, levels: [same, one-digit]}
        - {about: town, levels: [same], frequency: true}
      blocking:
        cap: 50
        rules: [name.surname + birth.year, birth, name.both, card]
      train:
        certain: [name.both + birth]
        recall: 0.6
        learn: [name.both, birth]
      laws:
        cannot-link: {card: [else]}
      thresholds: {link: 0, review: -6, floor: -12}
      """;

  static final String HEADER = "no,first,last,born,town,card,remark";

  private static final String[] SYLLABLES = {
    "ba", "do", "fe", "gi", "hu", "ka", "lo", "mi", "ne", "pu", "ra", "se", "ti", "vo", "wen", "zan"
  };

  private InventedClubs() {}

  /** A row without its number. */
  record Row(String source, String id, String rest) {
    String line() {
      return id + ',' + rest;
    }
  }

  /** Rows of both clubs. */
  static List<Row> rows(long seed, int persons) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int person = 0; person < persons; person++) {
      String first = word(random, 2);
      String last = word(random, 3);
      String town = "town " + random.nextInt(12);
      String born =
          "%d-%02d-%02d"
              .formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String card = random.nextInt(3) == 0 ? "" : Integer.toString(random.nextInt(2 * persons));
      rows.add(row("chess", rows.size(), first, last, born, town, card));
      if (random.nextBoolean()) {
        boolean slip = random.nextInt(4) == 0;
        rows.add(
            row(
                "choir",
                rows.size(),
                random.nextInt(5) == 0 ? first.substring(0, 1) : first,
                slip ? last.substring(0, last.length() - 1) : last,
                born,
                random.nextInt(6) == 0 ? "town " + random.nextInt(12) : town,
                random.nextInt(8) == 0 ? "9" + card : card));
      }
    }
    return rows;
  }

  private static Row row(String source, int number, String... values) {
    return new Row(source, "m" + number, String.join(",", values) + ",\"said \"\"hello\"\"\"");
  }

  private static String word(Random random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  /** Writes the rows of one source in the order given. */
  static Input write(Path file, String source, List<Row> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    rows.stream().filter(row -> row.source().equals(source)).map(Row::line).forEach(lines::add);
    Files.write(file, lines);
    return new Input(source, file);
  }
}
