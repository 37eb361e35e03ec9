package io.satisflow.privacy.phone;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The regions whose national phone numbers are known, by their ISO 3166 codes. Numbers that begin with a country code are
 * known whatever the region.
 */
public record PhoneRegions(List<String> codes) implements Serializable {
    /** Where nothing is said. */
    public static final PhoneRegions USUAL = new PhoneRegions(
            List.of("CN", "US", "GB", "DE", "FR", "HK", "TW", "JP", "AU", "IN", "ES", "IT", "NL", "CH", "AT"));

    public PhoneRegions {
        codes = List.copyOf(codes);
    }

    /** These first, and the usual ones after them. */
    public static PhoneRegions first(List<String> codes) {
        Set<String> all = new LinkedHashSet<>(codes);
        all.addAll(USUAL.codes);
        return new PhoneRegions(new ArrayList<>(all));
    }
}
