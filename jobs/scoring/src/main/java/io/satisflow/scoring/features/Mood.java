package io.satisflow.scoring.features;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an emoji, or a code in brackets such as [怒], shows of its writer. Few moods stand for many emoji, so that one
 * that no training text holds is evidence all the same. Sorted by what Unicode and the platforms call them; whether a
 * mood speaks for or against anything is left to training. What is shown in every mood, such as 🙏, is left out.
 */
enum Mood {
    GLAD("😀😃😄😁😆😊☺🙂😋😎🤗🥳🤩😇😸😺🎉🎊✨", "嘻嘻 哈哈 太开心 开心 笑哈哈 耶 偷笑 偷乐 呲牙 憨笑 可爱 haha 愉快 得意 调皮 馋嘴"),
    LOVING("😍🥰😘😗😙😚😻❤🧡💛💚💙💜🖤💕💖💗💓💞💘💝💟♥♡🌹💐", "爱你 心 好喜欢 好爱哦 亲亲 抱抱 爱心 鲜花 玫瑰 色 花心 害羞 羞嗒嗒 拥抱 比心 憧憬"),
    APPROVING("👍👏🙌👌💪🤝✌💯🏆🥇✅⭐🌟🤙", "赞 赞啊 中国赞 点赞 good ok 给力 鼓掌 强 顶 威武 加油 拳头 奋斗 胜利 握手 牛"),
    LAUGHING("😂🤣😹😅", "笑cry 允悲 捂脸 破涕为笑"),
    ANGRY("😡😠🤬👿😾💢😤🖕🤢🤮💩", "怒 怒骂 愤怒 发怒 生气 抓狂 哼 左哼哼 右哼哼 吐 骂 咒骂 恶心"),
    SAD("😢😭😞😔😟😕🙁☹😣😖😫😩🥺😥😰😨😱😿💔😓😪😦😧", "泪 悲伤 伤心 失望 委屈 可怜 大哭 流泪 难过 衰 心碎 快哭了 泪流满面 哭 生病"),
    SCORNFUL("🙄😒😑🤦🤡👎😏🤨🙃", "白眼 鄙视 挖鼻 挖鼻屎 黑线 汗 弱 差 no 费解 无语 打脸 闭嘴 撇嘴 摊手");

    /** Sorted, so that looking one up makes no garbage; the mood of each stands at the same place in {@link #MOODS}. */
    private static final int[] SYMBOLS;

    private static final int[] MOODS;

    static {
        Map<Integer, Mood> moods = bySymbol();
        SYMBOLS = moods.keySet().stream().mapToInt(Integer::intValue).toArray();
        MOODS = moods.values().stream()
                .mapToInt(mood -> Symbols.MOOD + mood.ordinal())
                .toArray();
    }

    private final String emoji;
    private final List<String> codes;

    Mood(String emoji, String codes) {
        this.emoji = emoji;
        this.codes = List.of(codes.split(" "));
    }

    /** The symbol of the mood, or {@link Symbols#NONE} for a symbol that shows none. */
    static int symbolOf(int symbol) {
        int place = Arrays.binarySearch(SYMBOLS, symbol);
        return place < 0 ? Symbols.NONE : MOODS[place];
    }

    private static Map<Integer, Mood> bySymbol() {
        Map<Integer, Mood> moods = new TreeMap<>();
        for (Mood mood : values()) {
            mood.emoji.codePoints().forEach(point -> moods.put(point, mood));
            mood.codes.forEach(code -> moods.put(Symbols.named(code, 0, code.length()), mood));
        }
        return moods;
    }
}
