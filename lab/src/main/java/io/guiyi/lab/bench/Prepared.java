package io.guiyi.lab.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * The input of a contest, ready to be linked.
 *
 * @param inputs files by source
 * @param truth whom each record is about
 * @param records how many there are
 */
public record Prepared(List<Input> inputs, Path truth, long records) {

  /**
   * One file.
   *
   * @param source name of the source in the model
   */
  public record Input(String source, Path file) {}
}
