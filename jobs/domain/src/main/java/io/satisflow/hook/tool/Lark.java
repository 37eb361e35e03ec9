package io.satisflow.hook.tool;

import io.satisflow.hook.HookForm;

/** Lark: Feishu under its name outside China, with the same contract. */
public final class Lark extends Feishu {

    @Override
    public HookForm form() {
        return super.form().renamed("lark");
    }
}
