package io.guiyi.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the architecture tests look at")
class ProductClassesTest {
  /** The floors lie a little below what is there; raise them as the house grows. */
  @ParameterizedTest(name = "holds every class of {0}, at least {1} of them")
  @CsvSource({
    "records,    40",
    "connectors, 25",
    "matching,   45",
    "seal,       25",
    "registry,   70",
    "console,     1",
    "routes,     40",
    "lab,        50"
  })
  void holdsEveryClass(String module, int floor) {
    List<String> declared = ProductClasses.declaredIn(module);
    assertThat(declared).hasSizeGreaterThanOrEqualTo(floor);
    assertThat(declared)
        .filteredOn(name -> !ProductClasses.all().contain(name))
        .as("sources whose class file is not among those examined")
        .isEmpty();
  }
}
