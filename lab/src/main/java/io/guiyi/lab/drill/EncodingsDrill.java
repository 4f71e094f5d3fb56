package io.guiyi.lab.drill;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.declared.DeclaredSource;
import io.guiyi.connectors.declared.FolderFiles;
import io.guiyi.lab.departments.VillageDesk;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.feeds.DeliveryFile;
import io.guiyi.lab.population.feeds.VillageColumn;
import io.guiyi.lab.population.feeds.VillageFeed;
import io.guiyi.lab.population.feeds.VillageRow;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Files in every encoding there is (R13), read by the connector of the village list: what GB18030
 * and UTF-8 mean is read as what it means, and a byte that does not belong puts its own row aside,
 * with its place in the file. Nothing is ever replaced.
 */
final class EncodingsDrill implements Drill {
  private static final Charset GB18030 = VillageRow.CHARSET;
  private static final String HERE = "@here@";
  private static final int ROWS_A_FILE = 100;

  /** Bytes of GB18030, and what they mean. */
  private static final List<Map.Entry<String, String>> SOUND =
      List.of(
          Map.entry("d5c5ceb0", "张伟"),
          Map.entry("8696", "問"),
          Map.entry("b0a2a1a4c6e4", "阿·其"),
          Map.entry("8139ee39", "㐀"),
          Map.entry("95328236", "𠀀"),
          Map.entry("fe51", "𠂇"),
          Map.entry("fe52", "𠂉"),
          Map.entry("fe53", "𠃌"),
          Map.entry("fe6c", "𡗗"),
          Map.entry("fe76", "𢦏"),
          Map.entry("fe91", "𤇾"),
          Map.entry("fe59", "龴"),
          Map.entry("a3b1a3b2", "１２"),
          Map.entry("c2ed3f", "马?"));

  /** Bytes that GB18030 cannot be, and how far in the first wrong one stands. */
  private static final List<Map.Entry<String, Integer>> BROKEN =
      List.of(
          Map.entry("81", 0),
          Map.entry("d5c5ce", 2),
          Map.entry("d5c5813082", 2),
          Map.entry("ff", 0),
          Map.entry("aaa1", 0),
          Map.entry("d5c5f8a1", 2),
          Map.entry("d5c58431a437", 2));

