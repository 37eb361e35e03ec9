package io.satisflow.local.cli.alerts;

import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.action.LinkKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A receiver that is nowhere, for requests that are looked at and never sent. */
final class PreviewTarget {
    private static final String ADDRESS = "https://tool.example.com/hook";
    private static final Map<String, String> VALUES =
            Map.of("url", ADDRESS, "from", "satisflow@example.com", "to", "care@example.com", "channel", "C0123456789");
    private static final Map<String, String> SECRETS = Map.of("url_env", ADDRESS);

    /** Made up: what it signs is believed nowhere. */
    static final LinkKey LINKS = LinkKey.of("preview-preview-preview-preview-");

    private PreviewTarget() {}

    static HookTarget of(Hook hook, String receiver, Instant at) {
        HookForm form = hook.form();
        Map<String, String> values = new TreeMap<>();
        Map<String, String> secrets = new TreeMap<>();
        for (String alternatives : form.required()) {
            String key = alternatives.split("\\|")[0];
            if (key.endsWith(HookSettings.SECRET)) {
                values.put(key, "PREVIEW");
                secrets.put(key, SECRETS.getOrDefault(key, "***"));
            } else {
                values.put(key, VALUES.getOrDefault(key, "preview"));
            }
        }
        if (form.name().equals("email")) {
            values.put("url", "smtps://mail.example.com");
        }
        return new HookTarget(receiver, new HookSettings(form.name(), values, false, false, null), secrets, LINKS, at);
    }
}
