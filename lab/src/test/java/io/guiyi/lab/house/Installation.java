package io.guiyi.lab.house;

import io.guiyi.lab.house.SourceTree.TreeFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A folder in which README's commands can be typed: the launcher, the configuration and the files
 * of the tutorials as they stand in the tree, and in place of each jar one that holds only a class
 * path, that of the test which runs. So the launcher never builds, and what it starts is the code
 * under test.
 *
 * @param folder where
 */
record Installation(Path folder) {
  private static final int PATIENCE_SECONDS = 240;

  /** What a command did. */
  record Ran(int exitCode, List<String> stdout, List<String> stderr) {}

  /** Sets one up in an empty folder. */
  static Installation in(Path folder) throws IOException {
    SourceTree tree = SourceTree.ofThisBuild();
    Files.copy(tree.root().resolve("guiyi"), folder.resolve("guiyi"));
    if (!folder.resolve("guiyi").toFile().setExecutable(true)) {
      throw new IOException("the launcher cannot be made executable in " + folder);
    }
    for (TreeFile file : tree.files("yaml", "csv", "json")) {
      if (file.name().startsWith("config/") || file.name().startsWith("docs/tutorial/")) {
        Path copy = folder.resolve(file.name());
        Files.createDirectories(copy.getParent());
        Files.copy(file.path(), copy);
      }
    }
    jar(folder.resolve("routes/target/hub/guiyi-hub.jar"), "io.guiyi.routes.command.Guiyi");
    jar(folder.resolve("lab/target/lab/guiyi-lab.jar"), "io.guiyi.lab.command.GuiyiLab");
    return new Installation(folder);
  }

  private static void jar(Path jar, String mainClass) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(element -> Path.of(element).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  /** Types one line into a shell and waits until it has ended. */
  Ran type(String line) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "stdout", ".txt");
    Path err = Files.createTempFile(folder, "stderr", ".txt");
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", line);
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process =
        shell
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException(
          "'%s' did not end within %d s; it had said %s"
              .formatted(line, PATIENCE_SECONDS, Files.readAllLines(err)));
    }
    return new Ran(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
  }
}
