package io.guiyi.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A declared source's file")
class DeclaredFaultsTest {
  /** Many a line of it is replaced by some case below; the line numbers are those of this text. */
  private static final List<String> SOUND =
      """
      connector: declared
      every: 10m
      read:
        protocol: folder
        folder: in
        files: list_{yyyyMMdd}_{NN}.csv
        format: csv
        encoding: utf-8
        settle: 1m
      delivery: delta
      columns: [no, name, sex, id, type, born, state, from, to, level, count]
      date-forms: [yyyyMMdd, excel]
      codes:
        sex: {m: male, f: female}
        state: codes/state.csv
      row:
        key: [no, type]
        version: {column: born, written: yyyy-MM-dd, sequence: count}
        withdrawn: {column: state, codes: [gone]}
      person:
        name: name
        sex: {column: sex, codes: sex}
        documents: [{number: id, type: resident-id}]
        phones: [count]
        relatives: [{name: name, relation: mother}]
      statements:
        - kind: membership
          organisation: {words: the union}
          standing: {column: state, codes: state}
          when: {column: type, is: [A, B]}
        - {kind: skill, level: {always: 3}, title: level, issued-on: from}
      checks:
        - {column: id, pattern: '[0-9]{17}[0-9X]'}
        - {column: count, number: {from: 0, to: 9}}
        - {from: from, to: to}
      """
          .lines()
          .toList();

  @TempDir private Path folder;

  @Test
  @DisplayName("is read without a fault when nothing is wrong")
  void soundFile() throws IOException {
    assertThat(faults(String.join("\n", SOUND))).isEmpty();
  }

  @ParameterizedTest(name = "[{index}] line {0} as \"{1}\" says \"{2}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | connector: pigeon                   | one of police, labour,       |
          2  | every: 10 minutes                   | write a span from |
          4  | '  protocol: gopher'                | rest, jdbc, folder, sftp |
          5  | '  fodler: in'                      | add the line 'folder: ...' | 4
          6  | '  files: list.csv'                 | with {yyyyMMdd} or {yyyyMM} for its date |
          6  | '  files: ../{NN}/list.csv'         | with {yyyyMMdd} or {yyyyMM} for its date |
          6  | '  files: l_{yyyyMMdd}_{NNNNN}.csv' | with {yyyyMMdd} or {yyyyMM} for its date |
          7  | '  format: pdf'                     | one of csv, xlsx |
          8  | '  encoding: gbk'                   | one of gb18030, utf-8 |
          9  | '  settle: forever'                 | write a span from 0s to 1d |
          9  | '  setle: 1m'                       | remove it or write one of protocol |
          10 | delivery: sometimes                 | one of delta, complete |
          10 | delivery: complete                  | correct it | 18
          10 | 'delivery: delta\\nshrink-percent: 5' | or write delivery: complete | 11
          11 | columns: []                         | list the columns that the source delivers |
          11 | columns: [no, no, name]             | keep one |
          11 | columns: [$no, name]                | not beginning with $ or * |
          12 | date-forms: [dd.MM.yyyy]            | yyyyMMdd, yyyy-MM-dd, yyyy/M/d |
          14 | '  sex: {m: mail}'                  | write one of unknown, male, female, unstated |
          15 | '  state: codes/none.csv'           | the header 'code,meaning' |
          15 | '  state: ../../etc/passwd'         | write codes/NAME.csv |
          17 | '  key: [no, number]'               | write one of no, name, sex |
          17 | '  key: {words: x}'                 | name one column or several |
          18 | '  version: {column: bron}'         | write one of no, name, sex |
          18 | '  version: {column: born, written: yy}' | write one of yyyyMMdd |
          18 | '  version: {colunm: born}'         | remove it or write one of column | 18
          19 | '  withdrawn: {column: state, codes: lost}' | the name of a declared code list |
          19 | '  withdrawn: state'                | indent its settings below it |
          21 | '  nmae: name'                      | add the line 'name: ...' | 21
          21 | '  name: full_name'                 | write one of no, name, sex |
          22 | '  sex: {column: sex, codes: sexes}' | write one of sex, state |
          22 | '  sex: {always: man}'              | write one of unknown, male, female, unstated |
          23 | '  documents: [{number: id, type: card}]' | resident-id, hmt-residence-permit |
          24 | '  phones: [phone]'                 | write one of no, name, sex |
          25 | '  relatives: [{name: name, relation: aunt}]' | father, mother, grandparent |
          27 | '  - kind: friendship'              | residence, employment, contract |
          28 | '    organization: x'               | remove it or write one of kind |
          29 | '    standing: state'               | {column: NAME, codes: LIST} |
          29 | '    standing: {column: state, codes: sex}' | member, suspended, moved-away | 14
          30 | '    when: {column: kind, is: [A]}' | write one of no, name, sex |
          30 | '    when: {column: type, is: A}'   | write the codes as a list |
          31 | '  - {kind: employment, from: from}' | add the line 'employer: ...' | 31
          33 | '  - {column: id, pattern: "[0-9"}' | correct it near character |
          33 | '  - {column: id}'                  | add required: true, pattern, max-length |
          33 | '  - {column: id, max-length: 0}'   | whole number from 1 to 1000 |
          33 | '  - {column: id, required: true, reason: BAD}' | one of CHECK_FAILED |
          34 | '  - {column: count, number: {from: 9, to: 0}}' | the smaller number under from |
          34 | '  - {column: count, number: {from: many}}' | write a number such as 0 or 1.5 |
          35 | '  - {pattern: x}'                  | name a column and its rule |
          """)
  void eachFaultHasItsLineAndRemedy(int line, String text, String remedy, @Nullable Integer at)
      throws IOException {
    List<ConfigFault> faults = faults(with(line, text.replace("\\n", "\n")));
    assertThat(faults).allSatisfy(fault -> assertThat(fault.remedy()).isNotBlank());
    assertThat(faults)
        .filteredOn(fault -> fault.remedy().contains(remedy))
        .as("the remedy among %s", faults)
        .extracting(ConfigFault::line)
        .contains(at == null ? line : at);
  }

  /** The sound file with something else in one of its lines, which count from 1. */
  private static String with(int line, String text) {
    List<String> lines = new ArrayList<>(SOUND);
    lines.set(line - 1, text);
    return String.join("\n", lines) + "\n";
  }

  @Test
  @DisplayName("with a fault in a code list names the list's own file and line")
  void codeListsHaveLines() throws IOException {
    Files.createDirectories(folder.resolve("codes"));
    Files.writeString(
        folder.resolve("codes/state.csv"), "code,meaning\n1,member\n1,suspended\n2\n3,gone\n");
    Files.createDirectories(folder.resolve("sources"));
    assertThat(read(String.join("\n", SOUND)))
        .extracting(ConfigFault::toString)
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).startsWith("codes/state.csv:3: code 1 stands twice"),
            one -> assertThat(one).startsWith("codes/state.csv:4: is not one code"),
            one -> assertThat(one).startsWith("codes/state.csv:5: code 3 means 'gone'"));
  }

  private List<ConfigFault> faults(String text) throws IOException {
    Files.createDirectories(folder.resolve("codes"));
    Files.writeString(folder.resolve("codes/state.csv"), "code,meaning\n1,member\n*,suspended\n");
    return read(text);
  }

  private List<ConfigFault> read(String text) throws IOException {
    Path file = folder.resolve("sources/list.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    ConfigFaults faults = new ConfigFaults();
    new SourceConfig(folder, faults).read(file);
    return faults.sorted();
  }
}
