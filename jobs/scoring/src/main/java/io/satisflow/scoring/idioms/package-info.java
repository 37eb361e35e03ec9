/** What people say by denying, wishing or jesting, put into plain words before anything weighs it. */
@NullMarked
package io.satisflow.scoring.idioms;

import org.jspecify.annotations.NullMarked;
