package io.satisflow.local.redaction;

import io.satisflow.privacy.finding.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Texts in English and Chinese with personal data in them, and texts with numbers that are nobody's, all made up. The same
 * seed makes the same texts.
 */
public final class MadeTexts {
    private static final List<String> FIRST = List.of(
            "Sandra",
            "Ahmed",
            "Olivia",
            "Tom",
            "Jean-Luc",
            "Maria",
            "Piotr",
            "Ingrid",
            "Zoë",
            "Kwame",
            "Priya",
            "Marco");
    private static final List<String> LAST = List.of(
            "Miller",
            "Khan",
            "Henderson",
            "O'Brien",
            "García",
            "Kowalski",
            "Lindqvist",
            "van Dijk",
            "Okafor",
            "Sharma",
            "Rossi",
            "Becker");
    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "赵", "周", "吴", "徐", "孙", "欧阳", "郭");
    private static final List<String> GIVEN =
            List.of("伟", "芳", "丽娜", "小明", "建国", "婷婷", "杰", "海燕", "志强", "雪", "子涵", "文静");

    private static final String[] PHONE = {
        "my number is %s",
        "Please call me at %s.",
        "tel: %s",
        "Mobile %s, thanks",
        "reach me on %s after work",
        "WhatsApp %s",
        "%s is my cell",
        "我的电话是%s",
        "请打%s联系我",
        "手机：%s，尽快",
        "联系电话 %s",
        "有问题拨打%s",
        "微信同号%s"
    };
    private static final String[] BARE_PHONE = {
        "nobody answers, %s",
        "still waiting (%s)",
        "Refund please. %s",
        "%s thanks",
        "没人回复，%s",
        "东西坏了 %s",
        "%s，等回复",
        "call %s / %s"
    };
    private static final String[] CARD = {
        "charged twice on %s",
        "my card %s was declined",
        "Refund to %s exp 12/27",
        "visa %s 04/28",
        "卡号%s",
        "请退到%s，谢谢",
        "%s 有效期12/28被扣了两次"
    };
    private static final String[] ACCOUNT = {
        "please refund to %s", "IBAN %s.", "pay into %s today", "remboursez sur %s", "请退到账户%s", "我的账号：%s，谢谢"
    };
    private static final String[] IDENTITY = {"my id is %s", "身份证%s", "身份证号：%s。", "实名认证用的%s不通过", "证件号码 %s 被占用"};
    private static final String[] EMAIL = {
        "write to %s please",
        "mail: %s",
        "<%s> is my address",
        "no reply to %s yet",
        "邮箱是%s。等回复",
        "请发到%s",
        "我的邮箱%s收不到邮件"
    };
    private static final String[] ADDRESS = {
        "my ip %s is blocked", "logins from %s were not mine", "you banned %s", "来自 IP %s 的登录不是我", "我的地址 %s 被封了"
    };
    private static final String[] NAME = {
        "My name is %s and my bag is lost",
        "Hi, I'm %s from Leeds",
        "Dear %s,\nthanks",
        "This is %s again",
        "Best regards,\n%s",
        "Kind regards, %s",
        "Mrs. %s was very helpful",
        "name: %s"
    };
    private static final String[] CHINESE_NAME = {
        "我叫%s，买了两台", "我是%s，想退货", "联系人：%s", "收件人 %s，谢谢", "客服%s女士态度差", "感谢%s先生", "快递员%s师傅很好", "本人%s，投诉"
    };
    private static final String[] NOBODYS = {
        "order no. %s never came",
        "order #%s",
        "tracking number %s has not moved",
        "RMA %s pending",
        "invoice %s is wrong",
        "serial %s on the back",
        "parcel %s lost",
        "case %s is still open",
        "ticket %s",
        "S/N %s",
        "model number %s",
        "account no %s closed",
        "ISBN %s",
        "timestamp %s in your log",
        "订单号%s",
        "订单编号：%s",
        "快递单号%s不更新",
        "运单%s",
        "发票号码 %s",
        "序列号%s",
        "型号 %s",
        "工单 %s 没人处理",
        "流水号%s"
    };
    private static final String[] PLAIN = {
        "latencies 250 300 1000 ms",
        "it cost 1,299.00 USD on 2026-03-02 14:30",
        "firmware 10.15.7.2 broke it",
        "version 4.12.0.8 crashes",
        "hotline 0800 123 4567 is busy",
        "call 1-800-555-0199 and wait",
        "客服热线400-820-8820一直占线",
        "打4008208820没人接",
        "10086态度差",
        "flight CA1831 seat 32A",
        "ends 3.5.2026, 13 of 20 pieces",
        "1920x1080 at 60 Hz",
        "2026-03-02 10:30:00 UTC",
        "20260302103000",
        "scores 100 200 300",
        "升级到10.2.3.44就崩溃",
        "花了12,345.67元",
        "3天2晚 998 元",
        "SKU 212-555-0147",
        "Dear customer service, thanks",
        "Hi there, I am Happy with it",
        "我是老客户，很失望",
        "这位先生态度差",
        "Thank you Delta for nothing",
        "std::vector and 10:30:00"
    };

    private final Random random;
    private final MadeNumbers numbers;
    private final List<PlantedText> texts = new ArrayList<>();

    private MadeTexts(Random random) {
        this.random = random;
        this.numbers = new MadeNumbers(random);
    }

    /** @param size how many, about; a quarter of them hold nothing personal */
    public static List<PlantedText> of(int size, long seed) {
        return new MadeTexts(new Random(seed)).all(size);
    }

    private List<PlantedText> all(int size) {
        int each = size / 12;
        add(each, PersonalData.PHONE, PHONE, () -> numbers.phone(true));
        add(each, PersonalData.PHONE, BARE_PHONE, () -> numbers.phone(false));
        add(each, PersonalData.CARD, CARD, numbers::card);
        add(each, PersonalData.IBAN, ACCOUNT, numbers::account);
        add(each, PersonalData.ID, IDENTITY, numbers::identity);
        add(each, PersonalData.EMAIL, EMAIL, this::email);
        add(each, PersonalData.IP, ADDRESS, numbers::address);
        add(each, PersonalData.NAME, NAME, () -> one(FIRST) + ' ' + one(LAST));
        add(each, PersonalData.NAME, CHINESE_NAME, () -> one(SURNAMES) + one(GIVEN));
        add(2 * each, null, NOBODYS, this::nobodys);
        add(size - 11 * each, null, PLAIN, () -> "");
        return List.copyOf(texts);
    }

    private void add(int count, @Nullable PersonalData kind, String[] sentences, Supplier<String> value) {
        for (int i = 0; i < count; i++) {
            String sentence = sentences[random.nextInt(sentences.length)];
            String planted = value.get();
            String text = sentence.replace("%s", planted);
            texts.add(new PlantedText(text, kind, sentence.contains("%s") ? planted : text));
        }
    }

    private String email() {
        String name =
                (one(FIRST) + "." + one(LAST)).replaceAll("[^A-Za-z.-]", "").toLowerCase(Locale.ROOT);
        String host = one(List.of(
                "example.com",
                "mail.example.co.uk",
                "163.com",
                "qq.com",
                "müller-example.de",
                "例子.中国",
                "xn--fsqu00a.xn--fiqs8s"));
        return switch (random.nextInt(8)) {
            case 0 -> name + " (at) example.org";
            case 1 -> name + "[at]example.org";
            case 2 -> name + " at example dot com";
            case 3 -> numbers.digits(9) + "@qq.com";
            case 4 -> name.substring(0, 3) + '\u200b' + name.substring(3) + "@example.com";
            case 5 -> name + "+shop@" + host;
            default -> name + '@' + host;
        };
    }

    private String nobodys() {
        return switch (random.nextInt(8)) {
            case 0 -> numbers.digits(10);
            case 1 -> "1" + (3 + random.nextInt(7)) + numbers.digits(9);
            case 2 -> numbers.digits(3) + '-' + numbers.digits(7) + '-' + numbers.digits(7);
            case 3 -> "SF1" + numbers.digits(12);
            case 4 -> "INV-2026-" + numbers.digits(6);
            case 5 -> "0171 " + numbers.digits(7);
            case 6 -> "9" + numbers.digits(13);
            default -> numbers.digits(8);
        };
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
