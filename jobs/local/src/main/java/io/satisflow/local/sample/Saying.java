package io.satisflow.local.sample;

import java.util.List;
import java.util.Random;

/** What customers of the made-up help desk write. */
final class Saying {
    private static final List<String> COMPLAINTS = List.of(
            "The parcel is still not here and nobody answers, this is a terrible service.",
            "I was charged twice for one order. I am very disappointed.",
            "The zip broke on the first day, awful quality.",
            "客服态度很差,等了四十分钟没人回复。");
    private static final List<String> QUESTIONS = List.of(
            "Where can I change the delivery address?",
            "Is the blue one available in size M?",
            "How long does a refund take?",
            "请问怎么修改收货地址?");
    private static final List<String> THANKS = List.of(
            "Thank you, that was quick and very friendly.", "Great help, everything works now.", "谢谢,处理得很快,非常满意。");

    private Saying() {}

    static String complaint(Random random) {
        return one(COMPLAINTS, random);
    }

    static String question(Random random) {
        return one(QUESTIONS, random);
    }

    static String any(Random random) {
        return one(random.nextInt(3) == 0 ? COMPLAINTS : THANKS, random);
    }

    private static String one(List<String> sayings, Random random) {
        return sayings.get(random.nextInt(sayings.size()));
    }
}
