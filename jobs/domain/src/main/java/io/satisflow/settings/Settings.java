package io.satisflow.settings;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.drift.DriftRules;
import io.satisflow.enrichment.EnrichmentFiles;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.sla.policy.SlaRules;
import java.util.List;

/**
 * What {@code satisflow.yaml} and the files it names say.
 *
 * @param channels no two on one topic, no two of one name
 * @param enrichment where the tables of customers and agents stand
 * @param sla policies with their calendars, and how the tickets of each channel end
 */
public record Settings(
        TopicSettings topics,
        List<ChannelSettings> channels,
        SlaRules sla,
        ScoringSettings scoring,
        SatisfactionSettings satisfaction,
        DriftRules drift,
        AlertSettings alerts,
        WallSettings wall,
        EnrichmentFiles enrichment,
        WarehouseSettings warehouse) {}
