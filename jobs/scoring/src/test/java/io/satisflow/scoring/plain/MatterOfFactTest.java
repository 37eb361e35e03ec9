package io.satisflow.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who only asks, or tells what was ordered, has neither praised nor complained. */
class MatterOfFactTest {
    private static final Sentiment COMPLAINT = Sentiment.of(new Polarity(0.9, 0.06, 0.04), "test", false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | How do I reset my password?
            en | Hello! Can I change my delivery address?
            en | @shop do you ship to Canada
            en | Thanks. When does the sale end?
            en | My order number is 100-2291. Where do I send it?
            en | Could you please send me the invoice for 2.5 kg?
            zh | 请问怎么退款？
            zh | 你好！这个有黑色的吗
            zh | 能不能改成明天送，谢谢
            zh | 如果不合适可以退吗？
            zh | 不好意思，想问个问题，会员怎么续费
            zh | 订单号是 20260302，昨天下单。
            """)
    void is_what_asks_or_tells_and_judges_nothing(String language, String text) {
        Sentiment judged = of(language).judged(text, COMPLAINT);

        assertThat(judged.label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(judged.score()).isBetween(-0.2, 0.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Why does it crash every time?
            en | Where is my order??
            en | How do I reset my password?!
            en | Is anyone reading these tickets?
            en | Can I return it? It is scratched.
            en | Do you ship to Canada? Love it
            en | The screen is blue.
            en | @shop
            en | Thanks!
            zh | 什么时候才能发货？
            zh | 怎么还不发货？
            zh | 你们客服是死的吗？
            zh | 能不能不要再打电话了
            zh | 请问怎么退款！
            zh | 请问这个有黑色的吗？？
            zh | 这个颜色像泥巴，能换吗
            zh | 谢谢
            """)
    void is_not_what_presses_judges_shouts_or_says_something_else(String language, String text) {
        assertThat(of(language).judged(text, COMPLAINT)).isSameAs(COMPLAINT);
    }

    @Test
    void which_of_negative_and_positive_is_likelier_stays() {
        Polarity judged = of("en").judged("How do I pay?", COMPLAINT).polarity();

        assertThat(judged.negative() / judged.positive()).isCloseTo(0.9 / 0.04, within(1e-9));
        assertThat(judged.negative() + judged.neutral() + judged.positive()).isCloseTo(1, within(1e-9));
    }

    @Test
    void what_is_not_scored_stays_so() {
        assertThat(of("en").judged("How do I pay?", Sentiment.notScored())).isEqualTo(Sentiment.notScored());
    }

    private static MatterOfFact of(String language) {
        return new MatterOfFact(ModelLanguage.of(language).orElseThrow());
    }
}
