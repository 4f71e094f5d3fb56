package io.guiyi.lab.departments;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.UnionColumn;
import io.guiyi.lab.population.feeds.UnionFeed;
import io.guiyi.lab.population.feeds.UnionRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The trade union's office: every month one workbook with all members, in a folder. */
public final class UnionOffice {
  private final DeliveryDrop drop;
  private List<UnionRow> members = List.of();

  /** An office that delivers into {@code folder}. */
  public UnionOffice(Path folder) {
    this.drop = new DeliveryDrop(folder);
  }

  /** What stands in one cell. */
  public sealed interface SheetCell {
    /** Nothing. */
    record Empty() implements SheetCell {}

    /**
     * A text.
     *
     * @param text as it is written
     */
    record Text(String text) implements SheetCell {}

    /**
     * A date of the spreadsheet, which is a number with a format.
     *
     * @param day the date
     */
    record Day(LocalDate day) implements SheetCell {}
  }

  /** Delivers all lists of a city. */
  public void load(Population population) throws IOException {
    Map<Integer, List<UnionRow>> lists = new HashMap<>();
    UnionFeed feed = new UnionFeed(population.settings());
    for (Household household : population) {
      for (Labelled<UnionRow> member : feed.records(household)) {
        for (UnionRow row : member.versions()) {
          lists.computeIfAbsent(row.delivery(), _ -> new ArrayList<>()).add(row);
        }
      }
    }
    for (DeliveryFile list : UnionFeed.deliveries(population.settings())) {
      deliver(list, lists.getOrDefault(list.number(), List.of()));
    }
  }

  /** Delivers a list of members. */
  public void deliver(DeliveryFile list, List<UnionRow> rows) throws IOException {
    List<String> titles = Arrays.stream(UnionColumn.values()).map(UnionColumn::title).toList();
    deliver(list.name(), titles, rows.stream().map(UnionOffice::cells).toList(), list.instant());
    members = List.copyOf(rows);
  }

  /** The rows of the newest list. */
  public List<UnionRow> members() {
    return members;
  }

  private static List<SheetCell> cells(UnionRow row) {
    return Arrays.stream(UnionColumn.values()).map(column -> cell(row, column)).toList();
  }

  private static SheetCell cell(UnionRow row, UnionColumn column) {
    String text = row.fields().get(column);
    if (text == null) {
      return new SheetCell.Empty();
    }
    return column == UnionColumn.BORN && row.bornAsDate()
        ? new SheetCell.Day(LocalDate.parse(text))
        : new SheetCell.Text(text);
  }

  /**
   * Delivers a list.
   *
   * @param file its name, {@code union_{yyyyMM}.xlsx}
   * @param titles the header
   * @param rows the members, each with as many cells as there are titles
   * @param delivered as of when
   */
  public void deliver(
      String file, List<String> titles, List<List<SheetCell>> rows, OffsetDateTime delivered)
      throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(content, "union", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("会员");
      for (int column = 0; column < titles.size(); column++) {
        sheet.value(0, column, titles.get(column));
      }
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < titles.size(); column++) {
          write(sheet, row + 1, column, rows.get(row).get(column));
        }
      }
    }
    drop.put(file, content.toByteArray(), rows.size(), delivered);
  }

  private static void write(Worksheet sheet, int row, int column, SheetCell cell) {
    switch (cell) {
      case SheetCell.Empty _ -> {}
      case SheetCell.Text(String text) -> sheet.value(row, column, text);
      case SheetCell.Day(LocalDate day) -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-MM-dd").set();
      }
    }
  }
}
