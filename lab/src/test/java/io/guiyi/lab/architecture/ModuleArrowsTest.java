package io.guiyi.lab.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("Modules know each other one way only")
class ModuleArrowsTest {
  /** Every module, for the rules that hold in each of them. */
  static final List<String> MODULES = ProductClasses.MODULES;

  /**
   * What a module may know beside itself.
   *
   * @param because why it may not know more
   */
  record Arrows(String module, List<String> known, String because) {
    @Override
    public String toString() {
      return "%s knows %s, because %s".formatted(module, known, because);
    }
  }

  static final List<Arrows> ARROWS =
      List.of(
          new Arrows("records", List.of(), "words that everybody speaks must not speak of anybody"),
          new Arrows(
              "connectors",
              List.of("records"),
              "a department's dialect must be replaceable without touching identity"),
          new Arrows(
              "matching",
              List.of("records"),
              "the engine must run in a batch without database, broker or framework"),
          new Arrows(
              "seal",
              List.of("records"),
              "a stranger must be able to verify with this module alone"),
          new Arrows(
              "registry",
              List.of("matching", "seal", "records"),
              "what is remembered must not depend on where it came from or goes to"),
          new Arrows(
              "console",
              List.of("registry", "matching", "records"),
              "pages show what the register holds and reach no department"),
          new Arrows(
              "routes",
              List.of("console", "connectors", "registry", "matching", "seal", "records"),
              "everything of the product meets here; the relay seals what leaves"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("ARROWS")
  void pointOneWay(Arrows arrows) {
    String[] allowed =
        Stream.concat(Stream.of(arrows.module()), arrows.known().stream())
            .map(ProductClasses::in)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ProductClasses.in(arrows.module()))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideOutsideOfPackage("io.guiyi..")))
        .because(arrows.because())
        .check(ProductClasses.all());
  }

  @Test
  @DisplayName("records know java.* and the null-safety annotations, nothing else")
  void recordsStandAlone() {
    classes()
        .that()
        .resideInAPackage(ProductClasses.in("records"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", ProductClasses.in("records"))
        .because("the vocabulary outlives every library")
        .check(ProductClasses.all());
  }

  @Test
  @DisplayName("nothing knows the lab")
  void nothingKnowsTheLab() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ProductClasses.in("lab"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ProductClasses.in("lab"))
        .because("simulations must never reach production")
        .check(ProductClasses.all());
  }

  @ParameterizedTest(name = "the rooms of {0} have no cycle")
  @FieldSource("MODULES")
  void roomsHaveNoCycle(String module) {
    slices()
        .matching("io.guiyi." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(module.equals("seal") || module.equals("console"))
        .because(
            "a room must be understood after those it stands on; the module's root package is the"
                + " door, which names its rooms and is named by them")
        .check(ProductClasses.all());
  }
}
