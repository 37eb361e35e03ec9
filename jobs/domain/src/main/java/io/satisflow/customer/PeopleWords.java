package io.satisflow.customer;

/** The words in names of columns and fields that say whom they name, as alternatives of a pattern for names in small letters. */
public final class PeopleWords {
    /** Who buys, asks and complains. */
    public static final String CUSTOMERS =
            "customer|requester|client|buyer|visitor|contact|respondent|reporter|caller|客户|顾客|访客|买家|提交人|联系";

    /** A customer, unless somebody else is named beside: a user may be the one who answered. */
    public static final String ANYBODY = "user|author|member|person|reviewer|sender|from_id|网友|用户|会员|昵称";

    /** Who wrote a message, on whichever side. */
    public static final String WRITERS = "author|sender|actor|sent by|发送人|发送者|发送方|发言人";

    /** Who answers. */
    public static final String ANSWERERS = "agent|operator|客服|坐席|座席";

    /** Who answers, or has the matter. */
    public static final String COLLEAGUES =
            ANSWERERS + "|assign|owner|handl|staff|technician|teammate|bearbeiter|zuständig|负责人|处理人|受理人|经办|跟进人|接待";

    private PeopleWords() {}
}
