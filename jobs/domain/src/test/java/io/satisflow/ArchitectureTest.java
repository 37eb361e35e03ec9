package io.satisflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.satisflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule segments_and_tickets_know_nothing_of_what_is_made_of_them = noClasses()
            .that()
            .resideInAnyPackage("io.satisflow.segment..", "io.satisflow.ticket..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.satisflow.satisfaction..",
                    "io.satisflow.sla..",
                    "io.satisflow.drift..",
                    "io.satisflow.alerts..",
                    "io.satisflow.channel..",
                    "io.satisflow.settings..");

    @ArchTest
    static final ArchRule no_package_needs_one_that_needs_it =
            slices().matching("io.satisflow.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_book_knows_neither_flink_nor_kafka_nor_the_wire = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "org.apache.avro..", "io.satisflow.wire..");

    @ArchTest
    static final ArchRule names_explain_themselves =
            noClasses().should().haveNameMatching(".*(Util|Utils|Common|Helper|Manager)");
}
