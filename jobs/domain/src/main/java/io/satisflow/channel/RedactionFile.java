package io.satisflow.channel;

import io.satisflow.config.ConfigNode;
import io.satisflow.privacy.Redaction;
import io.satisflow.privacy.finding.PersonalData;
import io.satisflow.privacy.phone.PhoneRegions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is redacted on a channel: {@code redaction: {kinds: [...], except: [...], regions: [...]}}. */
final class RedactionFile {
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private RedactionFile() {}

    static Redaction read(ConfigNode node) {
        node.allowOnly("kinds", "except", "regions");
        EnumSet<PersonalData> kinds = EnumSet.noneOf(PersonalData.class);
        kinds.addAll(node.find("kinds")
                .map(list -> ConfigNode.readEach(list.itemsOrSingle(), item -> item.value(RedactionFile::kind)))
                .orElse(List.copyOf(PersonalData.all())));
        node.find("except")
                .map(list -> ConfigNode.readEach(list.itemsOrSingle(), item -> item.value(RedactionFile::kind)))
                .ifPresent(kinds::removeAll);
        PhoneRegions regions = node.find("regions")
                .map(list -> ConfigNode.readEach(list.itemsOrSingle(), item -> item.value(RedactionFile::region)))
                .map(PhoneRegions::first)
                .orElse(PhoneRegions.USUAL);
        return new Redaction(kinds, regions);
    }

    private static PersonalData kind(String word) {
        return PersonalData.of(word)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no kind of personal data; one of: %s"
                        .formatted(
                                word,
                                Arrays.stream(PersonalData.values())
                                        .map(PersonalData::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String region(String code) {
        if (!REGIONS.contains(code)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no region; write a code of ISO 3166, such as CN or DE".formatted(code));
        }
        return code;
    }
}
