package io.guiyi.lab.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.guiyi.lab.house.SourceTree.TreeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** How long the methods of sources are, as the compiler's own parser sees them. */
final class MethodLengths {
  /**
   * One method.
   *
   * @param place file, line and name
   * @param lines from its first annotation or modifier to its closing brace; its Javadoc is not
   *     counted
   */
  record Method(String place, long lines) {}

  private MethodLengths() {}

  /** Every method and constructor that has a body; a test's table of cases is data and left out. */
  static List<Method> of(List<TreeFile> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> ignored = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(ignored, null, StandardCharsets.UTF_8)) {
      var sources =
          manager.getJavaFileObjectsFromPaths(files.stream().map(TreeFile::path).toList());
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, manager, ignored, List.of("-proc:none"), null, sources);
      List<Method> methods = new ArrayList<>();
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Measure(unit, positions, methods).scan(unit, null);
      }
      return methods;
    } catch (IOException e) {
      throw new UncheckedIOException("the sources cannot be parsed", e);
    }
  }

  private static final class Measure extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods;

    Measure(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
      this.unit = unit;
      this.positions = positions;
      this.methods = methods;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      if (method.getBody() != null && !isTable(method)) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
        String place =
            "%s:%d %s".formatted(unit.getSourceFile().getName(), first, method.getName());
        methods.add(new Method(place, last - first + 1));
      }
      return super.visitMethod(method, null);
    }

    private boolean isTable(MethodTree method) {
      return unit.getSourceFile().getName().contains("/src/test/")
          && String.valueOf(method.getReturnType()).startsWith("Stream<");
    }
  }
}
