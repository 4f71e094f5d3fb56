package io.guiyi.lab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time is handed in")
class ClockTest {
  /** Where the machine's clock enters, beside the commands, and why. */
  private static final Map<String, String> ENTRANCES =
      Map.of(
          "io.guiyi.routes.HubConfiguration",
          "makes the one clock that the whole hub is given",
          "io.guiyi.registry.postgres.PostgresHome",
          "judges the age of files, whose times the machine's clock wrote");

  private static final DescribedPredicate<JavaAccess<?>> READS_THE_MACHINES_CLOCK =
      DescribedPredicate.describe("read the machine's clock", ClockTest::readsTheMachinesClock);

  @Test
  @DisplayName("only commands and the composition root read the machine's clock")
  void onlyEntrancesReadTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..command..")
        .and(
            DescribedPredicate.describe(
                "are no entrance of time",
                type -> !ENTRANCES.containsKey(outermost(type.getName()))))
        .should()
        .accessTargetWhere(READS_THE_MACHINES_CLOCK)
        .because("what depends on the time must be repeatable with a time of one's own choice")
        .check(ProductClasses.all());
  }

  @Test
  @DisplayName("every entrance on the list is used")
  void entrancesAreUsed() {
    assertThat(ENTRANCES.keySet())
        .allSatisfy(name ->
            assertThat(ProductClasses.all().get(name).getAccessesFromSelf())
                .as("accesses of %s", name)
                .anyMatch(READS_THE_MACHINES_CLOCK));
  }

  private static boolean readsTheMachinesClock(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)) {
      return false;
    }
    String owner = target.getOwner().getName();
    String name = target.getName();
    boolean handedIn =
        target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    return switch (owner) {
      case "java.time.Clock" -> name.startsWith("system") || (name.startsWith("tick") && !handedIn);
      case "java.lang.System" -> name.equals("currentTimeMillis");
      default -> owner.startsWith("java.time.") && name.equals("now") && !handedIn;
    };
  }

  private static String outermost(String name) {
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }
}
