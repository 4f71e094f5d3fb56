package io.guiyi.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.declared.DeclaredSource;
import io.guiyi.lab.departments.UnionOffice.SheetCell;
import io.guiyi.lab.house.SourceTree;
import io.guiyi.records.Watermark;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the declared offices deliver")
class DeclaredOfficesTest {
  private static final OffsetDateTime DELIVERED = OffsetDateTime.parse("2026-03-31T08:00:00+08:00");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path home;

  @Test
  @DisplayName("is taken at once, because its marker says that it is whole")
  void isTaken() throws Exception {
    Declaration union = declared("union");
    SheetCell none = new SheetCell.Empty();
    new UnionOffice(home.resolve("var/incoming/union"))
        .deliver(
            "union_202603.xlsx",
            union.columns(),
            List.of(
                List.of(
                    text("U1"),
                    text("欧阳测试"),
                    text("男"),
                    none,
                    new SheetCell.Day(LocalDate.of(1990, 3, 7)),
                    none,
                    none,
                    none,
                    text("2021-03-01"),
                    text("在会"),
                    none)),
            DELIVERED);
    SourcePage members = first(union);
    assertThat(members.rows()).hasSize(1);
    assertThat(members.part().delivery().version().changedAt()).isEqualTo(DELIVERED.toInstant());

    Declaration village = declared("village");
    Charset charset = Charset.forName("GB18030");
    String row = "330282101,1,欧阳测试,男,,,某村1号,,,2025-11-02,,,,20260310,乙\r\n";
    new VillageDesk(home.resolve("var/incoming/village"))
        .deliver(
            "village_20260331_01.csv",
            (String.join(",", village.columns()) + "\r\n").getBytes(charset),
            List.of(row.getBytes(charset)),
            DELIVERED);
    assertThat(first(village).rows()).hasSize(1);
  }

  private static SheetCell text(String text) {
    return new SheetCell.Text(text);
  }

  private static SourcePage first(Declaration declaration) throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext();
        DeclaredSource source = DeclaredSource.create(camel, declaration, CLOCK)) {
      return source.pull(Watermark.START).nextPage().orElseThrow();
    }
  }

  /** The shipped declaration, over folders below {@link #home}. */
  private Declaration declared(String source) throws IOException {
    Path shipped = SourceTree.ofThisBuild().root().resolve("config");
    for (String name :
        List.of("sources/" + source + ".yaml", "codes/sex.csv", "codes/union-standing.csv")) {
      Path copy = home.resolve("config").resolve(name);
      Files.createDirectories(copy.getParent());
      if (Files.notExists(copy)) {
        Files.copy(shipped.resolve(name), copy);
      }
    }
    Path file = home.resolve("config/sources/" + source + ".yaml");
    return switch (HubConfig.source(file, false).dialect()) {
      case SourceEntry.Declared(Declaration declaration, Path _) -> declaration;
      default -> throw new IllegalStateException(source + " is not declared");
    };
  }
}
