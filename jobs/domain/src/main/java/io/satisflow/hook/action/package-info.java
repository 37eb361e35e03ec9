/** What a person can do by one click in a chat, and the links that prove that the click was offered by us. */
@NullMarked
package io.satisflow.hook.action;

import org.jspecify.annotations.NullMarked;
