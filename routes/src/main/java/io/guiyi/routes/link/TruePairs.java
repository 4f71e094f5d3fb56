package io.guiyi.routes.link;

import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.routes.config.ConfigFaults;
import io.guiyi.routes.evaluate.RecordColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Pairs of records that are one person, as a file of the truth says. */
final class TruePairs {
  /** Of a person with more records, so many are paired. */
  private static final int MOST_RECORDS = 1_000;

  private final Map<String, List<Integer>> recordsOf = new HashMap<>();

  /** Reads a file {@code source,record_id,person_id}; records that are not known are left out. */
  static TruePairs read(Path truth, RecordNames names) {
    TruePairs pairs = new TruePairs();
    ConfigFaults faults = new ConfigFaults();
    new RecordColumn(truth, "person_id", faults)
        .read((source, id, person) -> {
          int record = names.find(source, id);
          List<Integer> records = pairs.recordsOf.computeIfAbsent(person, _ -> new ArrayList<>());
          if (record >= 0 && records.size() < MOST_RECORDS) {
            records.add(record);
          }
          return true;
        });
    faults.refuseIfAny();
    return pairs;
  }

  /** The share of pairs that share a block or a content; 1 if there are none. */
  double blockingRecall(RecordTable table, Blocks blocks) {
    long met = 0;
    long all = 0;
    for (List<Integer> records : recordsOf.values()) {
      for (int i = 0; i < records.size(); i++) {
        for (int j = i + 1; j < records.size(); j++) {
          int a = table.unitOf(records.get(i));
          int b = table.unitOf(records.get(j));
          met += a == b || blocks.meet(a, b) ? 1 : 0;
          all++;
        }
      }
    }
    return all == 0 ? 1 : Math.floor(met * 1e6 / all) / 1e6;
  }

  /** The number of the person of each unit's first known record, from 1; 0 if nobody knows. */
  int[] personOfUnit(RecordTable table) {
    int[] personOfRecord = new int[table.records()];
    int person = 0;
    for (String name : new TreeSet<>(recordsOf.keySet())) {
      person++;
      for (int record : recordsOf.getOrDefault(name, List.of())) {
        personOfRecord[record] = person;
      }
    }
    int[] personOfUnit = new int[table.units()];
    for (int record = table.records() - 1; record >= 0; record--) {
      if (personOfRecord[record] > 0) {
        personOfUnit[table.unitOf(record)] = personOfRecord[record];
      }
    }
    return personOfUnit;
  }
}
