package io.satisflow.local.cli.option;

import java.nio.file.Path;

/** Where broker, cluster and jobs log to, so that the terminal stays readable. */
public final class LogFile {
    public static final String PROPERTY = "satisflow.log";

    private LogFile() {}

    /** Takes effect only before the first logger of the process. */
    public static void in(Path directory) {
        System.setProperty(PROPERTY, directory.resolve("satisflow").toString());
    }
}
