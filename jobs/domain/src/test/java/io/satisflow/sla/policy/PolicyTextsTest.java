package io.satisflow.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.calendar.CalendarFolder;
import io.satisflow.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTextsTest {
    private static final String POLICIES = """
            policies:
              - {name: all, calendar: shop, targets: {first_reply: {target: 2h, time: business}}}
            """;

    @TempDir
    Path folder;

    @Test
    void policies_say_the_same_where_their_files_are_not() throws IOException {
        Path policies = Files.writeString(folder.resolve("policies.yaml"), POLICIES);
        Path calendars = folder.resolve("calendars");
        Files.createDirectories(calendars.resolve("holidays"));
        Files.writeString(
                folder.resolve("calendars/shop.yaml"),
                "{zone: Asia/Shanghai, hours: {mon-fri: [\"09:00-18:00\"]}, holidays: [cn, ours]}");
        Files.writeString(
                folder.resolve("calendars/holidays/ours-2026.yaml"), "holidays: {2026-03-03: \"Founder's day\"}");

        PolicyTexts texts = PolicyTexts.of(policies, Optional.of(calendars));
        SlaPolicies there = new PolicyTexts(texts.policies(), texts.calendars()).read("elsewhere");

        assertThat(there).isEqualTo(new PolicyFile(CalendarFolder.read(calendars)).read(ConfigFile.read(policies)));
        assertThat(texts.calendars().holidays()).containsKeys("ours-2026", "cn-2026");
    }

    @Test
    void the_environment_of_whoever_applies_policies_is_not_that_of_the_job() throws IOException {
        Path policies = Files.writeString(folder.resolve("policies.yaml"), """
                # ${COMMENTS} may say what they like
                policies:
                  - {name: "${NAME}", targets: {first_reply: {target: 2h, time: wall}}}
                """);

        assertThatThrownBy(() -> PolicyTexts.of(policies, Optional.empty()))
                .hasMessageContaining("policies.yaml:3:13")
                .hasMessageContaining("write the value itself");
    }
}
