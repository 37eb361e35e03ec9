package io.satisflow.local.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.privacy.Redaction;
import io.satisflow.privacy.finding.PersonalData;
import io.satisflow.privacy.phone.PhoneRegions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactionTrialTest {
    private static final List<PlantedText> TEXTS = MadeTexts.of(2_400, 7);

    @Test
    void personal_data_is_found_as_well_as_promised() {
        RedactionTrial trial = RedactionTrial.of(TEXTS, Redaction.OF_TEXTS);

        Set<PersonalData> sure =
                EnumSet.of(PersonalData.CARD, PersonalData.IBAN, PersonalData.ID, PersonalData.EMAIL, PersonalData.IP);
        for (PersonalData kind : sure) {
            assertFound(trial, kind, 0.98, 0.98);
        }
        assertFound(trial, PersonalData.PHONE, 0.95, 0.95);
        assertFound(trial, PersonalData.NAME, 0.85, 0.9);
    }

    @Test
    void what_is_not_asked_for_stays() {
        Redaction cardsAlone = new Redaction(EnumSet.of(PersonalData.CARD), PhoneRegions.USUAL);

        RedactionTrial trial = RedactionTrial.of(TEXTS, cardsAlone);

        assertThat(trial.tally(PersonalData.CARD).recall()).isGreaterThan(0.98);
        assertThat(trial.tally(PersonalData.PHONE).gone()).isZero();
        assertThat(trial.tally(PersonalData.EMAIL).gone()).isZero();
    }

    private static void assertFound(RedactionTrial trial, PersonalData kind, double recall, double precision) {
        assertThat(trial.tally(kind).recall()).as("recall of " + kind).isGreaterThanOrEqualTo(recall);
        assertThat(trial.tally(kind).precision()).as("precision of " + kind).isGreaterThanOrEqualTo(precision);
    }
}
