package io.satisflow.local.redaction;

import io.satisflow.privacy.finding.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A text that was made up.
 *
 * @param kind of the personal data in it; null when there is none, and all must stay
 * @param value what must go, or stay
 */
public record PlantedText(String text, @Nullable PersonalData kind, String value) {}
