package io.guiyi.lab.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The files of this source tree, without what a build or a run leaves behind.
 *
 * @param root the folder of the launcher
 */
public record SourceTree(Path root) {
  private static final Set<String> LEFT_BEHIND = Set.of("target", "var", ".git", ".idea");

  /**
   * One file.
   *
   * @param path where it is
   * @param name its path below the root, parted by slashes
   */
  public record TreeFile(Path path, String name) {
    /** Its content; refuses what is not UTF-8. */
    public String text() {
      try {
        return Files.readString(path, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(name + " cannot be read as UTF-8", e);
      }
    }

    /** Its lines. */
    public List<String> lines() {
      return text().lines().toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The tree in which this test runs. */
  public static SourceTree ofThisBuild() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("guiyi")) && Files.exists(folder.resolve("mvnw"))) {
        return new SourceTree(folder);
      }
    }
    throw new IllegalStateException("no folder above " + here + " holds the launcher guiyi");
  }

  /** The files whose name ends in one of these, sorted by name; at least one. */
  public List<TreeFile> files(String... endings) {
    List<TreeFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Collector(root, List.of(endings), found));
    } catch (IOException e) {
      throw new UncheckedIOException("the source tree cannot be walked", e);
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("no file of " + List.of(endings) + " below " + root);
    }
    found.sort(Comparator.comparing(TreeFile::name));
    return List.copyOf(found);
  }

  /** The file of that name. */
  public TreeFile file(String name) {
    return new TreeFile(root.resolve(name), name);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<String> endings;
    private final List<TreeFile> found;

    Collector(Path root, List<String> endings, List<TreeFile> found) {
      this.root = root;
      this.endings = endings;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return LEFT_BEHIND.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (endings.stream().anyMatch(ending -> name.endsWith("." + ending))) {
        found.add(new TreeFile(file, name));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
