package io.satisflow.local.demo.story.shop;

/** How a customer feels, and how such customers answer. */
public enum CustomerMood {
    DELIGHTED(0.43, 5, 10),
    CONTENT(0.36, 4, 8),
    MIXED(0.11, 3, 7),
    ANNOYED(0.07, 2, 4),
    ANGRY(0.03, 1, 1);

    private final double share;
    private final int stars;
    private final int recommendation;

    CustomerMood(double share, int stars, int recommendation) {
        this.share = share;
        this.stars = stars;
        this.recommendation = recommendation;
    }

    /** Of customers on a day when all is well. */
    public double share() {
        return share;
    }

    /** Of those whose parcels are stuck. */
    double shareWhenStuck() {
        return switch (this) {
            case DELIGHTED -> 0.02;
            case CONTENT -> 0.06;
            case MIXED -> 0.10;
            case ANNOYED -> 0.34;
            case ANGRY -> 0.48;
        };
    }

    /** Of five. */
    public int stars() {
        return stars;
    }

    /** Of ten. */
    public int recommendation() {
        return recommendation;
    }

    public boolean isGood() {
        return this == DELIGHTED || this == CONTENT;
    }
}
