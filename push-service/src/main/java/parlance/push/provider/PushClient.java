package parlance.push.provider;

import parlance.push.subscription.Subscription;

/** Hands notifications to one provider, with one set of credentials. Blocks until it answers. */
public interface PushClient extends AutoCloseable {

    PushResult push(Notification notification, Subscription subscription);

    @Override
    default void close() {}
}
