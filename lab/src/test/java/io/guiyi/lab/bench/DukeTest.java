package io.guiyi.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Duke's pairs")
class DukeTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("become clusters: whatever they join, and everybody else alone")
  void clusters() throws Exception {
    Path links =
        Files.writeString(
            folder.resolve("links.txt"),
            """
            +,000000005,000000002,0.97
            +,000000002,000000003,0.99
            -,000000001,000000004,0.10
            """);
    Path clusters = folder.resolve("clusters.csv");
    Duke.clusters("historical", 5, links, clusters);
    assertThat(clusters)
        .hasContent(
            """
            source,record_id,person_id
            historical,000000001,0
            historical,000000002,1
            historical,000000003,1
            historical,000000004,3
            historical,000000005,1
            """);
  }
}
