package io.satisflow.channel.draft.message;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What chat desks call those who write, and the messages that are none. */
final class MessageVocabulary {
    /** Who writes. */
    enum Side {
        CUSTOMER,
        AGENT,
        ROBOT,
        /** Somebody joins, is handed over, rates: no words of anybody. */
        NOBODY
    }

    /** What a row is that is no word to or by a customer. */
    enum Sort {
        NOTE,
        END,
        EVENT
    }

    private static final Map<Side, String> SIDES = Map.of(
            Side.CUSTOMER, """
            customer, client, user, end user, enduser, visitor, guest, lead, contact, requester, consumer, buyer, member, chatter,
            messaging end user, live chat visitor, inbound, incoming, in, received, customer message, from customer, kunde,
            客户, 顾客, 用户, 访客, 买家, 会员, 粉丝, 游客, 来访者, 咨询者, 客户消息, 访客消息, 用户消息, 客户发送, 访客发送, 用户发送\
            """,
            Side.AGENT, """
            agent, human agent, live agent, admin, operator, staff, support, teammate, employee, representative, rep, supervisor,
            seller, outbound, outgoing, out, sent, agent message, from agent, mitarbeiter,
            客服, 人工客服, 人工, 坐席, 座席, 人工坐席, 客服人员, 员工, 商家, 卖家, 管理员, 主管, 客服消息, 坐席消息, 客服发送, 坐席发送\
            """,
            Side.ROBOT, """
            bot, robot, chatbot, assistant, ai, ai agent, ai assistant, virtual agent, virtual assistant, automation, automated,
            auto reply, autoreply, autoresponder, workflow, campaign, bot definition,
            机器人, 智能客服, 机器人客服, 客服机器人, 智能机器人, 智能助手, 自动回复, 机器人消息\
            """,
            Side.NOBODY, "system, event, activity, notification, info, 系统, 系统消息, 系统提示, 通知, 事件");

    private static final Map<Sort, String> SORTS = Map.of(
            Sort.NOTE, """
            note, internal note, private note, note and reopen, note and unsnooze, internal, private, whisper, internal comment,
            备注, 内部备注, 内部消息, 内部留言, 私密\
            """,
            Sort.END, """
            close, closed, conversation closed, chat closed, chat ended, ended, end, resolved, conversation resolved,
            结束, 结束会话, 会话结束, 关闭会话, 会话关闭, 已结束, 结束对话, 对话结束\
            """,
            Sort.EVENT, """
            system, event, activity, notification, info, joined, left, chat started, participant joined, participant left,
            系统, 系统消息, 系统提示, 事件, 通知, 事件消息\
            """);

    /** Columns that answer yes or no to whose word it is. */
    private static final Pattern IS_OF_CUSTOMER = Pattern.compile(
            "(?:is |from )*(?:inbound|incoming|by customer|from customer|is ?customer|from ?user|is ?user|from"
                    + " ?visitor|是否客户消息|是否访客)");

    private static final Pattern IS_OF_AGENT = Pattern.compile(
            "(?:is |from )*(?:outbound|outgoing|by agent|from agent|is ?agent|is ?staff|from ?me|是否客服消息|是否客服)");

    private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1", "是");
    private static final Set<String> NO = Set.of("false", "no", "n", "f", "0", "否");

    private static final Map<String, Side> SIDE_OF = words(SIDES);
    private static final Map<String, Sort> SORT_OF = words(SORTS);

    private MessageVocabulary() {}

    private static <E> Map<String, E> words(Map<E, String> listed) {
        Map<String, E> meanings = new HashMap<>();
        listed.forEach(
                (meaning, words) -> List.of(words.split(",")).forEach(word -> meanings.put(plain(word), meaning)));
        return meanings;
    }

    /** @param column as it is called, which says what yes and no stand for */
    static Optional<Side> side(String column, String word) {
        boolean isYes = isYes(word);
        if (isYes || isNo(word)) {
            if (IS_OF_CUSTOMER.matcher(column).matches()) {
                return Optional.of(isYes ? Side.CUSTOMER : Side.AGENT);
            }
            return IS_OF_AGENT.matcher(column).matches()
                    ? Optional.of(isYes ? Side.AGENT : Side.CUSTOMER)
                    : Optional.empty();
        }
        return Optional.ofNullable(SIDE_OF.get(plain(word)));
    }

    static Optional<Sort> sort(String word) {
        return Optional.ofNullable(SORT_OF.get(plain(word)));
    }

    static boolean isYes(String word) {
        return YES.contains(plain(word));
    }

    static boolean isNo(String word) {
        return NO.contains(plain(word));
    }

    private static String plain(String word) {
        return word.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-–—/.:()（）]+", " ")
                .strip();
    }
}
