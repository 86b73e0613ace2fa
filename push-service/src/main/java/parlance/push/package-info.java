/**
 * push-service owns push subscriptions and push events. It answers what begins with {@code push_},
 * and hands packets for users without a connection to APNs, FCM and Web Push endpoints.
 */
@NullMarked
package parlance.push;

import org.jspecify.annotations.NullMarked;
