package io.satisflow.flink.courier;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where names are looked up. */
public interface Lookup {
    Lookup SYSTEM = InetAddress::getAllByName;

    InetAddress[] addresses(String host) throws UnknownHostException;
}
