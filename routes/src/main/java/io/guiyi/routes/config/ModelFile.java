package io.guiyi.routes.config;

import io.guiyi.matching.model.Calibration;
import io.guiyi.matching.model.Figures;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.TrainedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A model in a file.
 *
 * @param description what people wrote
 * @param trained the same with what was learnt; empty for a file that people wrote
 */
public record ModelFile(ModelDescription description, Optional<TrainedModel> trained) {
  /** A term that fewer records bear does not leave memory. */
  public static final int FEWEST_BEARERS = 10;

  private static final long MOST_BYTES = 64 << 20;
  private static final String SHIPPED = "migrants.json";

  /**
   * Reads a model: {@code .json} as training left it, anything else as YAML.
   *
   * @throws ConfigRefused with every fault
   */
  public static ModelFile read(Path file) {
    if (!file.toString().endsWith(".json")) {
      return new ModelFile(ModelConfig.read(file), Optional.empty());
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refused(file, "is larger than 64 MiB", "train it again");
      }
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw refused(file, "cannot be read", "check that it exists and its rights");
    }
  }

  /**
   * Reads the model that a hub weighs with: a trained one.
   *
   * @throws ConfigRefused with every fault, also if the model was not trained
   */
  public static KeptModel kept(Path file) {
    TrainedModel trained =
        read(file)
            .trained()
            .orElseThrow(
                () -> refused(file, "is no trained model", "train it and name the .json file"));
    return KeptModel.of(trained, text(trained));
  }

  /** The model that is shipped: learnt from invented people, for a hub that has none of its own. */
  public static KeptModel shipped() {
    try (InputStream in = ModelFile.class.getResourceAsStream(SHIPPED)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return kept(SHIPPED, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  /**
   * The model whose text was kept.
   *
   * @param name what faults call it
   * @throws ConfigRefused if the text is no model's
   */
  public static KeptModel kept(String name, String text) {
    return KeptModel.of(parse(Path.of(name), text).trained().orElseThrow(), text);
  }

  private static ModelFile parse(Path file, String text) {
    try {
      Map<String, Object> root = PlainJson.read(text);
      if (!Long.valueOf(ModelText.VERSION).equals(root.get(ModelText.FORMAT))) {
        throw refused(file, "is no trained model of version 1", "write it with guiyi train");
      }
      ConfigFaults faults = new ConfigFaults();
      String description = PlainJson.value(member(root, "description", Map.class));
      ModelDescription model =
          ModelConfig.read(ConfigFile.parse(file.toString(), description, faults));
      faults.refuseIfAny();
      TrainedModel trained = new TrainedModel(model, figures(root), calibration(root));
      check(file, trained);
      return new ModelFile(model, Optional.of(trained));
    } catch (JacksonException | IllegalArgumentException e) {
      throw refused(file, "is no trained model", "write it with guiyi train");
    }
  }

  private static void check(Path file, TrainedModel trained) {
    List<Figures.OfComparison> figures = trained.figures().comparisons();
    boolean fits = figures.size() == trained.description().comparisons().size();
    for (Figures.OfComparison own : figures) {
      fits &= own.m().size() == own.u().size() && own.m().size() > 1;
    }
    if (!fits) {
      throw refused(file, "has figures that do not fit its comparisons", "train it again");
    }
  }

  private static Figures figures(Map<String, Object> root) {
    return new Figures(
        member(root, "records", Long.class),
        member(root, "prior", Double.class),
        ((List<?>) member(root, "figures", List.class)).stream().map(ModelFile::figures).toList());
  }

  private static @Nullable Calibration calibration(Map<String, Object> root) {
    if (!root.containsKey("calibration")) {
      return null;
    }
    List<Calibration.Point> points = new ArrayList<>();
    for (Object own : member(root, "calibration", List.class)) {
      Map<?, ?> point = (Map<?, ?>) own;
      points.add(
          new Calibration.Point(
              member(point, "weight", Long.class),
              member(point, "probability", Number.class).doubleValue()));
    }
    return new Calibration(points);
  }

  private static Figures.OfComparison figures(Object text) {
    Map<?, ?> own = (Map<?, ?>) text;
    Map<String, Integer> terms = new HashMap<>();
    ((Map<?, ?>) member(own, "terms", Map.class))
        .forEach((term, count) -> terms.put((String) term, ((Long) count).intValue()));
    return new Figures.OfComparison(
        shares(member(own, "m", List.class)),
        shares(member(own, "u", List.class)),
        terms,
        member(own, "total", Long.class));
  }

  private static List<Double> shares(List<?> shares) {
    return shares.stream().map(share -> ((Number) share).doubleValue()).toList();
  }

  private static <T> T member(Map<?, ?> object, String name, Class<T> type) {
    Object found = object.get(name);
    if (!type.isInstance(found)) {
      throw new IllegalArgumentException("has no " + name);
    }
    return type.cast(found);
  }

  private static ConfigRefused refused(Path file, String problem, String remedy) {
    return new ConfigRefused(List.of(new ConfigFault(file.toString(), 0, problem, remedy)));
  }

  /** What a trained model may show: terms that few records bear are left out. */
  public static TrainedModel publishable(TrainedModel model) {
    return new TrainedModel(
        model.description(), model.figures().withTermsOf(FEWEST_BEARERS), model.labelled());
  }

  /** The text of a trained model, the same for the same model. */
  public static String text(TrainedModel model) {
    return ModelText.of(model);
  }
}
