package io.guiyi.routes.link;

import io.guiyi.matching.link.LinkResult;
import io.guiyi.routes.evaluate.ClusterFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same records at up to three thresholds: {@code strict} makes fewer mistakes, {@code broad}
 * misses fewer, {@code balanced} is the model's own and stands in {@code clusters.csv}.
 *
 * @param link the model's own threshold, in bits
 */
record LinkViews(double link, LinkResult result) {
  private static final String OWN = "clusters.csv";
  private static final List<String> FIGURES =
      List.of("pairwise_precision", "pairwise_recall", "pairwise_f1", "wrongly_merged_persons");

  private static String file(LinkResult.View view) {
    return "clusters-%s.csv".formatted(view.name());
  }

  /** Writes the clusters of all views but the model's own. */
  void write(OutputFolder folder, LinkTables tables) {
    for (LinkResult.View view : result.views()) {
      folder.table(file(view), table -> tables.clusters(table, view.clusterOf()));
    }
  }

  /** For {@code summary.json}: file, threshold, persons, and quality if there is a truth. */
  Map<String, Object> figures(OutputFolder folder, @Nullable Path truth) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("balanced", figures(OWN, link, result.clusters(), folder, truth));
    for (LinkResult.View view : result.views()) {
      long persons = Arrays.stream(view.clusterOf()).distinct().count();
      figures.put(view.name(), figures(file(view), view.link(), persons, folder, truth));
    }
    return figures;
  }

  private static Map<String, Object> figures(
      String file, double link, long persons, OutputFolder folder, @Nullable Path truth) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("file", file);
    figures.put("link", link);
    figures.put("persons", persons);
    if (truth != null && !file.equals(OWN)) {
      Map<String, Object> quality =
          new ClusterFiles(folder.unfinished(file), truth, null).read().figures();
      FIGURES.forEach(name -> figures.put(name, quality.get(name)));
    }
    return figures;
  }
}
