package io.guiyi.lab.bench;

import io.guiyi.lab.linkage.LinkageFiles;
import io.guiyi.lab.linkage.RecordSheet;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prepares the input of contests: the truth taken out, records renumbered and shuffled. */
public final class Arena {

  private static final String TRUTH = "truth.csv";

  private final ArenaSettings settings;

  /** An arena. */
  public Arena(ArenaSettings settings) {
    this.settings = settings;
  }

  /** The public files that a contest needs and that are not there. */
  public List<Path> missing(Contest contest) {
    return PublicSet.of(contest).stream()
        .map(set -> settings.data().resolve(set.file()))
        .filter(file -> !Files.isReadable(file))
        .toList();
  }

  /** The folder of a contest; what an earlier run has left there is overwritten. */
  public Path folder(Contest contest) throws IOException {
    return Files.createDirectories(settings.work().resolve(contest.title()));
  }

  /**
   * Prepares a contest.
   *
   * @throws IOException if a file is missing or the disk refuses
   */
  public Prepared prepare(Contest contest) throws IOException {
    return switch (contest) {
      case FEBRL3, FEBRL4, HISTORICAL -> asPublished(contest);
      case SCALED -> scaled(contest);
      case CITY -> city(contest, settings.people(), 1);
      case CITY_DOUBLED -> city(contest, settings.people(), 2);
      case MILLION -> city(contest, settings.peopleMost(), 1);
    };
  }

  private Prepared asPublished(Contest contest) throws IOException {
    Path folder = folder(contest);
    List<Prepared.Input> inputs = new ArrayList<>();
    long records = 0;
    try (RecordSheet.Truth truth = RecordSheet.Truth.in(folder)) {
      for (PublicSet set : PublicSet.of(contest)) {
        PublicSet.Content content = set.read(settings.data());
        Path file = folder.resolve(set.source() + ".csv");
        try (RecordSheet sheet =
            sheet(set, content, folder, content.rows().size(), inputs.size())) {
          for (var row : content.rows()) {
            sheet.add(row);
          }
          records += sheet.write(file, truth);
        }
        inputs.add(new Prepared.Input(set.source(), file));
      }
    }
    return new Prepared(List.copyOf(inputs), folder.resolve(TRUTH), records);
  }

  private Prepared scaled(Contest contest) throws IOException {
    Path folder = folder(contest);
    PublicSet set = PublicSet.of(contest).getFirst();
    PublicSet.Content content = set.read(settings.data());
    ScaledHistory history = new ScaledHistory(content, settings.seed());
    Map<Integer, ScaledHistory.Copy> copies = new HashMap<>();
    Path file = folder.resolve(set.source() + ".csv");
    try (RecordSheet.Truth truth = RecordSheet.Truth.in(folder);
        RecordSheet sheet = sheet(set, content, folder, settings.rows(), 0)) {
      for (int number = 0; number < settings.rows(); number++) {
        sheet.add(history.row(number, copies));
      }
      sheet.write(file, truth);
    }
    List<Prepared.Input> inputs = List.of(new Prepared.Input(set.source(), file));
    return new Prepared(inputs, folder.resolve(TRUTH), settings.rows());
  }

  private RecordSheet sheet(
      PublicSet set, PublicSet.Content content, Path folder, long rows, int place)
      throws IOException {
    List<String> header =
        Stream.concat(Stream.of(set.number()), content.columns().stream()).toList();
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.LINKAGE_ORDER, place);
    return new RecordSheet(set.source(), header, folder, rows, dice);
  }

  private Prepared city(Contest contest, int people, double faultScale) throws IOException {
    Path folder = folder(contest);
    PopulationSettings city =
        new PopulationSettings(
            people,
            settings.seed(),
            faultScale,
            PopulationSettings.USUAL_REFERENCE_DAY,
            settings.profile());
    LinkageFiles.Counts counts = LinkageFiles.write(Population.generate(city), folder);
    List<Prepared.Input> inputs =
        Arrays.stream(Feed.values())
            .map(feed -> new Prepared.Input(feed.source(), folder.resolve(LinkageFiles.file(feed))))
            .toList();
    return new Prepared(inputs, folder.resolve(TRUTH), counts.allRecords());
  }
}
