package io.satisflow.channel.draft.ticket;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What help desks call the states, the priorities and the kinds of tickets, each with our word for it. */
final class TicketVocabulary {
    /** A survey is complete as well, and so is an order. */
    private static final Set<String> OF_ANYTHING =
            Set.of("complete", "completed", "finished", "done", "active", "new", "完成", "已完成", "approved", "published");

    private static final Map<String, String> STATUSES = words(Map.of(
            "new", """
                    new, unassigned, not started, submitted, received, neu, nouveau, nuevo, novo,
                    新建, 新工单, 待分配, 未分配, 待受理, 未受理, 待接单, 待领取, 待指派, 已创建, 已提交""",
            "open", """
                    open, opened, reopened, re opened, reopen, active, in progress, inprogress, work in progress, wip, assigned,
                    processing, in process, under review, in review, investigating, escalated, to do, todo, backlog, started,
                    waiting for support, waiting on us, waiting for us, waiting on agent, waiting for agent, waiting on support,
                    awaiting agent, awaiting agent reply, awaiting our reply, customer replied, customer responded, needs reply,
                    unresolved, unsolved, offen, in bearbeitung, wiedereröffnet, ouvert, en cours, abierto, en curso, aberto,
                    待处理, 未处理, 处理中, 进行中, 受理中, 已受理, 已分配, 已接单, 未解决, 跟进中, 待跟进, 待回复, 未回复, 待客服回复,
                    重新打开, 已重开, 重开, 打开, 已打开, 开启, 开放, 沟通中, 会话中, 服务中, 已升级, 升级中""",
            "pending", """
                    pending, waiting, waiting on customer, waiting for customer, waiting on contact, waiting for contact,
                    waiting on requester, waiting for reply, waiting for response, awaiting customer, awaiting customer reply,
                    awaiting reply, awaiting response, awaiting your reply, awaiting contact, pending customer,
                    pending customer response, customer action, more info required, answered, replied, responded, waiting for user,
                    user pending, awaiting user info, awaiting info, wartend, warten auf kunde, wartet auf kunde, en attente,
                    pendiente, pendente, 待客户回复, 等待客户, 等待客户回复, 待用户回复, 等待用户, 等待用户回复, 待客户反馈, 等待反馈,
                    待补充, 待补充资料, 待客户确认, 待用户确认, 已回复, 待确认""",
            "on_hold", """
                    on hold, onhold, hold, held, snoozed, paused, suspended, deferred, blocked, waiting on third party,
                    waiting for third party, waiting on vendor, waiting for vendor, pending vendor, waiting for approval,
                    awaiting approval, pending approval, awaiting problem, awaiting change, awaiting vendor, zurückgestellt,
                    挂起, 已挂起, 暂停, 已暂停, 搁置, 已搁置, 等待第三方, 待第三方处理, 待审批, 审批中""",
            "solved", """
                    solved, resolved, done, completed, complete, fixed, finished, gelöst, erledigt, behoben, résolu, resuelto,
                    resolvido, 已解决, 解决, 已完成, 完成, 已处理, 处理完成, 已办结, 办结, 已完结, 完结, 待评价, 已评价, 已处理完成""",
            "closed", """
                    closed, close, archived, cancelled, canceled, declined, rejected, won't do, won't fix, wont fix, duplicate,
                    deleted, spam, merged, closed complete, closed incomplete, closed skipped, closed unresolved, auto closed,
                    geschlossen, abgeschlossen, fermé, clos, cerrado, fechado,
                    已关闭, 关闭, 已结束, 结束, 已取消, 取消, 已撤销, 已撤回, 已驳回, 已拒绝, 已归档, 自动关闭, 已结单, 结单, 已作废, 已合并"""));

    private static final Map<String, String> PRIORITIES = words(Map.of(
            "urgent",
                    "urgent, critical, highest, blocker, emergency, immediate, p1, p0, sev1, sev 1, s1, dringend, 紧急, 非常紧急, 特急, 最高, 加急",
            "high", "high, major, p2, sev2, sev 2, s2, important, hoch, haute, alta, 高, 较高, 重要",
            "normal",
                    "normal, medium, moderate, standard, p3, sev3, sev 3, s3, mittel, moyenne, media, 中, 普通, 一般, 正常, 中等",
            "low", "low, lowest, minor, trivial, planning, p4, p5, sev4, sev 4, s4, niedrig, basse, baja, 低, 较低, 最低"));

    private static final Map<String, String> KINDS = words(Map.of(
            "complaint", "complaint, complaints, incident, problem, bug, refund, 投诉, 客诉, 故障, 问题反馈, beschwerde",
            "question", "question, inquiry, enquiry, how to, 咨询, 疑问, 咨询类, frage",
            "request", "request, feature request, service request, task, change, 需求, 申请, 服务请求, 建议, anfrage",
            "praise", "praise, compliment, thanks, 表扬, lob"));

    private TicketVocabulary() {}

    private static Map<String, String> words(Map<String, String> listed) {
        Map<String, String> ours = new HashMap<>();
        listed.forEach((word, theirs) -> List.of(theirs.split(",")).forEach(each -> ours.put(plain(each), word)));
        return ours;
    }

    static Optional<String> status(String word) {
        return Optional.ofNullable(STATUSES.get(plain(word)));
    }

    static Optional<String> priority(String word) {
        return Optional.ofNullable(PRIORITIES.get(plain(word).replaceFirst("^\\d+ +(?=\\D)", "")));
    }

    static Optional<String> kind(String word) {
        return Optional.ofNullable(KINDS.get(plain(word)));
    }

    /** Whether it is said of tickets rather than of answers and orders. */
    static boolean isOfTickets(String word) {
        return status(word).isPresent() && !OF_ANYTHING.contains(plain(word));
    }

    private static String plain(String word) {
        // HubSpot names the pipeline behind the status.
        return word.replaceFirst("\\s*[(（][^()（）]*[)）]\\s*$", "")
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("[\\s_\\-–—/.:()]+", " ")
                .strip();
    }
}
