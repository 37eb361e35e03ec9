package io.satisflow.sentiment;

import java.io.Serializable;

/** Makes a finder for each thread. Small and serializable, so that it can travel to where the texts are. */
@FunctionalInterface
public interface AspectFinderFactory extends Serializable {

    AspectFinder create();
}
