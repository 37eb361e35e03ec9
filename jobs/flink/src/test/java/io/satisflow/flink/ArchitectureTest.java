package io.satisflow.flink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Driver;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
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

    /** What one pipeline says to the next is the domain's; it is put on the wire where it leaves for its topic. */
    @ArchTest
    static final ArchRule what_pipelines_say_to_each_other_is_not_on_the_wire_yet = noClasses()
            .that()
            .resideOutsideOfPackages("..flink.io..", "..flink.engine..")
            .and()
            .haveSimpleNameNotEndingWith("Records")
            .should()
            .dependOnClassesThat(belongToAnyOf(
                    SatisfactionRow.class,
                    SatisfactionPane.class,
                    Metric.class,
                    DriftSignal.class,
                    Driver.class,
                    SlaEvent.class));

    @ArchTest
    static final ArchRule only_the_clock_of_intake_reads_the_wall_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.satisflow.flink.intake.WallClock")
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
