package parlance.push.subscription;

/** Where a device is reached. One target belongs to one device of one user at a time. */
public sealed interface Target {

    /** The same for the same target only; what makes it unique. */
    String address();

    /**
     * A browser's push endpoint.
     *
     * @param auth the browser's secret, base64url
     * @param p256dh the browser's public key, base64url
     */
    record WebEndpoint(String endpoint, String auth, String p256dh) implements Target {
        @Override
        public String address() {
            return endpoint;
        }
    }

    /** An installation as APNs or FCM knows it. */
    record DeviceToken(String token) implements Target {
        @Override
        public String address() {
            return "token:" + token;
        }
    }
}
