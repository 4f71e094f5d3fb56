package io.guiyi.lab.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.guiyi.lab.population.Canary;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The files of a linkage run")
class LinkageFilesTest {

  @TempDir private static Path folder;

  private static LinkageFiles.Counts counts;

  @BeforeAll
  static void write() throws IOException {
    counts = write("city", 7, 1);
  }

  private static LinkageFiles.Counts write(String name, long seed, double errors)
      throws IOException {
    Population city = Population.generate(new PopulationSettings(1500, seed, errors));
    return LinkageFiles.write(city, folder.resolve(name));
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    }
  }

  private static List<NamedCsvRecord> rows(Feed feed) throws IOException {
    return rows(folder.resolve("city").resolve(LinkageFiles.file(feed)));
  }

  @ParameterizedTest
  @EnumSource(Feed.class)
  @DisplayName("number each record once, and the truth knows each number")
  void numbers(Feed feed) throws IOException {
    List<NamedCsvRecord> rows = rows(feed);
    assertThat(rows).hasSize(counts.records().get(feed).intValue()).isNotEmpty();
    List<String> numbers = rows.stream().map(row -> row.getField(0)).toList();
    assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("\\d{9}"));
    for (String file : List.of("truth.csv", "difficulty.csv")) {
      assertThat(
              rows(folder.resolve("city").resolve(file)).stream()
                  .filter(row -> row.getField("source").equals(feed.source()))
                  .map(row -> row.getField("record_id")))
          .containsExactlyElementsOf(numbers);
    }
  }

  @Test
  @DisplayName("are the same to the last byte for the same seed, in another order for another")
  void bytes() throws IOException {
    write("again", 7, 1);
    write("other", 8, 1);
    for (String file : List.of("police.csv", "health.csv", "village.csv", "truth.csv")) {
      byte[] first = Files.readAllBytes(folder.resolve("city").resolve(file));
      assertThat(Files.readAllBytes(folder.resolve("again").resolve(file))).isEqualTo(first);
      assertThat(Files.readAllBytes(folder.resolve("other").resolve(file))).isNotEqualTo(first);
    }
  }

  @Test
  @DisplayName("stand in an order that tells nothing of the person")
  void order() throws IOException {
    List<String> persons =
        rows(folder.resolve("city/truth.csv")).stream()
            .filter(row -> row.getField("source").equals("police"))
            .map(row -> row.getField("person_id"))
            .toList();
    long rising = 0;
    for (int i = 1; i < persons.size(); i++) {
      rising += persons.get(i - 1).compareTo(persons.get(i)) <= 0 ? 1 : 0;
    }
    assertThat((double) rising / persons.size()).isBetween(0.4, 0.6);
  }

  @Test
  @DisplayName("have the columns of the departments, the key first")
  void columns() throws IOException {
    assertThat(header("police"))
        .startsWith("djbh,xm,cym,zjlx,zjhm,gmsfhm,xb,mz,csrq,hjdqh,hjdxz,jzddzbm,jzddz,fwbh,fjh")
        .endsWith(",fwdw,lxdh,jzzh,qfrq,yxqz,zjqzrq,zzt,ztbs,gxsj");
    assertThat(header("labour")).startsWith("ywlsh,aaa321,").endsWith(",jnfzrq,aac011");
    assertThat(header("education")).startsWith("id,XJH,XXBSM,").endsWith(",JHR2DH,CZ");
    assertThat(header("health"))
        .isEqualTo(
            "DAH,XM,CYM,XB,CSRQ,SFZJLX,SFZH,MZ,LXDH,XZZ,JDRQ,JDJG,JZZT,ETBM,CSYXZMH,"
                + "MQXM,MQSFZH,MQDH,FQXM,FQSFZH,FQDH");
    assertThat(header("union")).startsWith("会员编号,姓名,性别,身份证号,出生日期");
    assertThat(header("village")).startsWith("登记序号,村社代码,姓名,性别,证件号码");
  }

  private static String header(String source) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("city").resolve(source + ".csv"))) {
      return lines.findFirst().orElseThrow();
    }
  }

  @Test
  @DisplayName("leave out what is withdrawn")
  void withdrawn() throws IOException {
    assertThat(rows(Feed.POLICE)).noneMatch(row -> row.getField("ztbs").equals("3"));
    assertThat(rows(Feed.LABOUR)).noneMatch(row -> row.getField("aaa321").equals("3"));
    assertThat(rows(Feed.EDUCATION)).noneMatch(row -> row.getField("CZ").equals("3"));
    assertThat(rows(Feed.HEALTH)).noneMatch(row -> row.getField("JZZT").equals("2"));
  }

  @Test
  @DisplayName("show the canary as she is, with all her values under their columns")
  void canary() throws IOException {
    Canary canary = Population.generate(new PopulationSettings(1, 1, 1)).canary();
    assertThat(rows(Feed.POLICE))
        .filteredOn(row -> row.getField("xm").equals(canary.name()))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getField("gmsfhm")).isEqualTo(canary.idNumber());
          assertThat(row.getField("lxdh")).isEqualTo(canary.phone());
          assertThat(row.getField("gxsj")).matches("\\d{4}-\\d{2}-\\d{2} .*");
        });
    assertThat(rows(Feed.HEALTH))
        .filteredOn(row -> row.getField("XM").equals(canary.name()))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("SFZH")).isEqualTo(canary.idNumber()));
  }

  @Test
  @DisplayName("hold more errors where the rates are higher, and none where they are 0")
  void errors() throws IOException {
    write("clean", 7, 0);
    write("dirty", 7, 2);
    assertThat(difficulties("clean"))
        .isSubsetOf(
            "plain",
            "canary",
            "child",
            "child+twin",
            "dotted-name",
            "child+dotted-name",
            "other-paper");
    long usual = faulty("city");
    assertThat(faulty("dirty")).isGreaterThan(usual * 3 / 2);
  }

  private static Set<String> difficulties(String name) throws IOException {
    return rows(folder.resolve(name).resolve("difficulty.csv")).stream()
        .map(row -> row.getField("difficulty"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long faulty(String name) throws IOException {
    Set<String> clean = difficulties("clean");
    return rows(folder.resolve(name).resolve("difficulty.csv")).stream()
        .filter(row -> !clean.contains(row.getField("difficulty")))
        .count();
  }

  @Test
  @DisplayName("leave nothing else in the folder")
  void tidy() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("city"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "police.csv",
              "labour.csv",
              "education.csv",
              "health.csv",
              "union.csv",
              "village.csv",
              "truth.csv",
              "difficulty.csv");
    }
  }
}
