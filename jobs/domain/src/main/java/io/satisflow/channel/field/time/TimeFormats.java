package io.satisflow.channel.field.time;

import java.util.ArrayList;
import java.util.List;

/** How tools write times, in the order in which they are tried: where several read a text, the first is meant. */
final class TimeFormats {
    private static final String CHINESE = "zh";
    private static final List<String> COUNTS = List.of("epoch_seconds", "epoch_millis", "epoch_micros", "epoch_nanos");

    private static final List<String> ZONED = List.of(
            "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]XXX",
            "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS] XXX",
            "yyyy-MM-dd HH:mm:ss[.SSS]X",
            "yyyy-MM-dd HH:mm:ss[.SSS] X",
            "yyyy-MM-dd HH:mm:ss Z",
            "yyyy-MM-dd HH:mm Z",
            "yyyy-MM-dd HH:mm:ss VV",
            "yyyy-MM-dd HH:mm:ss O",
            "yyyy-MM-dd HH:mm VV",
            "yyyy-MM-dd h:mm:ss a O",
            "yyyy-MM-dd h:mm:ss a z",
            "yyyy-MM-dd h:mm a z",
            "yyyy/M/d h:mm:ss a O",
            "yyyy/M/d h:mm:ss a z",
            "yyyy/M/d H:mm:ss O",
            "yyyy/M/d H:mm:ss z",
            "yyyy/M/d H:mm:ss Z",
            "M/d/yyyy H:mm:ss O",
            "M/d/yyyy H:mm:ss z",
            "M/d/yyyy h:mm:ss a O",
            "M/d/yyyy h:mm:ss a z",
            "M/d/yyyy h:mm a z",
            "d/M/yyyy H:mm:ss O",
            "d/M/yyyy H:mm:ss z",
            "d/M/yyyy h:mm:ss a O",
            "EEE MMM dd HH:mm:ss Z yyyy",
            "EEE MMM dd yyyy HH:mm:ss 'GMT'Z",
            "EEE, dd MMM yyyy HH:mm:ss Z",
            "EEE, d MMM yyyy HH:mm:ss zzz",
            "MMM d, yyyy h:mm a z",
            "MMM d, yyyy h:mm:ss a z",
            "MMM d, yyyy, h:mm a z",
            "MMM d, yyyy 'at' h:mm a z",
            "d MMM yyyy HH:mm:ss Z",
            "d MMM yyyy HH:mm:ss z",
            "dd/MMM/yyyy:HH:mm:ss Z");

    /** An offset behind a Chinese time of day may stand in brackets. */
    private static final List<String> CHINESE_OFFSETS = List.of(" O", " '['O']'", " '('O')'");

    private static final List<String> CHINESE_DAYS = List.of("yyyy/M/d ", "yyyy-M-d ", "yyyy年M月d日 ");
    private static final List<String> CHINESE_CLOCKS =
            List.of("ah:mm:ss", "a h:mm:ss", "ah:mm", "a h:mm", "H:mm:ss", "H:mm");

    private static final List<String> CHINESE_ZONED = List.of("yyyy/M/d ah:mm:ss z", "yyyy/M/d h:mm:ss a O");

