/** When users were last active, and who watches whom (protocol 3.6). */
@NullMarked
package parlance.presence.activity;

import org.jspecify.annotations.NullMarked;
