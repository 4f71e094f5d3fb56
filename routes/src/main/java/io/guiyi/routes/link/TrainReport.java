package io.guiyi.routes.link;

import io.guiyi.matching.model.Figures;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.matching.pair.Questions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What training learnt, as one page that needs nothing beside it: no script, no font, no address.
 *
 * @param model the trained model
 * @param name its SHA-256
 * @param notes what the trainer noticed
 * @param contents what it was trained with
 * @param truth whom each record is really about; null if nobody knows
 */
record TrainReport(
    TrainedModel model,
    String name,
    List<String> notes,
    RecordFiles.Contents contents,
    @Nullable Path truth) {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>%s</title>
      <style>
      body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; color: #222;
             max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
      table { border-collapse: collapse }
      td, th { padding: .15rem .8rem .15rem 0; text-align: left }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
      code { color: #555 } svg { display: block; margin: .5rem 0 }
      .for { fill: #2a7f62 } .against { fill: #b5532a } .open { fill: #8a94a6 }
      </style>
      """;

  /** The page. */
  String html() {
    StringBuilder page = new StringBuilder(HEAD.formatted(escaped(model.description().name())));
    Figures figures = model.figures();
    page.append("<h1>Model %s 模型</h1>\n".formatted(escaped(model.description().name())));
    page.append(
        """
        <p><code>%s</code></p>
        <p>Learnt from %d records without labels. Two records drawn at random are one person with
        the probability %.3g. Weights are log<sub>2</sub>(m/u) in bits: m is how often an answer is
        met among pairs of one person, u among pairs of two.
        权重为 log<sub>2</sub>(m/u)，单位为比特。</p>
        """
            .formatted(name, figures.records(), figures.prior()));
    page.append("<h2>What training noticed 训练提示</h2>\n<ul>\n");
    notes.forEach(note -> page.append("<li>").append(escaped(note)).append("</li>\n"));
    page.append("</ul>\n<h2>Questions and answers 比较与权重</h2>\n");
    Questions questions = Questions.of(contents.table());
    for (int i = 0; i < questions.size(); i++) {
      comparison(page, questions.comparison(i), questions.levels(i), figures.comparisons().get(i));
    }
    pairs(page);
    return page.append("</html>\n").toString();
  }

  private static void comparison(
      StringBuilder page, Comparison comparison, List<String> levels, Figures.OfComparison own) {
    page.append("<h3>%s</h3>\n<table>\n".formatted(escaped(comparison.name())));
    page.append("<tr><th>answer<th class=n>m<th class=n>u<th class=n>weight<th></tr>\n");
    for (int level = 0; level < levels.size(); level++) {
      double m = own.m().get(level);
      double u = own.u().get(level);
      double weight = Math.log(m / u) / Math.log(2);
      page.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%s<td class=n>%.5f<td class=n>%.7f<td class=n>%+.2f<td>%s</tr>\n",
              escaped(levels.get(level)),
              m,
              u,
              weight,
              Charts.bar(weight)));
    }
    page.append("</table>\n");
    if (comparison.frequency()) {
      page.append(
          "<p>The first answer weighs more for rare values; %d common ones are listed.</p>\n"
              .formatted(own.terms().size()));
    }
  }

  private void pairs(StringBuilder page) {
    PairSample sample = PairSample.of(contents.table(), model, known());
    page.append(
        """
        <h2>Weights of candidate pairs 候选对的权重</h2>
        <p>%d pairs of contents that blocking proposes; the line is the link threshold, %.2f.</p>
        """
            .formatted(sample.pairs(), model.description().thresholds().link()));
    page.append(Charts.histogram(sample, model.description().thresholds()));
    if (truth != null) {
      page.append(
          """
          <h2>Precision and recall of candidate pairs 精确率与召回率</h2>
          <p>By the truth that was given, for each threshold of a bit; clusters come afterwards.</p>
          """);
      page.append(Charts.precisionRecall(sample));
    }
  }

  private IntBinaryOperator known() {
    if (truth == null) {
      return (_, _) -> PairSample.UNKNOWN;
    }
    int[] personOfUnit = TruePairs.read(truth, contents.names()).personOfUnit(contents.table());
    return (a, b) ->
        personOfUnit[a] == 0 || personOfUnit[b] == 0
            ? PairSample.UNKNOWN
            : personOfUnit[a] == personOfUnit[b] ? PairSample.ONE : PairSample.TWO;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
