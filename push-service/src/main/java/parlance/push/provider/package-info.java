/** How a notification gets to a device: APNs, FCM and Web Push, each over its own protocol. */
@NullMarked
package parlance.push.provider;

import org.jspecify.annotations.NullMarked;
