package io.satisflow.scoring.fusion;

import io.satisflow.scoring.linear.ModelLanguage;
import java.io.InputStream;

/** Where encoders come from, and the models that were trained on them. Found by {@link java.util.ServiceLoader}. */
public interface EncoderProvider {

    /** One for the whole process; the first call for a language may take a second. */
    TextEncoder encoder(ModelLanguage language);

    /** The shipped fusion model of the language, in the format of {@link FusionFormat}. */
    InputStream model(ModelLanguage language);
}
