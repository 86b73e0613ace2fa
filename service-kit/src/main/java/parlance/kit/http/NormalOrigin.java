package parlance.kit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An origin in the one form in which browsers send it (RFC 6454, 6.2): scheme and host in lower
 * case, no default port, no slash at the end.
 */
final class NormalOrigin {

    private NormalOrigin() {}

    /** What is no origin of a host, such as {@code null} or a pattern, stays as it is. */
    static String of(String text) {
        try {
            var uri = new URI(text.strip());
            var path = uri.getRawPath();
            if (uri.getScheme() == null
                    || uri.getHost() == null
                    || (path != null && !path.isEmpty() && !path.equals("/"))) {
                return text;
            }
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return scheme + "://" + authority(scheme, uri.getHost(), uri.getPort());
        } catch (URISyntaxException noOrigin) {
            return text;
        }
    }

    /** Host and port, without the port that the scheme has by default. */
    static String authority(String scheme, String host, int port) {
        var name = host.toLowerCase(Locale.ROOT);
        return port < 0 || port == defaultPort(scheme) ? name : name + ":" + port;
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }
}
