package io.satisflow.scoring;

import java.util.Set;

/**
 * Answers to an open question that say that there is nothing to say: "Nothing", "N/A", 无. Models read the bare word as a complaint,
 * and a survey has many of them.
 */
final class NothingSaid {
    /** Longer texts say something. */
    private static final int LONGEST = 40;

    private static final Set<String> ANSWERS = Set.of("""
            nothing, nothing at all, nothing else, nothing more, nothing really, nothing to add, nothing to say,
            nothing specific, nothing in particular, nothing comes to mind, nothing yet, nothing so far,
            nothing to report, nothing to improve, nothing i can think of, none, none at all, none so far,
            none really, nil, null, na, n a, not applicable, no comment, no comments, no further comments,
            no other comments, no additional comments, no feedback, no suggestion, no suggestions, no opinion,
            nope, no, not really, not sure, not that i can think of, i dont know, dont know, idk, same as above,
            see above, as above, 无, 没有, 没有了, 没, 没了, 暂无, 暂时无, 暂时没有, 暂时没, 目前没有, 目前无,
            没有什么, 没什么, 没啥, 都没有, 无意见, 没意见, 没有意见, 暂无意见, 没有其他意见, 无建议, 没建议,
            没有建议, 暂无建议, 没有其他建议, 没什么建议, 没有什么建议, 无评论, 无评价, 没有评价, 无可奉告,
            没什么要说的, 没有要说的, 不知道, 不清楚, 不好说, 同上, 略, 空, 无其他, 没有其他, 無, 沒有, 暫無,
            沒意見, 沒有意見, 沒有建議
            """.strip().split(",\\s*"));

    private NothingSaid() {}

    /** @param text without marks, of any language */
    static boolean in(String text) {
        return text.length() <= LONGEST && ANSWERS.contains(words(text));
    }

    /** In small letters, one blank for whatever stands between words; without an expression, since every text comes by. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(gap && words.length() > 0 ? " " : "").append(Character.toLowerCase(c));
                gap = false;
            } else if (c != '\'' && c != '\u2019') {
                gap = true;
            }
        }
        return words.toString();
    }
}
