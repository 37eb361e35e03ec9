package io.satisflow.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.satisflow.flink", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_io_knows_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("..flink.io..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..");

    @ArchTest
    static final ArchRule no_package_needs_one_that_needs_it =
            slices().matching("io.satisflow.flink.(**)").should().beFreeOfCycles();

    /** What pipelines say to each other is the domain's; it comes from the wire in sources, and goes there in sinks. */
    @ArchTest
    static final ArchRule avro_begins_and_ends_in_io = noClasses()
            .that()
            .resideOutsideOfPackage("..flink.io..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.satisflow.wire..", "org.apache.avro..");

    @ArchTest
    static final ArchRule only_the_clock_of_intake_reads_the_wall_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.satisflow.flink.intake.WallClock")
            .and()
            // Only measures how far behind it is; no record depends on it.
            .doNotHaveFullyQualifiedName("io.satisflow.flink.io.MarkWriter")
            .and()
            // Says how old a savepoint is before the job begins.
            .doNotHaveFullyQualifiedName("io.satisflow.flink.settings.JobEnvironment")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule only_the_intake_job_starts_it = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("WallClock")
            .and()
            .doNotHaveSimpleName("IntakeJob")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.satisflow.flink.intake.WallClock");

    @ArchTest
    static final ArchRule state_is_public_and_a_record = classes()
            .that()
            .haveSimpleNameEndingWith("State")
            .should()
            .beRecords()
            .andShould()
            .bePublic();

    @ArchTest
    static final ArchRule names_explain_themselves =
            noClasses().should().haveNameMatching(".*(Util|Utils|Common|Helper|Manager)");
}
