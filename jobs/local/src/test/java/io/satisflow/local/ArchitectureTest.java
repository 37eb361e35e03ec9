package io.satisflow.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.satisflow.local.terminal.output.Terminal;
import java.io.FileDescriptor;

@AnalyzeClasses(packages = "io.satisflow.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule no_package_needs_one_that_needs_it =
            slices().matching("io.satisflow.local.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_explain_themselves =
            noClasses().should().haveNameMatching(".*(Util|Utils|Common|Helper|Manager)");

    @ArchTest
    static final ArchRule text_reaches_a_terminal_through_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("io.satisflow.local.terminal.output")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(FileDescriptor.class, "out")
            .orShould()
            .accessField(FileDescriptor.class, "err")
            .orShould()
            .callMethod(System.class, "console");

    @ArchTest
    static final ArchRule only_screens_move_the_cursor = noClasses()
            .that()
            .resideOutsideOfPackages("io.satisflow.local.terminal.output", "io.satisflow.local.terminal")
            .should()
            .callMethod(Terminal.class, "cursor");
}
