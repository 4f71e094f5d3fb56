package io.guiyi.lab.population.books;

import java.util.List;

/** Trades of Cixi and the words from which invented firms take their names. */
public final class TradeBook {

  private final Weighted<Trade> trades;
  private final List<String> words;

  private TradeBook(double secondaryPercent) {
    List<List<String>> rows = TableFile.rows("trades.tsv", 5);
    double secondary = weight(rows, true);
    double others = weight(rows, false);
    Weighted.Builder<Trade> table = Weighted.builder();
    for (List<String> row : rows) {
      double share =
          isSecondary(row) ? secondaryPercent / secondary : (100 - secondaryPercent) / others;
      if (share > 0) {
        table.add(
            new Trade(row.getFirst(), row.get(1), row.get(3), row.get(4)),
            Double.parseDouble(row.get(2)) * share);
      }
    }
    trades = table.build();
    words = TableFile.rows("firm_words.tsv", 1).stream().map(List::getFirst).toList();
  }

  /**
   * Loads the tables from the jar.
   *
   * @param secondaryPercent share of mining, manufacturing, energy and building (sections B to E of
   *     GB/T 4754)
   */
  public static TradeBook load(double secondaryPercent) {
    return new TradeBook(secondaryPercent);
  }

  private static double weight(List<List<String>> rows, boolean secondary) {
    return rows.stream()
        .filter(row -> isSecondary(row) == secondary)
        .mapToDouble(row -> Double.parseDouble(row.get(2)))
        .sum();
  }

  private static boolean isSecondary(List<String> row) {
    char section = row.getFirst().charAt(0);
    return section >= 'B' && section <= 'E';
  }

  /** A trade, commoner ones more often. */
  public Trade trade(Dice dice) {
    return trades.draw(dice);
  }

  /** Two characters that a firm calls itself by. */
  public String word(Dice dice) {
    return dice.pick(words);
  }

  /**
   * A trade.
   *
   * @param industry code of GB/T 4754
   * @param word the trade as it stands in a firm's name
   * @param occupation code of the commonest occupation in it
   * @param occupationWord that occupation in words
   */
  public record Trade(String industry, String word, String occupation, String occupationWord) {}
}
