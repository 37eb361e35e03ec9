package io.satisflow.warehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.satisflow.warehouse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule tables_and_rows_know_no_flink = noClasses()
            .that()
            .resideInAnyPackage("..warehouse.table..", "..warehouse.rows..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "java.sql..");

    @ArchTest
    static final ArchRule no_row_depends_on_the_wall_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule no_package_needs_one_that_needs_it =
            slices().matching("io.satisflow.warehouse.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule state_is_public_and_a_record = classes()
            .that()
            .haveSimpleNameEndingWith("State")
            .should()
            .beRecords()
            .andShould()
            .bePublic();
}
