package io.guiyi.lab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Habits of every class")
class HabitsTest {
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "Abstract",
          "Base",
          "Common",
          "Dto",
          "Helper",
          "Helpers",
          "Impl",
          "Manager",
          "Misc",
          "Util",
          "Utils");

  @Test
  @DisplayName("every package says that nothing in it is null unless it says so")
  void packagesAreNullMarked() {
    List<String> unmarked =
        ProductClasses.all().getPackage("io.guiyi").getSubpackagesInTree().stream()
            .filter(room -> !room.getClasses().isEmpty())
            .filter(room ->
                room.tryGetPackageInfo()
                    .filter(info -> info.isAnnotatedWith(NullMarked.class))
                    .isEmpty())
            .map(JavaPackage::getName)
            .toList();
    assertThat(unmarked).as("packages without a @NullMarked package-info.java").isEmpty();
  }

  @Test
  @DisplayName("no class is named by an empty word")
  void namesSaySomething() {
    classes()
        .that()
        .resideInAPackage("io.guiyi..")
        .should(
            new ArchCondition<>("be named by words that mean something") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                Arrays.stream(type.getSimpleName().split("(?=[A-Z])"))
                    .filter(EMPTY_WORDS::contains)
                    .forEach(word ->
                        events.add(
                            SimpleConditionEvent.violated(
                                type, type.getName() + " is named by '" + word + "'")));
              }
            })
        .because("a class whose name says nothing collects what belongs elsewhere")
        .check(ProductClasses.all());
  }

  @Test
  @DisplayName("only commands speak to the terminal")
  void onlyCommandsPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..command..")
        .should(ACCESS_STANDARD_STREAMS)
        .because("stdout carries a command's result and nothing else")
        .check(ProductClasses.all());
  }

  @Test
  @DisplayName("logging goes through one door")
  void oneLogger() {
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
        .because("SLF4J is the one door, so that an operator sets levels once")
        .check(ProductClasses.all());
  }

  @Test
  @DisplayName("dates are those of java.time")
  void datesAreOfJavaTime() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are a date of before java.time",
                (JavaClass type) ->
                    Set.of(
                            "java.util.Date",
                            "java.util.Calendar",
                            "java.util.GregorianCalendar",
                            "java.text.SimpleDateFormat")
                        .contains(type.getName())))
        .because("a date without a zone and an instant are two things; the old types mix them")
        .check(ProductClasses.all());
  }

  @Test
  @DisplayName("parts are handed in by the constructor")
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .because("an object must be complete when its constructor returns")
        .check(ProductClasses.all());
  }

  @Test
  @DisplayName("public methods of records, matching and registry say what they throw")
  void exceptionsHaveNames() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(
            ProductClasses.in("records"),
            ProductClasses.in("matching"),
            ProductClasses.in("registry"))
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .arePublic()
        .should(
            new ArchCondition<>("declare no nameless exception") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                if (method.getThrowsClause().containsType(Exception.class)
                    || method.getThrowsClause().containsType(Throwable.class)) {
                  events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
              }
            })
        .because("a caller can only deal with a failure that has a name")
        .check(ProductClasses.all());
  }
}
