package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.CodeLevel;
import io.guiyi.matching.compare.Comparer;
import io.guiyi.matching.normalize.FileCode;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.records.identity.DocumentType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers under which offices keep a child's file. */
public final class FileCodesKind implements ValueKind<List<FileCode>> {
  private static final List<DocumentType> COLUMNS =
      List.of(
          DocumentType.STUDENT_NUMBER,
          DocumentType.CHILD_CODE,
          DocumentType.BIRTH_CERTIFICATE,
          DocumentType.RESIDENT_ID);

  @Override
  public String name() {
    return "file-codes";
  }

  @Override
  public List<String> parts() {
    return List.of("school", "child", "certificate", "number");
  }

  @Override
  public @Nullable List<FileCode> read(List<String> raw) {
    Set<FileCode> codes = new LinkedHashSet<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      RawTexts.document(COLUMNS.get(i), raw.get(i)).flatMap(FileCode::read).ifPresent(codes::add);
    }
    return codes.isEmpty() ? null : List.copyOf(codes);
  }

  @Override
  public String canonical(List<FileCode> value) {
    StringBuilder text = new StringBuilder();
    value.forEach(code -> text.append(code.kind()).append(code.text()).append('|'));
    return text.toString();
  }

  @Override
  public Ladder<List<FileCode>> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of file-codes", List.of("(none)"));
    }
    return new EnumLadder<>(
        List.of(CodeLevel.values()),
        CodeLevel.MISSING,
        levels,
        "file-codes",
        Comparer::codes,
        codes -> codes.getFirst().text());
  }

  @Override
  public Facet<List<FileCode>> facet(String word) {
    if (!word.equals("each")) {
      throw new ModelWordException(word, "facet of file-codes", List.of("each"));
    }
    return (codes, sink) -> codes.forEach(code -> sink.add(code.kind() + code.text()));
  }
}
