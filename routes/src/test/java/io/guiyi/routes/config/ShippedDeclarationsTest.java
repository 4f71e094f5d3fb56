package io.guiyi.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.declared.DeclaredSource;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Delivery;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.statement.Membership;
import io.guiyi.records.statement.Residence;
import io.guiyi.registry.watch.Expectation;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files as they are shipped, over files as the offices write them. */
@DisplayName("The shipped declaration of")
class ShippedDeclarationsTest {
  private static final List<String> UNION =
      List.of(
          "会员编号", "姓名", "性别", "身份证号", "出生日期", "手机号", "工作单位", "统一社会信用代码", "入会日期", "会籍状态", "服务卡号");
  private static final String VILLAGE =
      "村社代码,登记序号,姓名,性别,证件号码,联系电话,现住地址,房间,房东姓名,入住日期,离开日期,配偶姓名,配偶证件号码,采集日期,采集员";

  @TempDir private Path home;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

  @BeforeEach
  void copyConfiguration() throws IOException {
    Path shipped = Path.of("").toAbsolutePath().resolveSibling("config");
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve("config").resolve(shipped.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    camel.start();
  }

  @AfterEach
  void close() {
    camel.stop();
  }

  @Test
  @DisplayName("the union reads its monthly workbook: everybody, as of the month")
  void union() throws Exception {
    workbook(
        "union_202603.xlsx",
        List.of(
            "U0000001",
            "欧阳测试",
            "男",
            "11010119900307803X",
            LocalDate.of(1990, 3, 7),
            "13900005678",
            "慈溪测试电器有限公司",
            "91350100M000100Y43",
            "2021年3月1日",
            "在会",
            "6200000000001"),
        List.of("U0000002", "测试乙", "女", "", 32933, "", "", "", "2021/3/2", "转出", ""),
        List.of("U0000003", "测试丙", "女", "", "1990-13-01", "", "", "", "2021-03-03", "在会", ""),
        List.of("U0000004", "测试丁", "女", "", "", "", "", "", "2021-03-03", "不详", ""),
        List.of("U0000001", "测试戊", "女", "", "", "", "", "", "2021-03-03", "在会", ""));

    List<SourcePage> pages = walk("union");

    Delivery delivery = pages.getLast().part().delivery();
    assertThat(delivery.kind()).isEqualTo(Delivery.Kind.COMPLETE);
    assertThat(delivery.rows()).isEqualTo(5);
    assertThat(delivery.shrinkAtMost()).isEqualTo(0.2);
    assertThat(delivery.version().changedAt()).isEqualTo("2026-02-28T16:00:00Z");
    assertThat(pages.getLast().part().last()).isTrue();
    List<Canonicalized> rows = understood("union", pages);
    // That a key stands twice is found by the register, which knows it across pages and restarts.
    assertThat(words(rows))
        .containsExactly(
            "U0000001", "U0000002", "DATE_INVALID 出生日期", "CODE_UNKNOWN 会籍状态", "U0000001");
    CanonicalRecord member = (CanonicalRecord) rows.getFirst();
    assertThat(member.who().birthDate().iso()).isEqualTo("1990-03-07");
    assertThat(((CanonicalRecord) rows.get(1)).who().birthDate().iso()).isEqualTo("1990-03-01");
    assertThat(member.what())
        .singleElement()
        .isInstanceOfSatisfying(
            Membership.class,
            said -> {
              assertThat(said.organisation()).isEqualTo("慈溪市总工会");
              assertThat(said.standing()).isEqualTo(Membership.Standing.MEMBER);
              assertThat(said.period().from()).isEqualTo("2021-03-01");
            });
    assertThat(pages.getFirst().profile().values().get("会籍状态"))
        .containsEntry("在会", 3L)
        .containsEntry("?", 1L);
  }

  @Test
  @DisplayName("the villages reads their half-month lists: changes, in either encoding")
  void village() throws Exception {
    csv(
        "village_20260315_01.csv",
        Charset.forName("GB18030"),
        "330282101,17,欧阳测试,男,11010119900307803X,13900005678,观海卫镇五里村88号,203,房东甲,2025-11-02,,"
            + "司马测试,,20260310,采集员乙",
        "330282101,18,测试乙,女,,,,,,2025-11-02,,,,20260310,采集员乙",
        "33028210x,19,测试丙,女,,,,,,2025-11-02,,,,20260310,采集员乙",
        "330282101,20,测试丁,女,,,观海卫镇五里村89号,,,2025-11-02,2025-11-01,,,20260310,采集员乙");
    csv(
        "village_20260331_01.csv",
        StandardCharsets.UTF_8,
        "330282101,17,欧阳测试,男,11010119900307803X,13900005678,观海卫镇五里村88号,203,房东甲,2025-11-02,"
            + "2026-03-20,司马测试,,20260310,采集员乙");

    List<SourcePage> pages = walk("village");

    List<Canonicalized> rows = understood("village", pages);
    assertThat(words(rows))
        .containsExactly(
            "330282101-17",
            "330282101-18",
            "CHECK_FAILED 村社代码",
            "PERIOD_INVERTED 离开日期",
            "330282101-17");
    CanonicalRecord first = (CanonicalRecord) rows.getFirst();
    CanonicalRecord again = (CanonicalRecord) rows.getLast();
    assertThat(first.origin().version().isOlderThan(again.origin().version()))
        .as("of one day of collection, the later file is newer")
        .isTrue();
    assertThat(first.who().sex()).isEqualTo(Sex.MALE);
    assertThat(first.who().residence().room()).isEqualTo("203");
    assertThat(first.who().guardians())
        .singleElement()
        .satisfies(mate -> assertThat(mate.relation()).isEqualTo(Relation.SPOUSE));
    assertThat(again.what().getFirst())
        .isInstanceOfSatisfying(
            Residence.class, stay -> assertThat(stay.period().to()).isEqualTo("2026-03-20"));
    assertThat(((CanonicalRecord) rows.get(1)).what()).as("without an address, no stay").isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} days")
  @CsvSource({"union, 35", "village, 20", "education, 75", "health, 10", "labour, 10", "police, 2"})
  @DisplayName("a source says after how long without news it is late")
  void expectation(String source, long days) {
    SourceEntry shipped =
        HubConfig.source(home.resolve("config/sources/" + source + ".yaml"), false);
    SourceEntry enabled =
        new SourceEntry(true, shipped.every(), shipped.dialect(), shipped.expect());
    assertThat(enabled.expectation())
        .isEqualTo(
            new Expectation.News(Duration.ofDays(days), Expectation.ofPause(shipped.every())));
    assertThat(shipped.expectation()).as("not enabled").isEqualTo(new Expectation.Nothing());
  }

  private List<SourcePage> walk(String source) throws SourceUnavailable {
    List<SourcePage> pages = new ArrayList<>();
    try (DeclaredSource open = open(source)) {
      Pull pull = open.pull(Watermark.START);
      for (Optional<SourcePage> page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
        pages.add(page.get());
      }
      assertThat(open.pull(pages.getLast().after()).nextPage()).as("nothing is new").isEmpty();
    }
    return pages;
  }

  private List<Canonicalized> understood(String source, List<SourcePage> pages) {
    List<Canonicalized> rows = new ArrayList<>();
    try (DeclaredSource open = open(source)) {
      for (SourcePage page : pages) {
        for (Delivered row : page.rows()) {
          rows.add(
              switch (row) {
                case SourceRecord known -> open.canonicalize(known);
                case Quarantined aside -> aside;
              });
          if (row instanceof SourceRecord known) {
            assertThat(open.reread(row.position(), known.payload())).isEqualTo(row);
          }
        }
      }
    }
    return rows;
  }

  private DeclaredSource open(String source) {
    Path file = home.resolve("config/sources/" + source + ".yaml");
    if (HubConfig.source(file, false).dialect() instanceof SourceEntry.Declared declared) {
      return DeclaredSource.create(camel, declared.declaration().atOnce(), clock);
    }
    throw new IllegalStateException(source + " is not declared");
  }

  private static List<String> words(List<Canonicalized> rows) {
    return rows.stream()
        .map(row ->
            switch (row) {
              case CanonicalRecord record -> record.key().key();
              case Quarantined aside -> aside.reason() + " " + aside.field();
            })
        .toList();
  }

  @SafeVarargs
  private void workbook(String name, List<Object>... rows) throws IOException {
    Path file = home.resolve("var/incoming/union").resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "union", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("会员");
      for (int column = 0; column < UNION.size(); column++) {
        sheet.value(0, column, UNION.get(column));
      }
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].size(); column++) {
          write(sheet, row + 1, column, rows[row].get(column));
        }
      }
    }
  }

  private static void write(Worksheet sheet, int row, int column, Object value) {
    switch (value) {
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-MM-dd").set();
      }
      case Number number -> sheet.value(row, column, number);
      case String text -> {
        if (!text.isEmpty()) {
          sheet.value(row, column, text);
        }
      }
      default -> throw new IllegalArgumentException("no such cell");
    }
  }

  private void csv(String name, Charset charset, String... rows) throws IOException {
    Path file = home.resolve("var/incoming/village").resolve(name);
    Files.createDirectories(file.getParent());
    String mark = charset.equals(StandardCharsets.UTF_8) ? "\uFEFF" : "";
    String text = mark + VILLAGE + "\r\n" + String.join("\r\n", rows) + "\r\n";
    Files.write(file, text.getBytes(charset));
  }
}
