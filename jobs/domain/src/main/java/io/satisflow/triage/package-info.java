/** What kind of feedback something is, and how grave: judged by rules, each judgement with its reason. */
@NullMarked
package io.satisflow.triage;

import org.jspecify.annotations.NullMarked;
