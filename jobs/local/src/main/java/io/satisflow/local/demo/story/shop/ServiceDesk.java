package io.satisflow.local.demo.story.shop;

import java.util.List;
import java.util.Locale;

/** What a customer writes about, and who at the service desk looks after it. */
public enum ServiceDesk {
    DELIVERY(0.30, "delivery", List.of("mei.lin", "tom.baker", "zhou.qian")),
    PRODUCT(0.28, "product care", List.of("anna.ho", "wu.bin")),
    SERVICE(0.16, "customer care", List.of("li.na", "james.tan")),
    APP(0.10, "digital", List.of("kevin.xu")),
    RETURNS(0.09, "returns", List.of("grace.lau", "sun.yue")),
    PRICE(0.07, "customer care", List.of("li.na", "james.tan"));

    private final double share;
    private final String team;
    private final List<String> agents;

    ServiceDesk(double share, String team, List<String> agents) {
        this.share = share;
        this.team = team;
        this.agents = agents;
    }

    public double share() {
        return share;
    }

    public String team() {
        return team;
    }

    public List<String> agents() {
        return agents;
    }

    /** As the phrases call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
