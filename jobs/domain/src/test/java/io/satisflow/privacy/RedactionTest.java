package io.satisflow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to ana.maria+shop@mail.example.co.uk.           | Write to <email>.
            我的邮箱abc_1@qq.com谢谢                                | 我的邮箱<email>谢谢
            <josé@example.fr>, or 13800138000@163.com             | <<email>>, or <email>
            ａｎａ＠example．com please                            | <email> please
            https://shop.example/u?mail=a@b.example&x=1           | https://shop.example/u?mail=<email>&x=1
            请打13800138000联系我                                  | 请打<phone>联系我
            +86 138-0013-8000 or 86 13800138000                   | <phone> or <phone>
            手机：１３８００１３８０００                              | 手机：<phone>
            固话 010-62345678，或 0755 2345 6789                  | 固话 <phone>，或 <phone>
            Call (555) 234-5678 or 555.234.5678                   | Call <phone> or <phone>
            +1 (415) 555-2671, +49 30 901820, +447700900123       | <phone>, <phone>, <phone>
            ring 020 7946 0958 or 07700 900123                    | ring <phone> or <phone>
            au 06 12 34 56 78 svp                                 | au <phone> svp
            00447900248601, 0086-13800138000                      | <phone>, <phone>
            联系方式是：02062316680                                | 联系方式是：<phone>
            my phone number is 5552345678                         | my phone number is <phone>
            card 4111 1111 1111 1111 and 378282246310005          | card <card> and <card>
            订单付款卡6222021234567890128                           | 订单付款卡<card>
            5500-0000-0000-0004!                                  | <card>!
            身份证11010519491231002X，谢谢                          | 身份证<id>，谢谢
            IBAN DE89 3704 0044 0532 0130 00 please               | IBAN <iban> please
            pay to gb82WEST12345698765432.                        | pay to <iban>.
            order 4111111111111111                                | order <card>
            """)
    void personal_data_is_replaced(String text, String redacted) {
        assertThat(Redaction.OF_TEXTS.redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@115712 I understand. @sprintcare #12345678901",
                "Order 112-3456789-1234567 of 2017-10-31 22:10:47+00:00",
                "order no. 13800138000 and order number: 5552345678",
                "订单号13800138000 单号：13912345678",
                "Tuesday 10/31/2017, 31.10.2017, 2017/10/31 and 20171031221047",
                "Wed Oct 10 20:19:24 +0000 2018",
                "1509487847 1509487847000 tweet 925125432119234560",
                "It cost $1,299.00, 13800138000.50 or 1.299.000,00 EUR; +5% off",
                "Version 10.15.7, 1920x1080, 3-4 days, 24/7",
                "https://x.example/status/13800138000?card=4111111111111111",
                "www.shop.example/4111111111111111/a",
                "card 4111 1111 1111 1112, id 110105194912310021, DE88370400440532013000",
                "flight BA2490 and PNR X7K2QP, SF1380013800012",
                "user@host and a @ b.com and @brand.com",
                "call 911 or 10086",
                "parcel 0062395415777, tags 0016 964012",
                "传不到手机里,5555557.机子",
            })
    void everything_else_stays(String text) {
        assertThat(Redaction.OF_TEXTS.redact(text)).isEqualTo(text);
    }

    @Test
    void redacting_twice_changes_nothing() {
        String once = Redaction.OF_TEXTS.redact("a@b.example 13800138000 4111111111111111");

        assertThat(Redaction.OF_TEXTS.redact(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@a@a@",
                "1",
                "1 ",
                "1-",
                "12 ",
                "a",
                "@",
                "a.",
                "a@a.",
                "+1",
                "+1 ",
                "(",
                "1(",
                "DE89 ",
                "de89",
                "www.",
                "http://",
                "0 ",
                "00",
                "4111 ",
                "tel ",
                "phone",
                "订单",
                "订单号",
                "order ",
                "order no ",
                "é",
                "1)(",
                "--",
                "1.1",
                "order-",
                "1/",
                "x@y.zz",
                "13800138000 ",
                "20 "
            })
    void time_is_linear_in_the_text_however_hostile(String piece) {
        String text = piece.repeat(MEGABYTE / 4 / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Redaction.OF_TEXTS.redact(text));
    }
}
