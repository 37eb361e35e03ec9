package io.satisflow.hook.tool;

import io.satisflow.hook.HookForm;

/** Lark: Feishu's app under its name outside China, with the same contract. */
public final class LarkApp extends FeishuApp {

    @Override
    public HookForm form() {
        return super.form().renamed("lark_app");
    }

    @Override
    protected String api() {
        return "https://open.larksuite.com";
    }
}
