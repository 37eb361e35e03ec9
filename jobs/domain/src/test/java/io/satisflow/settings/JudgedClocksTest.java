package io.satisflow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.config.ConfigFile;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaPolicies;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Promises that a channel cannot be judged by are told in a sentence, as far as they may be made to its tickets. */
class JudgedClocksTest {
    private static final ChannelMapping LIST = ChannelMappingFile.read(ConfigFile.parse("list.yaml", """
        channel: list
        kind: ticket
        id: /id
        occurred_at: /at
        ticket:
          id: /id
          event: created
          not_judged:
            first_reply: the file has no replies
            next_reply: the file has no replies
            answer: nobody says which reply was the answer
            follow_up: the file has no follow-ups
        """));

    @Test
    void what_a_mapping_cannot_tell_and_a_policy_promises_is_one_sentence_with_its_remedy() {
        assertThat(JudgedClocks.declared(LIST, policies("[list, mail]")))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("Channel list is not judged by first_reply, next_reply (the file has no replies),"
                                + " answer (nobody says which reply was the answer)")
                        .contains("take them out there, or out of the policy")
                        .doesNotContain("follow_up"));
    }

    @Test
    void what_is_promised_to_other_channels_alone_is_not_told() {
        assertThat(JudgedClocks.declared(LIST, policies("mail"))).isEmpty();
    }

    private static SlaPolicies policies(String channels) {
        return new PolicyFile(Map.of()).read(ConfigFile.parse("policies.yaml", """
            policies:
              - name: replies
                when: {channel: %s}
                targets:
                  first_reply: {target: 1h, time: wall}
                  next_reply: {target: 1h, time: wall}
                  answer: {target: 1h, time: wall}
            """.formatted(channels)));
    }
}
