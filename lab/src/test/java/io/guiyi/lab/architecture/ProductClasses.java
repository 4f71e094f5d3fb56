package io.guiyi.lab.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.guiyi.lab.house.SourceTree;
import java.util.List;

/** The compiled classes of every module, without tests; read once. */
final class ProductClasses {
  /** The modules, from the ground up. */
  static final List<String> MODULES =
      List.of("records", "connectors", "matching", "seal", "registry", "console", "routes", "lab");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.guiyi");

  private ProductClasses() {}

  /** All of them. */
  static JavaClasses all() {
    return ALL;
  }

  /** Everything in a module, as ArchUnit writes it. */
  static String in(String module) {
    return "io.guiyi." + module + "..";
  }

  /** The names of the classes that a module's sources declare. */
  static List<String> declaredIn(String module) {
    SourceTree tree = SourceTree.ofThisBuild();
    return tree.files("java").stream()
        .filter(file -> file.name().startsWith(module + "/src/main/java/"))
        .map(file -> file.name().substring((module + "/src/main/java/").length()))
        .map(name -> name.substring(0, name.length() - ".java".length()).replace('/', '.'))
        .toList();
  }
}
