/** The public keys of users' devices, from which others begin encrypted chats. */
@NullMarked
package parlance.user.devicekey;

import org.jspecify.annotations.NullMarked;
