package io.guiyi.routes.config;

/**
 * One thing wrong in a configuration file.
 *
 * @param file the file, relative to the configuration folder
 * @param line the line, from 1; 0 if the file as a whole is meant
 * @param problem what is wrong: value and bound
 * @param remedy what to do about it
 */
public record ConfigFault(String file, int line, String problem, String remedy)
    implements Comparable<ConfigFault> {
  @Override
  public int compareTo(ConfigFault other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  /** {@code sources/police.yaml:7: page-size is 0 ... -> ...}. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return place + ": " + problem + " -> " + remedy;
  }
}
