package io.satisflow.local.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port of this machine; 0 for any free one. */
public final class PortNumber implements ITypeConverter<Integer> {
    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > HIGHEST) {
            throw new TypeConversionException("'%s' is no port; write 0 (any free one) to %d".formatted(text, HIGHEST));
        }
        return Integer.valueOf(text);
    }
}
