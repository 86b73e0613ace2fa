/** When users were last active, and the subscriptions to it (protocol 3.6). */
@NullMarked
package parlance.presence.activity;

import org.jspecify.annotations.NullMarked;
