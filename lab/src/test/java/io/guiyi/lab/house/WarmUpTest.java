package io.guiyi.lab.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.house.Installation.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In place of the two jars stands one that says what they say; all else is the launcher's. */
@DisplayName("./guiyi warm-up lets Java learn the program, and nothing depends on it:")
class WarmUpTest {
  private static final List<String> JARS =
      List.of("lab/target/lab/guiyi-lab", "routes/target/hub/guiyi-hub");

  /** In this mode Java refuses to start if it cannot use what it is given as learnt. */
  private static final String USED_OR_NOTHING = "GUIYI_JAVA_OPTS=-XX:AOTMode=on ./guiyi status";

  /** Does of a command what the launcher can see of it. */
  static final class StandIn {
    private StandIn() {}

    /** The hub waits for SIGTERM, the demo ends by itself. */
    public static void main(String[] arguments) throws InterruptedException {
      switch (arguments[0]) {
        case "run" -> {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println("stopping")));
          System.err.println("status page  http://127.0.0.1/");
          new CountDownLatch(1).await();
        }
        case "demo" -> System.err.println("stopping");
        default -> System.out.println("said " + arguments[0]);
      }
    }
  }

  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.in(folder);
    for (String jar : JARS) {
      pack(folder.resolve(jar + ".jar"), StandIn.class);
    }
  }

  private static void pack(Path jar, Class<?> program) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
    String entry = program.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(file, manifest);
        InputStream code = program.getClassLoader().getResourceAsStream(entry)) {
      packed.putNextEntry(new JarEntry(entry));
      code.transferTo(packed);
      packed.closeEntry();
    }
  }

  private static void assertSaid(Ran ran) {
    assertThat(ran).isEqualTo(new Ran(0, List.of("said status"), List.of()));
  }

  @Test
  @DisplayName("what was learnt of each jar lies beside it and is used")
  void isUsed() throws Exception {
    assertThat(installation.type("./guiyi warm-up").exitCode()).isZero();
    for (String jar : JARS) {
      assertThat(folder.resolve(jar + ".aot")).isNotEmptyFile();
    }
    assertThat(folder.resolve("target")).isEmptyDirectory();
    assertSaid(installation.type(USED_OR_NOTHING));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "nothing that Java has learnt"})
  @DisplayName("a spoilt file is passed over without a word")
  void isPassedOver(String content) throws Exception {
    Files.writeString(folder.resolve(JARS.getLast() + ".aot"), content, StandardCharsets.UTF_8);
    assertSaid(installation.type("./guiyi status"));
  }

  @Test
  @DisplayName("what was learnt of an older jar is not even looked at")
  void isForgotten() throws Exception {
    Path jar = folder.resolve(JARS.getLast() + ".jar");
    Path learnt = Files.createFile(folder.resolve(JARS.getLast() + ".aot"));
    Files.setLastModifiedTime(learnt, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(installation.type(USED_OR_NOTHING).exitCode()).isNotZero();
    Files.setLastModifiedTime(learnt, Files.getLastModifiedTime(jar));
    // Java may remark that its own archive does not fit these options; it ends well all the same.
    Ran ran = installation.type(USED_OR_NOTHING);
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.stdout()).last().isEqualTo("said status");
  }

  @Test
  @DisplayName("a program that does not live leaves nothing, and its last words are shown")
  void showsTheFault() throws Exception {
    Files.writeString(
        folder.resolve(JARS.getFirst() + ".jar"), "no jar at all", StandardCharsets.UTF_8);
    Ran ran = installation.type("./guiyi warm-up");
    assertThat(ran.exitCode()).isNotZero();
    assertThat(ran.stderr()).anyMatch(line -> line.contains("guiyi-lab.jar"));
    assertThat(folder.resolve(JARS.getFirst() + ".aot")).doesNotExist();
  }
}
