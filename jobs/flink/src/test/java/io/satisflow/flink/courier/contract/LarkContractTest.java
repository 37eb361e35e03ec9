package io.satisflow.flink.courier.contract;

/** Lark keeps Feishu's contract. */
class LarkContractTest extends FeishuContractTest {

    @Override
    protected String hook() {
        return "lark";
    }
}