    /** Days before months only where a slash does not hide which is which; see {@link TimeShape#isAmbiguous}. */
    private static final List<String> LOCAL = List.of(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm:ss.SSS",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd h:mm:ss a",
            "yyyy-MM-dd h:mm a",
            "iso",
            "yyyy-M-d H:mm:ss",
            "yyyy-M-d H:mm",
            "yyyy/M/d H:mm:ss",
            "yyyy/M/d H:mm",
            "yyyy/M/d h:mm:ss a",
            "yyyy/M/d h:mm a",
            "yyyy.M.d H:mm:ss",
            "yyyy.M.d H:mm",
            "yyyy年M月d日 H:mm:ss",
            "yyyy年M月d日 H:mm",
            "yyyy年M月d日H:mm:ss",
            "yyyy年M月d日H:mm",
            "yyyy年M月d日 H时m分s秒",
            "yyyy年M月d日 H时m分",
            "yyyy年M月d日H时m分s秒",
            "yyyy年M月d日",
            "d.M.yyyy H:mm:ss",
            "d.M.yyyy H:mm",
            "d.M.yyyy, H:mm:ss",
            "d.M.yyyy, H:mm",
            "d.M.yy H:mm",
            "d.M.yy, H:mm",
            "M/d/yyyy H:mm:ss",
            "M/d/yyyy H:mm",
            "M/d/yyyy h:mm:ss a",
            "M/d/yyyy h:mm a",
            "M/d/yyyy, H:mm:ss",
            "M/d/yyyy, H:mm",
            "M/d/yyyy, h:mm:ss a",
            "M/d/yyyy, h:mm a",
            "M/d/yy H:mm:ss",
            "M/d/yy H:mm",
            "M/d/yy h:mm:ss a",
            "M/d/yy h:mm a",
            "M/d/yy, H:mm",
            "M/d/yy, h:mm:ss a",
            "M/d/yy, h:mm a",
            "d/M/yyyy H:mm:ss",
            "d/M/yyyy H:mm",
            "d/M/yyyy, H:mm:ss",
            "d/M/yyyy, H:mm",
            "d/M/yyyy h:mm:ss a",
            "d/M/yyyy h:mm a",
            "d/M/yyyy, h:mm:ss a",
            "d/M/yyyy, h:mm a",
            "d/M/yy H:mm:ss",
            "d/M/yy H:mm",
            "d/M/yy, H:mm",
            "d/M/yy h:mm a",
            "d/M/yy, h:mm a",
            "d-M-yyyy H:mm:ss",
            "d-M-yyyy H:mm",
            "d-M-yyyy h:mm:ss a",
            "d-M-yyyy h:mm a",
            "M-d-yyyy H:mm:ss",
            "M-d-yyyy H:mm",
            "M-d-yyyy h:mm:ss a",
            "M-d-yyyy h:mm a",
            "MMM d, yyyy h:mm:ss a",
            "MMM d, yyyy, h:mm:ss a",
            "MMM d, yyyy h:mm a",
            "MMM d, yyyy, h:mm a",
            "MMM d, yyyy 'at' h:mm a",
            "MMM d, yyyy H:mm:ss",
            "MMM d, yyyy H:mm",
            "MMM d, yyyy",
            "MMMM d, yyyy h:mm:ss a",
            "MMMM d, yyyy h:mm a",
            "MMMM d, yyyy, h:mm a",
            "MMMM d, yyyy 'at' h:mm a",
            "MMMM d, yyyy H:mm",
            "MMMM d, yyyy",
            "EEE, MMM d, yyyy h:mm a",
            "EEEE, MMMM d, yyyy h:mm a",
            "d MMM yyyy HH:mm:ss",
            "d MMM yyyy HH:mm",
            "d MMM yyyy, HH:mm:ss",
            "d MMM yyyy, HH:mm",
            "d MMM yyyy h:mm:ss a",
            "d MMM yyyy h:mm a",
            "d MMM yyyy, h:mm a",
            "d MMM yyyy",
            "d MMMM yyyy HH:mm",
            "d MMMM yyyy",
            "d MMM, yyyy h:mm a",
            "d MMM, yyyy HH:mm",
            "d/MMM/yy h:mm a",
            "d/MMM/yy HH:mm",
            "d/MMM/yyyy h:mm a",
            "d-MMM-yyyy HH:mm:ss",
            "d-MMM-yyyy HH:mm",
            "d-MMM-yyyy h:mm a",
            "d-MMM-yy HH:mm",
            "d-MMM-yyyy",
            "yyyy/M/d",
            "yyyy-M-d",
            "yyyy.M.d",
            "d.M.yyyy",
            "d.M.yy",
            "M/d/yyyy",
            "M/d/yy",
            "d/M/yyyy",
            "d/M/yy",
            "d-M-yyyy",
            "M-d-yyyy",
            "yyyyMMddHHmmss",
            "yyyyMMdd");

    private static final List<String> CHINESE_LOCAL = List.of(
            "yyyy/M/d ah:mm:ss",
            "yyyy/M/d ah:mm",
            "yyyy/M/d a h:mm:ss",
            "yyyy/M/d a h:mm",
            "yyyy/M/d h:mm:ss a",
            "yyyy/M/d h:mm a",
            "yyyy-M-d ah:mm:ss",
            "yyyy-M-d ah:mm",
            "yyyy年M月d日 ah:mm:ss",
            "yyyy年M月d日 ah:mm",
            "yyyy年M月d日 a h:mm:ss",
            "yyyy年M月d日 a h:mm",
            "yyyy年M月d日ah:mm",
            "M/d/yyyy ah:mm:ss",
            "ah:mm:ss yyyy/M/d");

    /** By language: names of months that differ from the English ones. */
    private static final List<String> LANGUAGES = List.of("de", "fr", "es");

    private static final List<String> IN_WORDS = List.of(
            "d. MMM yyyy HH:mm",
            "d. MMM yyyy, HH:mm",
            "d. MMMM yyyy HH:mm",
            "d. MMMM yyyy",
            "d MMM yyyy HH:mm",
            "d MMM yyyy, HH:mm",
            "d MMMM yyyy HH:mm",
            "d MMMM yyyy 'à' HH:mm",
            "d 'de' MMMM 'de' yyyy HH:mm",
            "d MMM yyyy",
            "d MMMM yyyy");

    private TimeFormats() {}

    static List<TimeShape> all() {
        List<TimeShape> shapes = new ArrayList<>();
        shapes.add(new TimeShape("iso", true));
        COUNTS.forEach(name -> shapes.add(new TimeShape(name, true)));
        ZONED.forEach(name -> shapes.add(new TimeShape(name, true)));
        for (String day : CHINESE_DAYS) {
            for (String clock : CHINESE_CLOCKS) {
                CHINESE_OFFSETS.forEach(offset -> shapes.add(new TimeShape(day + clock + offset, true, CHINESE)));
            }
        }
        CHINESE_ZONED.forEach(name -> shapes.add(new TimeShape(name, true, CHINESE)));
        LOCAL.forEach(name -> shapes.add(new TimeShape(name, false)));
        CHINESE_LOCAL.forEach(name -> shapes.add(new TimeShape(name, false, CHINESE)));
        LANGUAGES.forEach(language -> IN_WORDS.forEach(name -> shapes.add(new TimeShape(name, false, language))));
        return shapes;
    }
}
