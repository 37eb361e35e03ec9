package io.satisflow.local.demo.story.shop;

import java.util.List;

/**
 * Where customers live.
 *
 * @param share of all customers
 * @param chinese share of those who write Chinese
 */
public record Region(String name, double share, double chinese, List<String> places, List<String> chinesePlaces) {
    static final Region EAST =
            new Region("East", 0.35, 0.85, List.of("Shanghai", "Hangzhou", "Suzhou"), List.of("上海", "杭州", "苏州"));
    static final Region SOUTH =
            new Region("South", 0.45, 0.6, List.of("Shenzhen", "Hong Kong", "Guangzhou"), List.of("深圳", "香港", "广州"));
    static final Region SINGAPORE =
            new Region("Singapore", 0.20, 0.2, List.of("Orchard", "Tampines", "Jurong"), List.of("乌节路", "淡滨尼", "裕廊"));

    public static final List<Region> ALL = List.of(EAST, SOUTH, SINGAPORE);

    public List<String> places(Tongue tongue) {
        return tongue == Tongue.CHINESE ? chinesePlaces : places;
    }
}
