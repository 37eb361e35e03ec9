package io.satisflow.sla.policy;

import io.satisflow.calendar.CalendarFolder;
import io.satisflow.calendar.CalendarTexts;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Policies with all that they refer to as texts, so that whoever applies them and the job that lives by them read the
 * same by the same code.
 *
 * @param policies a file of policies, as YAML
 */
public record PolicyTexts(String policies, CalendarTexts calendars) {
    private static final String ENVIRONMENT = "${";
    private static final String NO_POLICIES = "policies: []";

    /**
     * @param calendars the folder of the calendars that the policies may name; empty for none
     * @throws ConfigException with everything that is wrong in any of the files
     */
    public static PolicyTexts of(Path policies, Optional<Path> calendars) {
        ConfigFile.read(policies);
        PolicyTexts all = new PolicyTexts(textOf(policies), textsOf(calendars));
        all.refuseEnvironment(policies);
        all.read(policies.toString());
        return all;
    }

    /** Those of the settings, which have been read and found right; without a file, no policies. */
    public static PolicyTexts configured(Optional<Path> policies, Optional<Path> calendars) {
        return new PolicyTexts(policies.map(PolicyTexts::textOf).orElse(NO_POLICIES), textsOf(calendars));
    }

    private static CalendarTexts textsOf(Optional<Path> calendars) {
        return calendars
                .map(CalendarFolder::texts)
                .orElseGet(() -> new CalendarTexts(new TreeMap<>(), new TreeMap<>()));
    }

    /**
     * @param name what to call the file of policies in problems
     * @throws ConfigException with everything that is wrong in them
     */
    public SlaPolicies read(String name) {
        return new PolicyFile(calendars.read()).read(ConfigFile.parse(name, policies));
    }

    /** The job runs elsewhere, where a variable may say something else. */
    private void refuseEnvironment(Path file) {
        int line = 1;
        for (String text : policies.lines().toList()) {
            int column = text.replaceAll("#.*", "").indexOf(ENVIRONMENT) + 1;
            if (column > 0) {
                throw new ConfigException(List.of(new ConfigProblem(
                        file.toString(), line, column, "", "the job has another environment; write the value itself")));
            }
            line++;
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
