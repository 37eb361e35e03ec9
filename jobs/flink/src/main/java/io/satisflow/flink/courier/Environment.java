package io.satisflow.flink.courier;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Where secrets come from: they are looked up where the job runs, and never travel with it. */
public interface Environment extends Serializable {

    /** The value of a variable, or null when it is not set. */
    @Nullable
    String variable(@Nullable String name);
}
