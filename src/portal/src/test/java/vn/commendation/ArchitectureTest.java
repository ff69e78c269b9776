package vn.commendation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "vn.commendation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @Test
  void modulesShouldKeepToEachOthersInterfaces() {
    ApplicationModules.of(CommendationApplication.class).verify();
  }

  @ArchTest
  final ArchRule onlyTheEngineModuleAndWorkersShouldKnowCamunda =
      noClasses()
          .that()
          .resideOutsideOfPackages("..engine..", "..process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.camunda..");

  @ArchTest
  final ArchRule entitiesShouldStayInsideTheirModule =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  final ArchRule repositoriesShouldStayInsideTheirModule =
      classes().that().areAssignableTo(Repository.class).should().bePackagePrivate();

  @ArchTest
  final ArchRule pagesShouldNotAskTheEngine =
      noClasses()
          .that()
          .resideInAPackage("..web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.camunda..", "..process..");

  @ArchTest final ArchRule dependenciesShouldBeHandedIn = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest final ArchRule nobodyShouldPrint = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
