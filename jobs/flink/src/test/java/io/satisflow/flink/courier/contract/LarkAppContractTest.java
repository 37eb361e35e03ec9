package io.satisflow.flink.courier.contract;

/** Lark's app keeps Feishu's contract. */
class LarkAppContractTest extends FeishuAppContractTest {

    @Override
    protected String hook() {
        return "lark_app";
    }
}
