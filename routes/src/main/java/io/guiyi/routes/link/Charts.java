package io.guiyi.routes.link;

import io.guiyi.matching.model.ModelDescription.Thresholds;
import java.util.Locale;

/** Small charts as SVG. */
final class Charts {
  private static final int BIN_WIDTH = 8;
  private static final int HEIGHT = 160;
  private static final int AXIS = 20;
  private static final int SQUARE = 260;
  private static final int MARGIN = 30;

  private Charts() {}

  /** A weight as a bar to the right or to the left of its zero. */
  static String bar(double weight) {
    double length = Math.min(20, Math.abs(weight)) * 5;
    double start = weight < 0 ? 100 - length : 100;
    return format(
        "<svg width=\"200\" height=\"12\"><rect class=\"%s\" x=\"%.1f\" width=\"%.1f\""
            + " height=\"12\"/><path d=\"M100 0V12\" stroke=\"#222\"/></svg>",
        weight < 0 ? "against" : "for", start, length);
  }

  /** How many pairs have which weight; heights are by the logarithm, or the tail would not show. */
  static String histogram(PairSample sample, Thresholds thresholds) {
    int bins = PairSample.HIGHEST - PairSample.LOWEST + 1;
    double most = 1;
    for (int bin = PairSample.LOWEST; bin <= PairSample.HIGHEST; bin++) {
      most = Math.max(most, Math.log1p(sample.count(bin)));
    }
    StringBuilder chart = new StringBuilder();
    chart.append(
        format(
            "<svg width=\"%d\" height=\"%d\" font-size=\"11\">", bins * BIN_WIDTH, HEIGHT + AXIS));
    for (int bin = PairSample.LOWEST; bin <= PairSample.HIGHEST; bin++) {
      double height = Math.log1p(sample.count(bin)) / most * HEIGHT;
      int x = (bin - PairSample.LOWEST) * BIN_WIDTH;
      String side =
          bin >= thresholds.link() ? "for" : bin >= thresholds.review() ? "open" : "against";
      chart.append(
          format(
              "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\">"
                  + "<title>%d bits: %d pairs</title></rect>",
              side, x, HEIGHT - height, BIN_WIDTH - 1, height, bin, sample.count(bin)));
      if (bin % 10 == 0) {
        chart.append(format("<text x=\"%d\" y=\"%d\">%d</text>", x, HEIGHT + AXIS - 5, bin));
      }
    }
    double link = (thresholds.link() - PairSample.LOWEST) * BIN_WIDTH;
    return chart
        .append(format("<path d=\"M%.1f 0V%d\" stroke=\"#222\"/></svg>\n", link, HEIGHT))
        .toString();
  }

  /** Precision over recall, one point for each threshold. */
  static String precisionRecall(PairSample sample) {
    long all = sample.from(PairSample.ONE, PairSample.LOWEST);
    StringBuilder points = new StringBuilder();
    for (int bin = PairSample.HIGHEST; bin >= PairSample.LOWEST && all > 0; bin--) {
      long one = sample.from(PairSample.ONE, bin);
      long found = one + sample.from(PairSample.TWO, bin);
      if (found > 0) {
        points.append(
            format(
                "%.1f,%.1f ",
                MARGIN + SQUARE * (one / (double) all),
                MARGIN + SQUARE * (1 - one / (double) found)));
      }
    }
    int size = SQUARE + 2 * MARGIN;
    return format(
        "<svg width=\"%d\" height=\"%d\" font-size=\"11\">"
            + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#aaa\"/>"
            + "<polyline points=\"%s\" fill=\"none\" stroke=\"#2a7f62\" stroke-width=\"2\"/>"
            + "<text x=\"%d\" y=\"%d\">recall 召回率 0 to 1</text>"
            + "<text x=\"%d\" y=\"%d\">precision 精确率 0 to 1</text></svg>\n",
        size, size, MARGIN, MARGIN, SQUARE, SQUARE, points, MARGIN, size - 8, MARGIN, 20);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
