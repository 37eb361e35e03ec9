package io.satisflow.settings;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.calendar.CalendarFolder;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised, from whichever file tells it: the settings, which name policies and calendars, or a file of policies
 * alone, whose calendars lie beside it in {@code calendars/}.
 */
public final class SlaRulesFile {
    private static final String POLICIES = "policies";

    private SlaRulesFile() {}

    /**
     * @param onlyChannel of settings: a mapping file to take instead of all channels in them
     * @throws io.satisflow.config.ConfigException with everything that is wrong, in any of the files
     */
    public static SlaRules read(Path file, Optional<Path> onlyChannel) {
        ConfigNode root = ConfigFile.read(file);
        boolean holdsPolicies = root.find(POLICIES).filter(ConfigNode::isList).isPresent();
        return holdsPolicies
                ? new SlaRules(new PolicyFile(calendarsBeside(file)).read(root))
                : SettingsFile.read(file, onlyChannel).sla();
    }

    private static Map<String, BusinessCalendar> calendarsBeside(Path file) {
        Path folder = file.resolveSibling("calendars");
        return Files.isDirectory(folder) ? CalendarFolder.read(folder) : Map.of();
    }
}
