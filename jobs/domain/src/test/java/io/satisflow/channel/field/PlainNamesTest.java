package io.satisflow.channel.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells one ticket, order or agent from another stays as it is; what names a customer does not. */
class PlainNamesTest {

    @ParameterizedTest
    @CsvSource({
        "ticket, 13812345678",
        "ticket, 4012888888881881",
        "into, 13812345678",
        "attributes.order_id, 13812345678",
        "orderId, 13812345678",
        "订单编号, 13812345678",
        "case_number, 02079460123",
        "to, 22043810981",
        "team, 13812345678"
    })
    void stays(String name, String value) {
        assertThat(PlainNames.plain(name, value)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"to", "agent", "attributes.owner"})
    void of_a_colleague_the_account_stays_without_the_address(String name) {
        assertThat(PlainNames.plain(name, "anna.smith@example.org")).contains("anna.smith");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 13812345678",
        "phone_number, 13812345678",
        "customer_id, 13812345678",
        "userId, 13812345678",
        "id_number, 11010519491231002X",
        "idNumber, 11010519491231002X",
        "user_id, anna@example.org",
        "order_id, anna@example.org",
        "ticket, call 13812345678",
        "order, +8613812345678",
        "to, Anna 138 1234 5678",
        "客户编号, 13812345678",
        "product, 13812345678"
    })
    void is_redacted(String name, String value) {
        assertThat(PlainNames.plain(name, value)).isEmpty();
    }
}
