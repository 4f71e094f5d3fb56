package io.guiyi.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guiyi.routes.Hub;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Looks into the jar from which this test's own class path takes the hub. {@code mvn verify} packs
 * it before the lab is tested, so there the jar is examined, always. {@code mvn test} packs nothing
 * and takes the hub from its classes; then these tests are reported as skipped, never as passed.
 */
@DisplayName("The hub's jar carries nothing of the lab")
class HubJarTest {
  private static final List<String> OF_THE_LAB =
      List.of("guiyi-lab", "wiremock", "sshd", "junit", "archunit", "assertj", "awaitility");

  @Test
  @DisplayName("no class of the lab stands in it")
  void holdsNoClassOfTheLab() throws Exception {
    try (JarFile jar = new JarFile(hubJar().toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .contains("io/guiyi/routes/Hub.class")
          .noneMatch(name -> name.startsWith("io/guiyi/lab"));
    }
  }

  @Test
  @DisplayName("its class path names nothing of the lab, and everything it names is there")
  void namesNothingOfTheLab() throws Exception {
    Path hub = hubJar();
    try (JarFile jar = new JarFile(hub.toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      List<String> named = Arrays.asList(classPath.split(" +"));
      assertThat(named)
          .hasSizeGreaterThan(50)
          .anyMatch(name -> name.contains("guiyi-registry"))
          .noneMatch(HubJarTest::isOfTheLab);
      assertThat(named.stream().filter(name -> Files.notExists(hub.resolveSibling(name))))
          .as("named in the manifest, but not in the lib folder")
          .isEmpty();
    }
  }

  @Test
  @DisplayName("nothing of the lab lies in the folder beside it")
  void lendsNoRoomToTheLab() throws Exception {
    Path lib = hubJar().resolveSibling("lib");
    try (Stream<Path> files = Files.list(lib)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSizeGreaterThan(50)
          .noneMatch(HubJarTest::isOfTheLab);
    }
  }

  private static boolean isOfTheLab(String name) {
    return OF_THE_LAB.stream().anyMatch(name::contains);
  }

  private static Path hubJar() throws URISyntaxException, IOException {
    Path source = Path.of(Hub.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assumeTrue(
        Files.isRegularFile(source), "the hub was not packed; run mvn verify to examine its jar");
    return source.toRealPath();
  }
}
