package parlance.local.launcher.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What a replica says about itself on its management port. */
public final class Health {

    private static final int MILLISECONDS = 2_000;

    private Health() {}

    /** Whether the service reports that it is ready; false if it does not answer. */
    public static boolean isReady(int managementPort) {
        try {
            var connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready")
                                    .toURL()
                                    .openConnection();
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }
}
