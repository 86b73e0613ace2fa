package parlance.file.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import parlance.file.metadata.FileMetadata;

/**
 * Decides whether a browser shows a file or saves it. Only types that cannot run a script are
 * shown, so that no upload runs a script on the origin of the S3 server.
 */
final class Disposition {

    private static final Set<String> HARMLESS =
            Set.of("application/pdf", "text/plain", "audio/", "image/", "video/");

    private Disposition() {}

    /** The value of the header {@code Content-Disposition} (RFC 6266). */
    static String of(FileMetadata file) {
        var verb = isHarmless(file.contentType()) ? "inline" : "attachment";
        return verb + "; filename*=UTF-8''" + encoded(file.name());
    }

    private static boolean isHarmless(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var family = type.substring(0, type.indexOf('/') + 1);
        var mayRunScripts = type.contains("xml") || type.contains("svg");
        return !mayRunScripts && (HARMLESS.contains(type) || HARMLESS.contains(family));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