  @Override
  public String name() {
    return "encodings";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Files in GB18030 and UTF-8, with and without mark, with rare characters and with bytes",
        "that are none: each is read as what it means, or its row is put aside with the byte's",
        "place; no replacement character ever.",
        "GB18030、UTF-8、带或不带 BOM、生僻字与非法字节：要么按原意读出，要么隔离该行并指明字节位置，绝不替换。");
  }

  @Override
  public Size size() {
    return new Size("rows", 400, 20_000, 1_000_000);
  }

  /** One row as it was delivered: what its address means, or where its wrong byte stands. */
  private sealed interface Sent {
    /** It must be read so. */
    record Means(String address) implements Sent {}

    /** It must be put aside at this position. */
    record Wrong(String position) implements Sent {}
  }

  @Override
  public DrillReport hold(DrillOrders orders) throws IOException {
    DrillFolder folder = DrillFolder.emptied(orders.folder(this));
    Path lists = folder.root().resolve("village");
    PopulationSettings few = new PopulationSettings(60, orders.seed(), 0);
    VillageDesk samples = new VillageDesk(folder.root().resolve("samples"));
    samples.load(Population.generate(few));
    Writing writing = new Writing(samples.told().getFirst(), new Random(orders.seed()));
    VillageDesk desk = new VillageDesk(lists);
    DeliveryFile first = VillageFeed.deliveries(few).getLast();
    int files = (orders.size() + ROWS_A_FILE - 1) / ROWS_A_FILE;
    for (int i = 1; i <= files; i++) {
      writing.deliver(desk, VillageFeed.file(i, 1, first.at().toLocalDate().plusDays(i)), i);
    }
    orders.progress().step("reading %d files".formatted(files));
    CamelContext camel = new DefaultCamelContext();
    camel.start();
    try (DeclaredSource source = source(orders, camel, lists)) {
      return report(writing.sent, read(source));
    } finally {
      camel.stop();
    }
  }

  private static DeclaredSource source(DrillOrders orders, CamelContext camel, Path lists) {
    Path file = orders.config().resolve("sources/village.yaml");
    if (HubConfig.source(file, false).dialect() instanceof SourceEntry.Declared(var shipped, var _)
        && shipped.protocol() instanceof FolderFiles(var _, var files)) {
      return DeclaredSource.create(
          camel, shipped.over(new FolderFiles(lists, files)), orders.clock());
    }
    throw new IllegalStateException(file + " declares no folder of files");
  }

  private static List<Canonicalized> read(DeclaredSource source) {
    List<Canonicalized> read = new ArrayList<>();
    Pull pull = source.pull(Watermark.START);
    try {
      for (Optional<SourcePage> page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
        for (Delivered row : page.get().rows()) {
          read.add(
              switch (row) {
                case SourceRecord known -> source.canonicalize(known);
                case Quarantined aside -> aside;
              });
        }
      }
    } catch (SourceUnavailable e) {
      throw new IllegalStateException("the list cannot be read: " + e.sentence(), e);
    }
    return read;
  }

  private static DrillReport report(List<Sent> sent, List<Canonicalized> read) {
    long readOtherwise = 0;
    long otherPlace = 0;
    long replaced = 0;
    Map<String, Long> kinds = new HashMap<>();
    for (int i = 0; i < Math.min(sent.size(), read.size()); i++) {
      Canonicalized row = read.get(i);
      String address =
          row instanceof CanonicalRecord record && record.who().residence() != null
              ? record.who().residence().written()
              : "";
      replaced += address.contains("\uFFFD") ? 1 : 0;
      switch (sent.get(i)) {
        case Sent.Means(String due) -> {
          kinds.merge("read", 1L, Long::sum);
          readOtherwise += address.equals(due) ? 0 : 1;
        }
        case Sent.Wrong(String position) -> {
          kinds.merge("aside", 1L, Long::sum);
          boolean told =
              row instanceof Quarantined aside
                  && aside.reason() == QuarantineReason.ENCODING
                  && aside.position().text().equals(position);
          otherPlace += told ? 0 : 1;
        }
      }
    }
    return new DrillReport.Sheet()
        .exactly("rows", sent.size(), read.size())
        .figure("rows_sound", kinds.getOrDefault("read", 0L))
        .figure("rows_broken", kinds.getOrDefault("aside", 0L))
        .exactly("read_as_something_else", 0, readOtherwise)
        .exactly("not_put_aside_at_the_byte", 0, otherPlace)
        .exactly("replacement_characters", 0, replaced)
        .done();
  }

  /** Writes files, and remembers what of them must be read. */
  private static final class Writing {
    private final VillageRow template;
    private final Random chance;
    private final List<Sent> sent = new ArrayList<>();

    Writing(VillageRow template, Random chance) {
      this.template = template;
      this.chance = chance;
    }

    /** By turns GB18030, GB18030 with its mark, and UTF-8 with its mark. */
    void deliver(VillageDesk desk, DeliveryFile file, int number) throws IOException {
      Charset charset = number % 3 == 0 ? StandardCharsets.UTF_8 : GB18030;
      String mark = number % 3 == 1 ? "" : "\uFEFF";
      byte[] header =
          (mark + new String(VillageRow.header(), GB18030).strip() + "\r\n").getBytes(charset);
      List<byte[]> lines = new ArrayList<>();
      int offset = header.length;
      for (int i = 0; i < ROWS_A_FILE; i++) {
        byte[] line = line(file, charset, offset);
        lines.add(line);
        offset += line.length;
      }
      desk.deliver(file.name(), header, lines, file.instant());
    }

    private byte[] line(DeliveryFile file, Charset charset, int offset) {
      String line =
          new String(
              template
                  .with(VillageColumn.SERIAL, Integer.toString(sent.size() + 1))
                  .with(VillageColumn.ADDRESS, HERE)
                  .line(),
              GB18030);
      int at = line.indexOf(HERE);
      byte[] before = line.substring(0, at).getBytes(charset);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(before);
      bytes.writeBytes(address(file, charset, offset + before.length));
      bytes.writeBytes(line.substring(at + HERE.length()).getBytes(charset));
      return bytes.toByteArray();
    }

    private byte[] address(DeliveryFile file, Charset charset, int offset) {
      boolean utf8 = charset.equals(StandardCharsets.UTF_8);
      if (chance.nextInt(3) > 0) {
        Map.Entry<String, String> sound = SOUND.get(chance.nextInt(SOUND.size()));
        sent.add(new Sent.Means(sound.getValue()));
        return utf8 ? sound.getValue().getBytes(charset) : HexFormat.of().parseHex(sound.getKey());
      }
      if (utf8) {
        sent.add(new Sent.Wrong("%s byte %d".formatted(file.name(), offset)));
        return "张伟".getBytes(GB18030);
      }
      Map.Entry<String, Integer> broken = BROKEN.get(chance.nextInt(BROKEN.size()));
      sent.add(new Sent.Wrong("%s byte %d".formatted(file.name(), offset + broken.getValue())));
      return HexFormat.of().parseHex(broken.getKey());
    }
  }
}
