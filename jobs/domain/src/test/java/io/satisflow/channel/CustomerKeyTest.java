package io.satisflow.channel;

import static io.satisflow.channel.TestChannel.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.customer.CustomerKeys;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All that a customer said can be found again by a key that does not say who it was. */
class CustomerKeyTest {
    private static final TestChannel CHANNEL = TestChannel.with("""
            customer: /who
            text: /text
            ticket:
              when: {/type: said}
              id: /ticket
              event: {pointer: /type, values: {said: customer_message}}
            """);

    @Test
    void a_customer_has_one_key_in_feedback_and_ticket_events() {
        CustomerKeys keys = keys("a secret of some length");
        Accepted first = accepted(CHANNEL.mapWith(keys, "\"who\": \"c-7\", \"text\": \"Late again\""));
        Accepted second = accepted(CHANNEL.mapWith(
                keys, "\"who\": \" c-7\", \"text\": \"Thanks\", \"ticket\": \"T1\", \"type\": \"said\""));
        Accepted other = accepted(CHANNEL.mapWith(keys, "\"who\": \"c-8\", \"text\": \"Late again\""));

        String key = first.feedback().orElseThrow().customerKey();
        assertThat(key).matches("[0-9a-f]{32}");
        assertThat(second.feedback().orElseThrow().customerKey()).isEqualTo(key);
        assertThat(second.ticketEvents().get(0).customerKey()).isEqualTo(key);
        assertThat(other.feedback().orElseThrow().customerKey()).isNotEqualTo(key);
    }

    @Test
    void two_addresses_keep_two_keys_although_both_become_the_same_mark() {
        CustomerKeys keys = keys("a secret of some length");
        Accepted anna = accepted(CHANNEL.mapWith(keys, "\"who\": \"Anna@Example.org\", \"text\": \"Late\""));
        Accepted bob = accepted(CHANNEL.mapWith(keys, "\"who\": \"bob@example.org\", \"text\": \"Late\""));

        assertThat(anna.feedback().orElseThrow().customer()).isEqualTo("<email>");
        assertThat(bob.feedback().orElseThrow().customer()).isEqualTo("<email>");
        assertThat(anna.feedback().orElseThrow().customerKey())
                .isNotEqualTo(bob.feedback().orElseThrow().customerKey());
    }

    @Test
    void whom_redaction_leaves_a_mark_of_is_known_by_a_key_alone() {
        String record = "\"who\": \"anna@example.org\", \"text\": \"Late\"";
        Accepted known = accepted(CHANNEL.mapWith(keys("a secret of some length"), record));
        Accepted nobody = accepted(CHANNEL.mapWith(CustomerKeys.NONE, record));
        Accepted numbered = accepted(CHANNEL.mapWith(CustomerKeys.NONE, "\"who\": \"c-7\", \"text\": \"Late\""));

        assertThat(known.feedback().orElseThrow().customerIdentity()).matches("[0-9a-f]{32}");
        assertThat(nobody.feedback().orElseThrow().customerIdentity()).isNull();
        assertThat(numbered.feedback().orElseThrow().customerIdentity()).isEqualTo("test/c-7");
    }

    @Test
    void an_address_is_one_person_on_every_channel_and_another_id_is_its_channels_own() {
        CustomerKeys keys = keys("a secret of some length");

        assertThat(keys.keyOf("app", "anna@example.org")).isEqualTo(keys.keyOf("phone", "ANNA@example.org"));
        assertThat(keys.keyOf("app", "7")).isNotEqualTo(keys.keyOf("phone", "7"));
    }

    @Test
    void another_secret_makes_other_keys() {
        assertThat(keys("a secret of some length").keyOf("app", "7"))
                .isNotEqualTo(keys("another of some length").keyOf("app", "7"));
    }

    @Test
    void without_a_secret_nothing_is_kept() {
        CustomerKeys keys = CustomerKeys.of(name -> null);

        assertThat(keys.isNone()).isTrue();
        assertThat(accepted(CHANNEL.mapWith(keys, "\"who\": \"c-7\", \"text\": \"Late\""))
                        .feedback()
                        .orElseThrow()
                        .customerKey())
                .isNull();
    }

    @Test
    void a_secret_that_can_be_guessed_is_refused_with_the_remedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys("secret"))
                .withMessageContaining(CustomerKeys.VARIABLE)
                .withMessageContaining("openssl rand -hex 32");
    }

    private static CustomerKeys keys(String secret) {
        Map<String, String> environment = new HashMap<>(Map.of(CustomerKeys.VARIABLE, secret));
        return CustomerKeys.of(environment::get);
    }
}
