package io.satisflow.calendar.ical;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a publisher says an event is, in a category or at the head of the description: "Federal Holiday - The first day
 * of". Only a phrase that is nothing but a kind counts; a sentence in which the word occurs does not.
 */
enum DeclaredKind {
    WORKED_HOLIDAY(
            "special working (?:public )?(?:holiday|day)|working (?:public )?holiday|not an? (?:public|national|federal|bank|legal) holiday|workday holiday"),
    MAKE_UP_DAY(
            "(?:make-?up|substitute|compensat\\w+|replacement) work(?:ing)?[ -]?day|work(?:ing)?[ -]?day|补班日?|補班日?|调休上班|上班"),
    OPTIONAL("(?:optional|restricted|floating|partial|de facto|half-?day|bridge)\\b.*"),
    OBSERVANCE(
            "(?:.* )?observances?|seasons?|clock change.*|(?:worldwide|united nations|sporting|religious|cultural|"
                    + "christian|muslim|jewish|hindu|orthodox|flag day)\\b.*|gedenktag|journée commémorative|纪念日|紀念日|节气|節氣|二十四节气"),
    REGIONAL(
            "(?:common )?(?:state|local|regional|provincial|cantonal|county|municipal|territor\\w+|city)"
                    + "(?: (?:public|legal|bank|statutory))* (?:holiday|day off)s?|.*\\bholidays? in .+|regionaler feiertag|地方节假日"),
    BANK("(?:bank|stock market|exchange) (?:holiday|closure)s?|银行假[期日]|銀行休業日"),
    NATIONAL(
            "(?:(?:national|federal|public|statutory|regular|legal|official|gazetted|general|government)[ /]?(?:and )?)+(?:bank )?(?:holiday|day off)s?"
                    + "|(?:special )?non-?working (?:public )?(?:holiday|day)s?|days? off|法定(?:节假日|假[期日])|(?:公众|公眾|公共)假[期日]"
                    + "|[国國]定假日|国民の(?:祝日|休日)|祝日|(?:gesetzlicher |öffentlicher |bundesweiter )?feiertage?|jours? fériés?"
                    + "|d[ií]as? (?:festivos?|feriados?)|(?:festivo|feriado) nacional|festività nazional[ei]");

    private static final int LONGEST_PHRASE = 60;

    /** Ends the phrase that a description begins with. */
    private static final Pattern PHRASE_END = Pattern.compile("\\s[-–—]\\s|[\\n.;:(（,，。；：]");

    private final Pattern phrase;

    DeclaredKind(String phrase) {
        this.phrase = Pattern.compile(phrase, Pattern.UNICODE_CASE);
    }

    /**
     * A kind and where it is said.
     *
     * @param where {@code category} or {@code description}
     */
    record Declaration(DeclaredKind kind, String where, String phrase) {
        String words() {
            return "its %s says \"%s\"".formatted(where, phrase);
        }
    }

    static Optional<Declaration> of(FeedEvent event) {
        return event.categories().stream()
                .flatMap(category -> declaration("category", category).stream())
                .findFirst()
                .or(() -> declaration("description", PHRASE_END.split(event.description(), 2)[0]));
    }

    private static Optional<Declaration> declaration(String where, String phrase) {
        if (phrase.length() > LONGEST_PHRASE) {
            return Optional.empty();
        }
        String plain = phrase.toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Pd}", "-")
                .replaceAll("\\s+", " ")
                .strip();
        return List.of(values()).stream()
                .filter(kind -> kind.phrase.matcher(plain).matches())
                .findFirst()
                .map(kind -> new Declaration(kind, where, phrase.strip()));
    }
}
