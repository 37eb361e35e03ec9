package io.satisflow.flink.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "fc00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::",
                "2001::1",
                "::127.0.0.1",
                "::ffff:169.254.169.254",
                "203.0.113.7",
                "168.63.129.16",
                "::ffff:168.63.129.16",
                "ff02::1"
            })
    void private_and_reserved_addresses_are_recognized(String address) throws UnknownHostException {
        assertThat(AddressCheck.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "172.32.0.1",
                "100.128.0.1",
                "192.169.0.1",
                "168.63.129.17",
                "2606:4700::1111",
                "64:ff9b::101:101",
                "2002:101:101::1"
            })
    void public_addresses_may_be_called(String address) throws UnknownHostException {
        assertThat(AddressCheck.isPrivate(InetAddress.getByName(address))).isFalse();
    }
}
